import { describe, expect, test } from 'vitest';
import { isWatchedName, settle, type Settlings } from '../../../shared/desktop/settledFiles';

const file = (size: number, modifiedAt = 1, name = '来件.xlsx') => ({ name, size, modifiedAt });

/** Looks at the folder again and again; which names were whole at each. */
function looks(...seen: readonly (readonly [nowMs: number, files: ReturnType<typeof file>[]])[]) {
  let before: Settlings = new Map();
  return seen.map(([nowMs, files]) => {
    const { seen: now, whole, arriving } = settle(before, files, nowMs);
    before = now;
    return [whole.map(({ name }) => name), arriving];
  });
}

describe('a workbook in a watched folder', () => {
  test('is offered once it has rested for two seconds', () => {
    expect(looks([0, [file(9)]], [1_999, [file(9)]], [2_000, [file(9)]])).toEqual([
      [[], 1],
      [[], 1],
      [['来件.xlsx'], 0],
    ]);
  });

  test('is waited for while it grows, and while it is being written over at the same size', () => {
    expect(
      looks([0, [file(9)]], [1_500, [file(20)]], [3_000, [file(20, 2)]], [5_000, [file(20, 2)]]),
    ).toEqual([
      [[], 1],
      [[], 1],
      [[], 1],
      [['来件.xlsx'], 0],
    ]);
  });

  test('of no bytes is never whole', () => {
    expect(looks([0, [file(0)]], [60_000, [file(0)]])).toEqual([
      [[], 1],
      [[], 1],
    ]);
  });

  test('that was whole and is saved anew is waited for again', () => {
    expect(looks([0, [file(9)]], [2_000, [file(9)]], [3_000, [file(9, 5)]]).at(-1)).toEqual([
      [],
      1,
    ]);
  });

  test('the oldest stands first', () => {
    const both = [file(9, 8, '后.xlsx'), file(9, 7, '先.xlsx')];
    expect(looks([0, both], [2_000, both]).at(-1)).toEqual([['先.xlsx', '后.xlsx'], 0]);
  });

  test.each([
    ['卡点.xlsx', true],
    ['卡点.XLSX', true],
    ['~$卡点.xlsx', false],
    ['.~卡点.xlsx', false],
    ['卡点.xlsx.part', false],
    ['卡点.tmp', false],
    ['照片.jpg', false],
  ])('%s is one: %s', (name, isOne) => {
    expect(isWatchedName(name)).toBe(isOne);
  });
});
