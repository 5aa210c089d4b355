import { describe, expect, it } from 'vitest';
import { columnTracks, marksWidth } from '../../../renderer/features/work/columnTracks';
import type { ShownColumn } from '../../../renderer/features/work/lineCells';
import type { RowId } from '../../../shared/kernel/ids';
import type { WorkLine } from '../../../shared/work/workList';

const line = (text: string): WorkLine => ({
  id: text,
  ledger: 'enterprise-problems',
  row: { id: text as RowId, values: {} },
  marks: [],
  facts: { text },
});
const column = (header: string, width?: number, shown?: string): ShownColumn => ({
  id: header,
  header,
  isNumber: false,
  width,
  cell: ({ facts }) => ({ text: shown ?? String(facts['text']), key: undefined }),
});
const lines = [line('ZQ2203034'), line('ZQ22')];
const track = (one: ShownColumn) => columnTracks([], [one], lines).template;

describe('the columns of an office list', () => {
  it('never cut a number of a case, nor a header', () => {
    expect(track(column('编号'))).toBe('minmax(71px, 71fr)');
    expect(track(column('Of expected (%)', undefined, '9'))).toBe('minmax(113px, 113fr)');
  });

  it('give long texts what is left, and no less than a name needs', () => {
    const long = '修武县拟例康精馏工业有限公司'.repeat(3);
    expect(track(column('企业', undefined, long))).toBe('minmax(104px, 260fr)');
  });

  it('keep moments and days alike, filled or not', () => {
    expect(track(column('办结时间', 124, ''))).toBe('124px');
  });

  it('say from which width on the table has to be scrolled', () => {
    const { least, template } = columnTracks(
      [20, 90],
      [column('编号'), column('时间', 124)],
      lines,
    );
    expect(template).toBe('20px 90px minmax(71px, 71fr) 124px');
    expect(least).toBe(10 + 30 + 100 + 81 + 134);
  });

  it('hold the marks of a line side by side', () => {
    expect(marksWidth([], '状态')).toBe(28);
    expect(marksWidth([['已超期', '办理中'], ['办结']], '状态')).toBe(2 * (36 + 17));
  });
});
