import type { TableRows } from '../columns/tableRows';
import type { CodeSet, RowSet } from './rowSet';

/** So many rows are looked up one by one sooner than a million are looked through. */
export const fewRows = 8192;

/**
 * The rows of a set, ascending, where they are few and can be looked up; undefined elsewhere.
 * `deleted` is 1 for deleted rows, 0 for live ones, undefined for both.
 */
export function lookUpRows(
  rows: TableRows,
  set: RowSet,
  deleted: 0 | 1 | undefined,
): Int32Array | undefined {
  const sets = set.type === 'codes' ? [set] : set.type === 'anyOf' ? set.sets : [];
  const deletedRows = deleted === 0 ? 0 : rows.size - rows.liveRows;
  const most = sets.reduce((sum, { liveRows }) => sum + liveRows + deletedRows, 0);
  if (sets.length === 0 || most > fewRows || !sets.every(({ listed }) => listed)) return undefined;
  const found = new Int32Array(most);
  let count = 0;
  for (const one of sets) count = collectListed(rows, one, deleted, found, count);
  return withoutRepeats(found.subarray(0, count).sort());
}

function collectListed(
  rows: TableRows,
  { column, listed = [] }: CodeSet,
  deleted: 0 | 1 | undefined,
  into: Int32Array,
  from: number,
): number {
  let count = from;
  for (const code of listed)
    count = column.chains.collect(code, rows.size, rows.deleted, deleted, into, count);
  return count;
}

function withoutRepeats(sorted: Int32Array): Int32Array {
  let kept = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] ?? 0;
  return sorted.subarray(0, kept);
}
