import type { BlockColumn } from '../block/block';
import { NumberBits } from './numberBits';
import { FollowedBits } from './rowBits';

/** A column of numbers and instants; NaN is blank. */
export class NumberColumn {
  readonly type = 'numbers';
  #values: Float64Array;
  /** Rows from the first on that are all filled and never go back: a log's times mostly are. */
  #risesTo = 0;
  /** Changes whenever a row that was there gets another value. */
  revision = 0;
  readonly bits = new NumberBits(this);
  readonly #blank = new FollowedBits((ordinal) => Number.isNaN(this.#values[ordinal] ?? NaN));

  constructor(
    readonly name: string,
    capacity: number,
  ) {
    this.#values = new Float64Array(capacity).fill(NaN);
  }

  get values(): Float64Array {
    return this.#values;
  }

  /** True when the rows, taken by ordinal, are in ascending order already and none is blank. */
  risesThroughout(rows: number): boolean {
    return this.#risesTo === rows;
  }

  /** The blank rows of the first `rows`, as bits. */
  blankBits(rows: number): Uint32Array {
    return this.#blank.upTo(rows, this.revision);
  }

  valueAt(ordinal: number): number | undefined {
    const value = this.#values[ordinal] ?? NaN;
    return Number.isNaN(value) ? undefined : value;
  }

  grow(capacity: number): void {
    const values = new Float64Array(capacity).fill(NaN, this.#values.length);
    values.set(this.#values);
    this.#values = values;
  }

  append(ordinal: number, value: number): void {
    this.#values[ordinal] = value;
    this.#watchRise(ordinal, value);
  }

  set(ordinal: number, value: number | undefined): void {
    this.#values[ordinal] = value ?? NaN;
    this.revision++;
    if (ordinal >= this.#risesTo) return;
    const before = ordinal === 0 ? -Infinity : (this.#values[ordinal - 1] ?? NaN);
    const after = ordinal + 1 < this.#risesTo ? (this.#values[ordinal + 1] ?? NaN) : Infinity;
    if (value === undefined || value < before || value > after) this.#risesTo = ordinal;
  }

  load(block: BlockColumn & { readonly type: 'numbers' }, first: number): void {
    this.#values.set(block.values, first);
    for (let row = 0; row < block.values.length; row++)
      this.#watchRise(first + row, block.values[row] ?? NaN);
  }

  encode(from: number, to: number): BlockColumn | undefined {
    const values = this.#values.slice(from, to);
    if (values.every((value) => Number.isNaN(value))) return undefined;
    return { type: 'numbers', name: this.name, values };
  }

  #watchRise(ordinal: number, value: number): void {
    if (ordinal !== this.#risesTo) return;
    if (ordinal === 0 ? !Number.isNaN(value) : value >= (this.#values[ordinal - 1] ?? NaN))
      this.#risesTo++;
  }
}
