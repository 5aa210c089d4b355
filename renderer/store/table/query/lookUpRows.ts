import { collectBits } from '../columns/rowBits';
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
  const sets = setsOf(set);
  const deletedRows = rows.size - rows.liveRows;
  const most = sets.reduce(
    (sum, { liveRows }) => sum + liveRows + (deleted === 0 ? 0 : deletedRows),
    0,
  );
  if (most > fewRows || !canLookUp(set)) return undefined;
  const found = new Int32Array(most + deletedRows);
  let count = 0;
  for (const one of sets) count = collectListed(rows, one, deleted, found, count);
  return withoutRepeats(found.subarray(0, count).sort());
}

/** Whether the rows of a set are few, and can be found by their values. */
export function canLookUp(set: RowSet): boolean {
  const sets = setsOf(set);
  const rows = sets.reduce((sum, { liveRows }) => sum + liveRows, 0);
  return sets.length > 0 && rows <= fewRows && sets.every(({ listed }) => listed);
}

const setsOf = (set: RowSet): readonly CodeSet[] =>
  set.type === 'codes' ? [set] : set.type === 'anyOf' ? set.sets : [];

function collectListed(
  rows: TableRows,
  { column, codes, listed = [] }: CodeSet,
  deleted: 0 | 1 | undefined,
  into: Int32Array,
  from: number,
): number {
  let count = from;
  for (const code of listed) {
    if (column.liveRowsOf(code) === 0 && deleted === 0) continue;
    if (codes instanceof Uint8Array) {
      const after = collectBits(column.bits.of(code, rows.size), 0, rows.size, into, count);
      for (let i = count; i < after; i++) {
        const ordinal = into[i] ?? 0;
        if (deleted === undefined || rows.deleted[ordinal] === deleted) into[count++] = ordinal;
      }
    } else count = column.chains.collect(code, rows.size, rows.deleted, deleted, into, count);
  }
  return count;
}

function withoutRepeats(sorted: Int32Array): Int32Array {
  let kept = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] ?? 0;
  return sorted.subarray(0, kept);
}
