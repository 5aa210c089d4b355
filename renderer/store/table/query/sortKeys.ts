import type { Query } from '../../contract';
import type { DictionaryColumn } from '../columns/dictionaryColumn';
import type { NumberColumn } from '../columns/numberColumn';
import type { Column, TableRows } from '../columns/tableRows';
import type { SortedRows } from './sortedRows';

interface KeyOf<Kept extends Column> {
  readonly column: Kept;
  readonly descending: boolean;
  /** All rows by this column, where that is kept. */
  readonly sorted: SortedRows | undefined;
}

/** One column of an order. */
export type SortKey =
  | (KeyOf<DictionaryColumn> & {
      readonly type: 'ranks';
      readonly codes: ArrayLike<number>;
      /** By code; 0 for blank. */
      readonly ranks: Uint32Array;
    })
  | (KeyOf<NumberColumn> & { readonly type: 'numbers'; readonly values: Float64Array });

/** The order of a query: its columns, then the ordinals themselves. */
export interface Order {
  readonly keys: readonly SortKey[];
  /** Rows that are equal in every column: the later one first. */
  readonly isNewestFirst: boolean;
}

export function orderOf(
  rows: TableRows,
  sort: Query['sort'] = [],
  isLog: boolean,
  ranksOf: (column: DictionaryColumn) => Uint32Array,
  sortedBy: (column: Column) => SortedRows | undefined,
): Order {
  const isNewestFirst = sort.at(-1)?.descending ?? isLog;
  const keys: SortKey[] = [];
  for (const { field, descending } of sort) {
    const column = rows.column(field);
    if (!column) continue; // blank everywhere: orders nothing
    const sorted = sortedBy(column);
    if (column.type === 'dictionary') {
      const { codes } = column;
      keys.push({ type: 'ranks', column, descending, sorted, codes, ranks: ranksOf(column) });
      continue;
    }
    keys.push({ type: 'numbers', column, descending, sorted, values: column.values });
    // Rows of a log stand in the order of their times already: what comes after decides nothing
    // but between equal times, and nothing comes after.
    const isOnly = sort.length === 1 && column.risesThroughout(rows.size);
    if (isOnly) keys.pop();
  }
  return { keys, isNewestFirst };
}

/** Compares two rows; blank comes last in either direction. */
export function compareRows({ keys, isNewestFirst }: Order, left: number, right: number): number {
  for (const key of keys) {
    const order = compareKeys(key, left, right);
    if (order !== 0) return order;
  }
  return isNewestFirst ? right - left : left - right;
}

/** Compares two rows by one column. */
export function compareKeys(key: SortKey, left: number, right: number): number {
  const a = keyAt(key, left);
  const b = keyAt(key, right);
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  if (Number.isNaN(b)) return -1;
  return a < b === key.descending ? 1 : -1;
}

/** NaN for blank. */
export function keyAt(key: SortKey, ordinal: number): number {
  if (key.type === 'numbers') return key.values[ordinal] ?? NaN;
  return key.ranks[key.codes[ordinal] ?? 0] || NaN;
}
