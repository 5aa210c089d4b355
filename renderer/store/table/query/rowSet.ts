import type { Codes, DictionaryColumn } from '../columns/dictionaryColumn';
import type { NumberColumn } from '../columns/numberColumn';
import { collectBits } from '../columns/rowBits';

/** Which rows satisfy one condition, in the form in which they are found fastest. */
export type RowSet =
  | { readonly type: 'all' }
  | { readonly type: 'none' }
  /** Rows of these ordinals, the end excluded: a stretch of time in a log. */
  | { readonly type: 'stretch'; readonly from: number; readonly to: number }
  | CodeSet
  /** Rows in at least one of them: a search over all columns. */
  | { readonly type: 'anyOf'; readonly sets: readonly CodeSet[] }
  | {
      readonly type: 'range';
      readonly column: NumberColumn;
      readonly values: Float64Array;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly type: 'numbers';
      readonly values: Float64Array;
      readonly accepts: (value: number) => boolean;
    }
  | { readonly type: 'noNumber'; readonly column: NumberColumn; readonly values: Float64Array }
  /** Rows whose bits are set, `rows` of them, deleted ones included. */
  | { readonly type: 'bits'; readonly words: Uint32Array; readonly rows: number };

export interface CodeSet {
  readonly type: 'codes';
  readonly column: DictionaryColumn;
  readonly codes: Codes;
  /** 1 for each code that belongs; 0 is the code of blank. */
  readonly wanted: Uint8Array;
  /** The same, where they are listed: blank and everything but blank are not. */
  readonly listed: readonly number[] | undefined;
  /** How many live rows that is. */
  readonly liveRows: number;
}

/** Writes the ordinals of a stretch that belong to the set, ascending; gives their number. */
export function collect(set: RowSet, from: number, to: number, into: Int32Array): number {
  let count = 0;
  switch (set.type) {
    case 'none':
      return 0;
    case 'all':
      for (let ordinal = from; ordinal < to; ordinal++) into[count++] = ordinal;
      return count;
    case 'stretch':
      for (let ordinal = Math.max(from, set.from); ordinal < Math.min(to, set.to); ordinal++)
        into[count++] = ordinal;
      return count;
    case 'codes':
      return collectCodes(set, from, to, into);
    case 'range': {
      const { values, low, high } = set;
      for (let ordinal = from; ordinal < to; ordinal++) {
        const value = values[ordinal] ?? NaN;
        if (value >= low && value <= high) into[count++] = ordinal;
      }
      return count;
    }
    case 'bits':
      return collectBits(set.words, from, to, into);
    case 'anyOf':
    case 'noNumber':
    case 'numbers':
      for (let ordinal = from; ordinal < to; ordinal++) into[ordinal - from] = ordinal;
      return keep(set, into, to - from);
  }
}

/** Rare values are looked for by the engine's own search, which reads many rows at a time. */
const rareShare = 1 / 256;

function collectCodes(set: CodeSet, from: number, to: number, into: Int32Array): number {
  const { codes, wanted } = set;
  let count = 0;
  const [only] =
    set.listed?.length === 1 && set.liveRows < codes.length * rareShare ? set.listed : [];
  if (only !== undefined) {
    const stretch = codes.subarray(from, to);
    for (let at = stretch.indexOf(only); at >= 0; at = stretch.indexOf(only, at + 1))
      into[count++] = from + at;
    return count;
  }
  for (let ordinal = from; ordinal < to; ordinal++)
    if (wanted[codes[ordinal] ?? 0] === 1) into[count++] = ordinal;
  return count;
}

/** Keeps those of the first `count` ordinals that belong to the set, in place; gives their number. */
export function keep(set: RowSet, ordinals: Int32Array, count: number): number {
  let kept = 0;
  switch (set.type) {
    case 'none':
      return 0;
    case 'all':
      return count;
    case 'stretch':
      for (let i = 0; i < count; i++) {
        const ordinal = ordinals[i] ?? 0;
        if (ordinal >= set.from && ordinal < set.to) ordinals[kept++] = ordinal;
      }
      return kept;
    case 'codes': {
      const { codes, wanted } = set;
      for (let i = 0; i < count; i++) {
        const ordinal = ordinals[i] ?? 0;
        if (wanted[codes[ordinal] ?? 0] === 1) ordinals[kept++] = ordinal;
      }
      return kept;
    }
    case 'range': {
      const { values, low, high } = set;
      for (let i = 0; i < count; i++) {
        const ordinal = ordinals[i] ?? 0;
        const value = values[ordinal] ?? NaN;
        if (value >= low && value <= high) ordinals[kept++] = ordinal;
      }
      return kept;
    }
    case 'numbers': {
      const { values, accepts } = set;
      for (let i = 0; i < count; i++) {
        const ordinal = ordinals[i] ?? 0;
        if (accepts(values[ordinal] ?? NaN)) ordinals[kept++] = ordinal;
      }
      return kept;
    }
    case 'noNumber': {
      const { values } = set;
      for (let i = 0; i < count; i++) {
        const ordinal = ordinals[i] ?? 0;
        if (Number.isNaN(values[ordinal] ?? NaN)) ordinals[kept++] = ordinal;
      }
      return kept;
    }
    case 'bits': {
      const { words } = set;
      for (let i = 0; i < count; i++) {
        const ordinal = ordinals[i] ?? 0;
        if (((words[ordinal >> 5] ?? 0) >>> (ordinal & 31)) & 1) ordinals[kept++] = ordinal;
      }
      return kept;
    }
    case 'anyOf': {
      const isIn = new Uint8Array(count);
      for (const { codes, wanted } of set.sets)
        for (let i = 0; i < count; i++) if (wanted[codes[ordinals[i] ?? 0] ?? 0] === 1) isIn[i] = 1;
      for (let i = 0; i < count; i++) if (isIn[i] === 1) ordinals[kept++] = ordinals[i] ?? 0;
      return kept;
    }
  }
}
