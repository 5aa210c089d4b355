import type { NumberColumn } from './numberColumn';
import { RowBits } from './rowBits';

/** A bit a row for each different number, so a column of more has none: a count or a temperature has. */
const mostNumbers = 64;

/**
 * For each number that a column holds, the rows that have it or a higher one, as bits: any range is
 * the difference of two. Made when first asked for, extended as rows come, made anew after a row has
 * changed.
 */
export class NumberBits {
  /** Ascending. */
  #numbers: number[] = [];
  #atLeast: RowBits[] = [];
  #covered = 0;
  #revision = -1;
  #hasMany = false;

  constructor(readonly column: NumberColumn) {}

  /**
   * Rows from `low` on, and among them those that are past `high`, both ends belonging to the range;
   * undefined where the column has too many numbers. `rows` is how many the table has.
   */
  between(
    low: number,
    high: number,
    rows: number,
  ): { readonly from: Uint32Array; readonly past: Uint32Array } | undefined {
    this.#update(rows);
    if (this.#hasMany) return undefined;
    const from = this.#numbers.findIndex((number) => number >= low);
    const past = this.#numbers.findIndex((number) => number > high);
    return { from: this.#wordsAt(from), past: this.#wordsAt(past) };
  }

  #wordsAt(index: number): Uint32Array {
    return this.#atLeast[index]?.words ?? new Uint32Array(0);
  }

  #update(rows: number): void {
    const { values, revision } = this.column;
    if (this.#hasMany || (this.#covered === rows && revision === this.#revision)) return;
    let known = new Set(this.#numbers);
    let from = this.#covered;
    if (revision !== this.#revision) {
      known = new Set();
      from = 0;
    }
    for (let ordinal = from; ordinal < rows && known.size <= mostNumbers; ordinal++) {
      const value = values[ordinal] ?? NaN;
      if (!Number.isNaN(value)) known.add(value);
    }
    if (known.size > mostNumbers) {
      this.#hasMany = true;
      this.#numbers = [];
      this.#atLeast = [];
      return;
    }
    if (from === 0 || known.size > this.#numbers.length) {
      this.#numbers = [...known].sort((left, right) => left - right);
      this.#atLeast = this.#numbers.map(() => new RowBits());
      from = 0;
    }
    const isNew = from === 0;
    const places = new Map(this.#numbers.map((number, place) => [number, place]));
    for (let ordinal = from; ordinal < rows; ordinal++) {
      const place = places.get(values[ordinal] ?? NaN) ?? -1;
      for (let lower = place; lower >= (isNew ? Math.max(place, 0) : 0); lower--)
        this.#atLeast[lower]?.set(ordinal);
    }
    if (isNew)
      this.#atLeast.reduceRight((higher, own) => {
        own.add(higher);
        return own;
      }, new RowBits());
    this.#covered = rows;
    this.#revision = revision;
  }
}
