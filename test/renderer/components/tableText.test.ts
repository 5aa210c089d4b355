import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTableText, writeTableText } from '../../../renderer/components/grid/tableText';

const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠');
const text = fc.oneof(
  fc.string(),
  fc.tuple(fc.stringMatching(/^'{0,3}$/), sign, fc.string()).map((parts) => parts.join('')),
  fc.constantFrom('', '"', "'", 'a\tb', 'a\r\nb', '-3.5', '+86-13800000000', "'-5"),
);

describe('a block of cells on the clipboard', () => {
  test('comes back as it was when it is pasted here', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.array(text)), (width, given) => {
        const rows = given.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
        // The line end that programs add is no row, and a blank last line looks like one.
        const cells = [...rows, Array.from({ length: width }, () => 'x')];
        expect(readTableText(writeTableText(cells))).toEqual(cells);
      }),
      { numRuns: 2_000 },
    );
  });

  test('holds no cell that a spreadsheet program would take for a formula', () => {
    fc.assert(
      fc.property(text, (one) => {
        const [shown = ''] = writeTableText([[one]])
          .replace(/^"/, '')
          .split('\t');
        expect(/^-[\d.,]+$/.test(shown) || !/^[=+\-@＝＋－＠]/.test(shown)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(1,2)', "'@SUM(1,2)"],
    // Excel would reckon -13800000000 + 86.
    ['+86-13800000000', "'+86-13800000000"],
    ['-1-2', "'-1-2"],
    ['＝1+1', "'＝1+1"],
    ["'=1", "''=1"],
    ['-3.5', '-3.5'],
    ['-1,200', '-1,200'],
    ['豫H·12345', '豫H·12345'],
  ])('writes %s as %s', (given, written) => {
    expect(writeTableText([[given]])).toBe(written);
  });

  test('takes what a spreadsheet program has copied as it stands', () => {
    expect(readTableText('=1+1\t-5\r\n"a ""b"""\tc\r\n')).toEqual([
      ['=1+1', '-5'],
      ['a "b"', 'c'],
    ]);
  });
});
