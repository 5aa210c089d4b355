import type {
  CellFinding,
  ImportPlan,
  MatchedBy,
  SkipReason,
} from '../../../../../shared/exchange/plan/plan';
import type { RawCell } from '../../../../../shared/fields/codec';
import type { FieldChange } from '../../../../../shared/journal/change';
import type { RowId } from '../../../../../shared/kernel/ids';
import type { RowValues } from '../../../../../shared/ledger/defineLedger';

export type RowStatus = 'new' | 'changed' | 'cleared' | 'rejected' | 'unchanged' | 'skipped';

/** One row of the check page: what the file says and what would become of it. */
export interface CheckRow {
  readonly rowNumber: number;
  readonly status: RowStatus;
  readonly findings: readonly CellFinding[];
  readonly row?: RowId;
  readonly matchedBy?: MatchedBy;
  /** What could be read; absent where the store already holds the same. */
  readonly values?: RowValues;
  readonly changes?: Readonly<Record<string, FieldChange>>;
  readonly skipped?: { readonly reason: SkipReason; readonly shown: string };
}

/** With the cells of the file, for what could not be read. */
export interface ShownRow extends CheckRow {
  readonly cells: readonly RawCell[];
}

/** All rows of a plan in the order of the sheet. */
export function checkRows(plan: ImportPlan): readonly CheckRow[] {
  const rows: CheckRow[] = [
    ...plan.inserts.map(({ rowNumber, findings, row, values }): CheckRow => ({
      rowNumber,
      status: 'new',
      findings,
      row,
      values,
    })),
    ...plan.updates.map(({ fields, ...one }): CheckRow => {
      const clears = Object.values(fields).some(({ after }) => after === null);
      return { ...one, changes: fields, status: clears ? 'cleared' : 'changed' };
    }),
    ...plan.unchanged.map(({ rowNumber, findings, row, matchedBy }): CheckRow => ({
      rowNumber,
      status: 'unchanged',
      findings,
      row,
      matchedBy,
    })),
    ...plan.rejected.map((one): CheckRow => ({ ...one, status: 'rejected' })),
    ...plan.skipped.map(({ rowNumber, ...skipped }): CheckRow => ({
      rowNumber,
      status: 'skipped',
      findings: [],
      skipped,
    })),
  ];
  return rows.sort((left, right) => left.rowNumber - right.rowNumber);
}

export const rowStatuses = [
  'new',
  'changed',
  'cleared',
  'rejected',
  'unchanged',
  'skipped',
] as const satisfies readonly RowStatus[];

/** `warned` cuts across the others: rows that are taken but want a look. */
export type CheckFilter = RowStatus | 'all' | 'warned';

export function isWarned({ status, findings }: CheckRow): boolean {
  return (
    findings.length > 0 &&
    status !== 'rejected' &&
    findings.some(({ severity }) => severity === 'warning')
  );
}

export function countRows(rows: readonly CheckRow[]): Readonly<Record<CheckFilter, number>> {
  const counts: Record<CheckFilter, number> = {
    all: rows.length,
    warned: 0,
    new: 0,
    changed: 0,
    cleared: 0,
    rejected: 0,
    unchanged: 0,
    skipped: 0,
  };
  for (const row of rows) {
    counts[row.status]++;
    if (isWarned(row)) counts.warned++;
  }
  return counts;
}

export function filterRows(rows: readonly CheckRow[], filter: CheckFilter): readonly CheckRow[] {
  if (filter === 'all') return rows;
  if (filter === 'warned') return rows.filter(isWarned);
  return rows.filter(({ status }) => status === filter);
}

/** Of the rows that pass one filter. */
export interface InQuestion {
  /** Fields of which some row changes the value. */
  readonly changed: readonly string[];
  /** Columns about which there is something to say. */
  readonly columns: readonly number[];
}

export interface CheckSummary {
  readonly counts: Readonly<Record<CheckFilter, number>>;
  readonly inQuestion: Readonly<Partial<Record<CheckFilter, InQuestion>>>;
  /** The rows that `firstFilter` shows first. */
  readonly first: readonly ShownRow[];
}

const firstRows = 100;
const rowsLookedAt = 5_000;

/** What the page has to know of all rows before it shows some. */
export function summariseRows(
  all: readonly CheckRow[],
  rowsOf: (filter: CheckFilter, from: number, to: number) => readonly ShownRow[],
): CheckSummary {
  const counts = countRows(all);
  const filters = (['all', 'warned', ...rowStatuses] as const).filter((one) => counts[one] > 0);
  const inQuestion = filters.map((filter) => {
    const changed = new Set<string>();
    const columns = new Set<number>();
    for (const { changes, findings } of filterRows(all, filter).slice(0, rowsLookedAt)) {
      for (const name in changes) changed.add(name);
      for (const { column } of findings) columns.add(column);
    }
    return [filter, { changed: [...changed], columns: [...columns] }] as const;
  });
  const first = rowsOf(firstFilter(counts), 0, firstRows);
  return { counts, inQuestion: Object.fromEntries(inQuestion), first };
}

/** What stands first is what a person came for. */
export function firstFilter(counts: Readonly<Record<CheckFilter, number>>): CheckFilter {
  const different = counts.all - counts.unchanged - counts.skipped;
  if (different > 0 && counts.unchanged > different) {
    if (counts.changed > 0) return 'changed';
    if (counts.rejected > 0) return 'rejected';
    if (counts.new > 0) return 'new';
  }
  return 'all';
}
