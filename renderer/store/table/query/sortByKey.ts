import type { SortKey } from './sortKeys';

type RankKey = SortKey & { readonly type: 'ranks' };
type NumberKey = SortKey & { readonly type: 'numbers' };

/** Many rows by one column, without comparing them; blank ones last. Keeps the order of equal rows. */
export function sortByKey(ordinals: Int32Array, key: SortKey): Int32Array<ArrayBuffer> {
  return key.type === 'ranks' ? sortByRank(ordinals, key) : sortByNumber(ordinals, key);
}

/** Counting sort: keeps the order of rows with the same rank. */
function sortByRank(
  ordinals: Int32Array,
  { codes, ranks, descending }: RankKey,
): Int32Array<ArrayBuffer> {
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
function sortByNumber(ordinals: Int32Array, key: NumberKey): Int32Array<ArrayBuffer> {
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
