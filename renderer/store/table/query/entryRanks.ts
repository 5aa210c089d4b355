import type { StoredValue } from '../../../../shared/ledger/field';
import type { Dictionary } from '../columns/dictionary';
import { collate, collator } from './collate';

/** So many new entries, or such a part of all, are put in one by one; more are sorted with the rest. */
const fewEntries = 16;
const fewShare = 1 / 64;

/** The order of a column's different values, so that rows compare by two numbers. */
export class EntryRanks {
  #texts: string[] = [];
  #order: Uint32Array = new Uint32Array(0);
  #ranks = new Uint32Array(1);

  /** `shown` gives the text by which an entry stands in its order. */
  constructor(
    readonly dictionary: Dictionary,
    readonly shown: (value: StoredValue) => string,
    /** Texts of references change with the records they name. */
    readonly changes: boolean,
  ) {}

  /** By code, from 1 for the first; entries that compare as equal have the same. 0 is for blank. */
  ranks(): Uint32Array {
    const { size } = this.dictionary;
    const covered = this.#texts.length;
    const isStale = this.changes && this.#texts.some((text, index) => text !== this.#textOf(index));
    if (covered === size && !isStale) return this.#ranks;
    if (isStale || size - covered > Math.max(fewEntries, size * fewShare)) this.#sortAll();
    else this.#insert(covered, size);
    this.#rank();
    return this.#ranks;
  }

  #textOf(index: number): string {
    return this.shown(this.dictionary.valueOf(index + 1));
  }

  #sortAll(): void {
    const { size } = this.dictionary;
    this.#texts = Array.from({ length: size }, (_, index) => this.#textOf(index));
    this.#order = this.#hasNumbers()
      ? Uint32Array.from(this.#texts.keys()).sort((left, right) => this.#compare(left, right))
      : collate(this.#texts);
  }

  #insert(from: number, to: number): void {
    const order = Array.from(this.#order);
    for (let index = from; index < to; index++) {
      this.#texts.push(this.#textOf(index));
      let low = 0;
      let high = order.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.#compare(order[middle] ?? 0, index) <= 0) low = middle + 1;
        else high = middle;
      }
      order.splice(low, 0, index);
    }
    this.#order = Uint32Array.from(order);
  }

  #rank(): void {
    this.#ranks = new Uint32Array(this.#order.length + 1);
    let rank = 0;
    this.#order.forEach((index, place) => {
      if (place === 0 || this.#compare(this.#order[place - 1] ?? 0, index) !== 0) rank++;
      this.#ranks[index + 1] = rank;
    });
  }

  #compare(left: number, right: number): number {
    const a = this.#numberAt(left);
    const b = a === undefined ? undefined : this.#numberAt(right);
    if (a !== undefined && b !== undefined) return a - b;
    return collator.compare(this.#texts[left] ?? '', this.#texts[right] ?? '');
  }

  #numberAt(index: number): number | undefined {
    if (this.dictionary.isText(index + 1)) return undefined;
    const value = this.dictionary.valueOf(index + 1);
    return typeof value === 'number' ? value : undefined;
  }

  #hasNumbers(): boolean {
    return this.#texts.some((_, index) => this.#numberAt(index) !== undefined);
  }
}
