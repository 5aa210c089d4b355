import type { RowScan } from './rowScan';
import { compareRows, type Order, type SortKey } from './sortKeys';

type RankKey = SortKey & { readonly type: 'ranks' };
type NumberKey = SortKey & { readonly type: 'numbers' };

/** So few rows are sorted by comparing them, more by counting. */
const fewRows = 2048;

/** All rows of a scan in their order. */
export function sortAll(scan: RowScan, order: Order): Int32Array {
  let ordinals = scan.all();
  if (order.isNewestFirst) ordinals.reverse();
  if (order.keys.length === 0) return ordinals;
  if (ordinals.length <= fewRows)
    return ordinals.sort((left, right) => compareRows(order, left, right));
  for (const key of order.keys.toReversed())
    ordinals = key.type === 'ranks' ? sortByRank(ordinals, key) : sortByNumber(ordinals, key);
  return ordinals;
}

/** Counting sort: keeps the order of rows with the same rank. */
function sortByRank(ordinals: Int32Array, { codes, ranks, descending }: RankKey): Int32Array {
  let highest = 0;
  for (const rank of ranks) if (rank > highest) highest = rank;
  const placeOf = Uint32Array.from(ranks, (rank) =>
    rank === 0 ? highest : descending ? highest - rank : rank - 1,
  );
  const next = new Uint32Array(highest + 2);
  for (const ordinal of ordinals) {
    const after = (placeOf[codes[ordinal] ?? 0] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let place = 1; place < next.length; place++)
    next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
  const sorted = new Int32Array(ordinals.length);
  for (const ordinal of ordinals) {
    const place = placeOf[codes[ordinal] ?? 0] ?? 0;
    const at = next[place] ?? 0;
    sorted[at] = ordinal;
    next[place] = at + 1;
  }
  return sorted;
}

const digitBits = 16;
const digitMask = (1 << digitBits) - 1;

/** Radix sort by the bits of the numbers, from the lowest: keeps the order of rows with the same. */
function sortByNumber(ordinals: Int32Array, key: NumberKey): Int32Array {
  const words = risingWords(ordinals, key);
  let order = Uint32Array.from(ordinals.keys());
  let spare = new Uint32Array(order.length);
  for (let digit = 0; digit < 4; digit++) {
    const word = digit >> 1;
    const shift = (digit & 1) * digitBits;
    const next = new Uint32Array(digitMask + 2);
    for (const index of order) {
      const after = (((words[2 * index + word] ?? 0) >>> shift) & digitMask) + 1;
      next[after] = (next[after] ?? 0) + 1;
    }
    if (next.includes(order.length)) continue; // the same digit everywhere
    for (let value = 1; value < next.length; value++)
      next[value] = (next[value] ?? 0) + (next[value - 1] ?? 0);
    for (const index of order) {
      const value = ((words[2 * index + word] ?? 0) >>> shift) & digitMask;
      const at = next[value] ?? 0;
      spare[at] = index;
      next[value] = at + 1;
    }
    [order, spare] = [spare, order];
  }
  return Int32Array.from(order, (index) => ordinals[index] ?? 0);
}

/**
 * The numbers as two words each, low one first, that compare as whole numbers in the order wanted:
 * the bits of a positive double rise with its value once the sign is turned, those of a negative one
 * once all are. Blank is the highest.
 */
function risingWords(ordinals: Int32Array, { values, descending }: NumberKey): Uint32Array {
  const numbers = new Float64Array(ordinals.length);
  const words = new Uint32Array(numbers.buffer);
  for (let i = 0; i < numbers.length; i++) {
    const value = (values[ordinals[i] ?? 0] ?? NaN) + 0; // -0 is 0
    numbers[i] = value;
    const isNegative = value < 0;
    const turned = isNegative === descending ? 0 : 0xffffffff;
    const isBlank = Number.isNaN(value);
    words[2 * i] = isBlank ? 0xffffffff : (words[2 * i] ?? 0) ^ turned;
    words[2 * i + 1] = isBlank
      ? 0xffffffff
      : (words[2 * i + 1] ?? 0) ^ turned ^ (isNegative ? 0 : 0x80000000);
  }
  return words;
}

/** The first rows of a scan in their order, without sorting the others. */
export function sortFirst(scan: RowScan, order: Order, limit: number): Int32Array {
  const [first] = order.keys;
  if (!first || limit <= 0) return scan.first(limit, order.isNewestFirst);
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
