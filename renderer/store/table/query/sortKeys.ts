import type { Query } from '../../contract';
import type { DictionaryColumn } from '../columns/dictionaryColumn';
import type { TableRows } from '../columns/tableRows';

/** One column of an order. */
export type SortKey =
  | {
      readonly type: 'ranks';
      readonly descending: boolean;
      readonly codes: ArrayLike<number>;
      /** By code; 0 for blank. */
      readonly ranks: Uint32Array;
    }
  | { readonly type: 'numbers'; readonly descending: boolean; readonly values: Float64Array };

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
): Order {
  const isNewestFirst = sort.at(-1)?.descending ?? isLog;
  const keys: SortKey[] = [];
  for (const { field, descending } of sort) {
    const column = rows.column(field);
    if (!column) continue; // blank everywhere: orders nothing
    if (column.type === 'dictionary') {
      keys.push({ type: 'ranks', descending, codes: column.codes, ranks: ranksOf(column) });
      continue;
    }
    keys.push({ type: 'numbers', descending, values: column.values });
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

function compareKeys(key: SortKey, left: number, right: number): number {
  const a = keyAt(key, left);
  const b = keyAt(key, right);
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1;
  if (Number.isNaN(b)) return -1;
  return a < b === key.descending ? 1 : -1;
}

/** NaN for blank. */
function keyAt(key: SortKey, ordinal: number): number {
  if (key.type === 'numbers') return key.values[ordinal] ?? NaN;
  return key.ranks[key.codes[ordinal] ?? 0] || NaN;
}
