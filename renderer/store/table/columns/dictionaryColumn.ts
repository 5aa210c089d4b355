import type { StoredValue } from '../../../../shared/ledger/field';
import type { BlockColumn } from '../block/block';
import { ByteWriter } from '../block/bytes';
import { CodeBits } from './codeBits';
import { Dictionary } from './dictionary';
import { grownCapacity } from './grow';
import type { NumberColumn } from './numberColumn';
import { RowChains } from './rowChains';

export type Codes = Uint8Array | Uint16Array | Uint32Array;

/**
 * A column of anything that is not a number: the code of its value for each row, in as many bytes as
 * the number of different values needs.
 */
export class DictionaryColumn {
  readonly type = 'dictionary';
  readonly dictionary = new Dictionary();
  #codes: Codes;
  /** Live rows that have each code; blank rows are not counted. */
  #live = new Uint32Array(64);
  #filledRows = 0;
  #chains: RowChains | undefined;
  /** For blank, and where there are few values, for each of them. */
  readonly bits = new CodeBits(this);
  /** Changes whenever a row that was there gets another value: what was derived has to be made anew. */
  revision = 0;

  constructor(
    readonly name: string,
    capacity: number,
  ) {
    this.#codes = new Uint8Array(capacity);
  }

  static of(numbers: NumberColumn, rows: number, isLive: (ordinal: number) => boolean) {
    const column = new DictionaryColumn(numbers.name, numbers.values.length);
    for (let ordinal = 0; ordinal < rows; ordinal++) {
      const value = numbers.valueAt(ordinal);
      if (value !== undefined) column.append(ordinal, value, isLive(ordinal));
    }
    return column;
  }

  get codes(): Codes {
    return this.#codes;
  }

  liveRowsOf(code: number): number {
    return this.#live[code] ?? 0;
  }

  /** Live rows that are not blank here. */
  get filledRows(): number {
    return this.#filledRows;
  }

  get chains(): RowChains {
    this.#chains ??= new RowChains(this);
    return this.#chains;
  }

  valueAt(ordinal: number): StoredValue | undefined {
    const code = this.#codes[ordinal] ?? 0;
    return code === 0 ? undefined : this.dictionary.valueOf(code);
  }

  grow(capacity: number): void {
    const make = this.#codes.constructor as new (length: number) => Codes; // one of the three
    const codes = new make(capacity);
    codes.set(this.#codes);
    this.#codes = codes;
  }

  /** For a row that was blank here until now. */
  append(ordinal: number, value: StoredValue, isLive: boolean): void {
    const code = this.dictionary.add(value);
    this.#fit();
    this.#codes[ordinal] = code;
    if (isLive) this.countLive(ordinal, 1);
  }

  set(ordinal: number, value: StoredValue | undefined, isLive: boolean): void {
    if (isLive) this.countLive(ordinal, -1);
    const code = value === undefined ? 0 : this.dictionary.add(value);
    this.#fit();
    this.#codes[ordinal] = code;
    this.revision++;
    if (isLive) this.countLive(ordinal, 1);
  }

  /** Takes a row into the counts, or out of them (-1). */
  countLive(ordinal: number, by: 1 | -1): void {
    const code = this.#codes[ordinal] ?? 0;
    if (code === 0) return;
    this.#live[code] = (this.#live[code] ?? 0) + by;
    this.#filledRows += by;
  }

  /** The rows of a block, from `first`, all of them counted as live. */
  load(block: BlockColumn & { readonly type: 'dictionary' }, first: number): void {
    const { starts, bytes } = block;
    const codeOf = new Uint32Array(starts.length);
    codeOf.set(this.dictionary.addAll(bytes, starts), 1);
    this.#fit();
    const counts = new Uint32Array(starts.length);
    mapCodes(block.codes, codeOf, counts, this.#codes, first);
    for (let entry = 1; entry < starts.length; entry++) {
      const code = codeOf[entry] ?? 0;
      this.#live[code] = (this.#live[code] ?? 0) + (counts[entry] ?? 0);
      this.#filledRows += counts[entry] ?? 0;
    }
  }

  /** The rows `from` to `to` with a dictionary of their own; undefined where all are blank. */
  encode(from: number, to: number): BlockColumn | undefined {
    const writer = new ByteWriter();
    const starts = [0];
    const entryOf = new Map<number, number>();
    const codes = new Uint32Array(to - from);
    for (let ordinal = from; ordinal < to; ordinal++) {
      const code = this.#codes[ordinal] ?? 0;
      if (code === 0) continue;
      let entry = entryOf.get(code);
      if (entry === undefined) {
        const { bytes } = this.dictionary;
        writer.bytes(bytes.subarray(this.dictionary.startOf(code), this.dictionary.endOf(code)));
        entry = starts.push(writer.length) - 1;
        entryOf.set(code, entry);
      }
      codes[ordinal - from] = entry;
    }
    if (starts.length === 1) return undefined;
    const bytes = writer.written();
    return { type: 'dictionary', name: this.name, starts: Uint32Array.from(starts), bytes, codes };
  }

  /** Room for every code of the dictionary in the rows and in the counts. */
  #fit(): void {
    const highest = this.dictionary.size;
    if (highest >= this.#live.length) {
      const live = new Uint32Array(grownCapacity(highest + 1, this.#live.length));
      live.set(this.#live);
      this.#live = live;
    }
    const needed = highest < 0x100 ? 1 : highest < 0x10000 ? 2 : 4;
    if (needed <= this.#codes.BYTES_PER_ELEMENT) return;
    this.#codes = needed === 2 ? Uint16Array.from(this.#codes) : Uint32Array.from(this.#codes);
  }
}

/** From a block's own codes to those of the table, counting them on the way. */
function mapCodes(
  own: Uint32Array,
  codeOf: Uint32Array,
  counts: Uint32Array,
  into: Codes,
  first: number,
): void {
  for (let row = 0; row < own.length; row++) {
    const entry = own[row] ?? 0;
    into[first + row] = codeOf[entry] ?? 0;
    counts[entry] = (counts[entry] ?? 0) + 1;
  }
}
