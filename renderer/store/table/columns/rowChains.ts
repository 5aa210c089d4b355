import type { DictionaryColumn } from './dictionaryColumn';

/**
 * From a value to its rows: each row knows the one before it that has the same value. Four bytes a
 * row; made when first asked for, extended as rows come, made anew after a row has changed.
 */
export class RowChains {
  /** By row: the one before it + 1; 0: none. */
  #before = new Int32Array(0);
  /** By code: its last row + 1; 0: none. */
  #last = new Int32Array(0);
  #covered = 0;
  #revision = -1;

  constructor(readonly column: DictionaryColumn) {}

  /**
   * Writes the rows of a code that are `wanted` (by ordinal: 1 is deleted), the newest first;
   * `rows` is how many the table has. Gives the place after the last written.
   */
  collect(
    code: number,
    rows: number,
    deleted: Uint8Array,
    wanted: 0 | 1 | undefined,
    into: Int32Array,
    place: number,
  ): number {
    this.#update(rows);
    const before = this.#before;
    for (let next = this.#last[code] ?? 0; next !== 0; next = before[next - 1] ?? 0)
      if (wanted === undefined || deleted[next - 1] === wanted) into[place++] = next - 1;
    return place;
  }

  #update(rows: number): void {
    const { codes, dictionary, revision } = this.column;
    if (revision !== this.#revision) {
      this.#covered = 0;
      this.#last = new Int32Array(0);
      this.#revision = revision;
    }
    if (this.#covered === rows) return;
    if (this.#before.length < codes.length) this.#before = enlarged(this.#before, codes.length);
    if (this.#last.length <= dictionary.size)
      this.#last = enlarged(this.#last, dictionary.size + 1 + (dictionary.size >> 3));
    const [before, last] = [this.#before, this.#last];
    for (let ordinal = this.#covered; ordinal < rows; ordinal++) {
      const code = codes[ordinal] ?? 0;
      before[ordinal] = last[code] ?? 0;
      last[code] = ordinal + 1;
    }
    this.#covered = rows;
  }
}

function enlarged(present: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(present);
  return larger;
}
