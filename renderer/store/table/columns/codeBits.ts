import type { DictionaryColumn } from './dictionaryColumn';
import { FollowedBits } from './rowBits';

/** The rows that have one code, as bits: for the few values of a choice, and for blank. */
export class CodeBits {
  readonly #known = new Map<number, FollowedBits>();

  constructor(readonly column: DictionaryColumn) {}

  /** `rows` is how many the table has. */
  of(code: number, rows: number): Uint32Array {
    let known = this.#known.get(code);
    if (!known) {
      known = new FollowedBits((ordinal) => this.column.codes[ordinal] === code);
      this.#known.set(code, known);
    }
    return known.upTo(rows, this.column.revision);
  }
}
