import type { RowScan } from './rowScan';
import { sortByKey } from './sortByKey';
import type { SortedRows } from './sortedRows';
import { compareKeys, compareRows, type Order, type SortKey } from './sortKeys';

/** So few rows are sorted by comparing them, more by counting. */
const fewRows = 2048;
/** An order of all rows is made for a query that finds one in so many of them, not for fewer. */
const leastShare = 16;
/** A walk along the order of all rows gives up after so many: it meets too few that are wanted. */
const longestWalk = 1 << 16;

/** All rows of a scan in their order. */
export function sortAll(scan: RowScan, order: Order): Int32Array {
  let ordinals = scan.all();
  if (order.isNewestFirst) ordinals.reverse();
  if (order.keys.length === 0) return ordinals;
  if (ordinals.length <= fewRows)
    return ordinals.sort((left, right) => compareRows(order, left, right));
  const [first] = order.keys;
  if (first?.sorted && order.keys.length === 1 && ordinals.length * leastShare > scan.rows.size) {
    first.sorted.make(scan.rows, first);
    const all = first.sorted.all(first.descending);
    return all.subarray(0, scan.keep(all, all.length));
  }
  for (const key of order.keys.toReversed()) ordinals = sortByKey(ordinals, key);
  return ordinals;
}

/** The first rows of a scan in their order, without sorting the others. */
export function sortFirst(scan: RowScan, order: Order, limit: number): Int32Array {
  const [first] = order.keys;
  if (!first || limit <= 0) return scan.first(limit, order.isNewestFirst);
  const { sorted } = first;
  if (sorted && scan.hasMany() && sorted.isReady(scan.rows, first)) {
    const walked = walk(scan, order, sorted, limit);
    if (walked) return walked;
  }
  const best: number[] = [];
  scan.eachStretch(order.isNewestFirst, (ordinals, found) => {
    const count =
      best.length === limit ? keepBefore(first, best[limit - 1] ?? 0, ordinals, found) : found;
    for (let i = 0; i < count; i++) {
      const ordinal = ordinals[order.isNewestFirst ? count - 1 - i : i] ?? 0;
      if (best.length === limit) {
        if (compareRows(order, ordinal, best[limit - 1] ?? 0) > 0) continue;
        best.pop();
      }
      best.splice(placeIn(best, order, ordinal), 0, ordinal);
    }
    return true;
  });
  return Int32Array.from(best);
}

/**
 * Rows as they come along the order of the first column, until there are enough; where there are
 * other columns, all that are equal in the first to the last of them come too, and are put in order.
 */
function walk(
  scan: RowScan,
  order: Order,
  sorted: SortedRows,
  limit: number,
): Int32Array | undefined {
  const [first, ...others] = order.keys;
  if (!first) return undefined;
  const found: number[] = [];
  let walked = 0;
  let isDone = false;
  sorted.eachPiece(first.descending, (ordinals) => {
    const next = ordinals[0] ?? 0;
    const last = found[limit - 1];
    isDone = last !== undefined && (others.length === 0 || compareKeys(first, last, next) !== 0);
    if (isDone || walked >= longestWalk) return false;
    walked += ordinals.length;
    const count = scan.keep(ordinals, ordinals.length);
    for (let i = 0; i < count; i++) found.push(ordinals[i] ?? 0);
    return true;
  });
  if (!isDone && walked < scan.rows.size) return undefined;
  if (others.length > 0) found.sort((left, right) => compareRows(order, left, right));
  return Int32Array.from(found.slice(0, limit));
}

function placeIn(best: readonly number[], order: Order, ordinal: number): number {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareRows(order, best[middle] ?? 0, ordinal) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keeps the ordinals that do not come after the worst of the best by the first column alone. */
function keepBefore(key: SortKey, worst: number, ordinals: Int32Array, count: number): number {
  let kept = 0;
  if (key.type === 'numbers') {
    const { values, descending } = key;
    const limit = values[worst] ?? NaN;
    if (Number.isNaN(limit)) return count;
    for (let i = 0; i < count; i++) {
      const ordinal = ordinals[i] ?? 0;
      const value = values[ordinal] ?? NaN;
      if (descending ? value >= limit : value <= limit) ordinals[kept++] = ordinal;
    }
    return kept;
  }
  const { codes, ranks, descending } = key;
  const limit = ranks[codes[worst] ?? 0] ?? 0;
  if (limit === 0) return count;
  for (let i = 0; i < count; i++) {
    const ordinal = ordinals[i] ?? 0;
    const rank = ranks[codes[ordinal] ?? 0] ?? 0;
    if (rank !== 0 && (descending ? rank >= limit : rank <= limit)) ordinals[kept++] = ordinal;
  }
  return kept;
}
