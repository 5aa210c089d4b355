import { describe, expect, test } from 'vitest';
import {
  checkRows,
  countRows,
  filterRows,
  firstFilter,
} from '../../../../renderer/features/exchange/import/check/checkRows';
import { workbookName } from '../../../../renderer/features/exchange/export/saveWorkbook';
import type { CellFinding, ImportPlan } from '../../../../shared/exchange/plan/plan';
import { newRowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';

const row = newRowId(0, (length) => new Uint8Array(length));
const finding = (severity: CellFinding['severity']): CellFinding => ({
  rule: 'row.hidden',
  severity,
  address: 'A1',
  rowNumber: 1,
  column: 0,
  shown: '',
});

const plan: ImportPlan = {
  ledger: 'permits',
  sheet: '通行证',
  inserts: [{ rowNumber: 9, findings: [finding('warning')], row, values: {} }],
  updates: [
    {
      rowNumber: 4,
      findings: [],
      row,
      matchedBy: 'recordNumber',
      fields: { goods: { before: '医用口罩', after: '口罩' } },
    },
    {
      rowNumber: 6,
      findings: [],
      row,
      matchedBy: 'naturalKey',
      fields: { goods: { before: '医用口罩', after: null } },
    },
  ],
  unchanged: [{ rowNumber: 5, findings: [], row, matchedBy: 'recordNumber' }],
  rejected: [{ rowNumber: 7, findings: [finding('error'), finding('warning')], values: {} }],
  skipped: [{ rowNumber: 10, reason: 'totals', shown: '合计 5' }],
  findings: [],
};

describe('the rows of a check', () => {
  const rows = checkRows(plan);

  test('stand in the order of the sheet, each in exactly one state', () => {
    expect(rows.map(({ rowNumber, status }) => [rowNumber, status])).toEqual([
      [4, 'changed'],
      [5, 'unchanged'],
      [6, 'cleared'],
      [7, 'rejected'],
      [9, 'new'],
      [10, 'skipped'],
    ]);
  });

  test('are counted by state; remarks are counted on rows that are taken', () => {
    expect(countRows(rows)).toEqual({
      all: 6,
      new: 1,
      changed: 1,
      cleared: 1,
      rejected: 1,
      unchanged: 1,
      skipped: 1,
      warned: 1,
    });
  });

  test('are filtered by state', () => {
    expect(filterRows(rows, 'warned').map(({ rowNumber }) => rowNumber)).toEqual([9]);
    expect(filterRows(rows, 'all')).toHaveLength(6);
  });

  test('start with what changed when nearly everything is as it was', () => {
    const counts = countRows(rows);
    expect(firstFilter(counts)).toBe('all');
    expect(firstFilter({ ...counts, all: 306, unchanged: 301 })).toBe('changed');
    expect(firstFilter({ ...counts, all: 305, unchanged: 301, changed: 0 })).toBe('rejected');
  });
});

test('a workbook is named by unit, ledger and the day in China', () => {
  const lateEvening = toInstant(Date.UTC(2022, 2, 27, 16, 30));
  expect(workbookName(['修武县', '通行证'], lateEvening)).toBe('修武县_通行证_2022-03-28.xlsx');
  expect(workbookName(['县/办:一', ' ', '问题表'], lateEvening)).toBe(
    '县办一_问题表_2022-03-28.xlsx',
  );
});
