import type { TableRows } from '../columns/tableRows';
import { sortByKey } from './sortByKey';
import { compareKeys, keyAt, type SortKey } from './sortKeys';

/** So many new rows are put in one by one; with more the order is made anew. */
const mostNew = 512;
const pieceRows = 512;

/**
 * All rows of a table in the order of one column, kept from one query to the next: a first page walks
 * along it instead of comparing a million rows. Four bytes a row; blank rows come last, and of equal
 * rows the earlier one first. The descending order is the same read backwards, but for the blanks.
 */
export class SortedRows {
  #ordinals = new Int32Array(0);
  #filled = 0;
  #revision = -1;

  /** Puts all rows in order, unless they are. */
  make(rows: TableRows, key: SortKey): void {
    if (this.isReady(rows, key)) return;
    const all = new Int32Array(rows.size);
    for (let ordinal = 0; ordinal < all.length; ordinal++) all[ordinal] = ordinal;
    const rising = { ...key, descending: false };
    this.#ordinals = sortByKey(all, rising);
    this.#filled = placeIn(this.#ordinals, (ordinal) => !isBlank(rising, ordinal));
    this.#revision = key.column.revision;
  }

  /** Whether the order holds; rows that have come since are put in where they are few. */
  isReady(rows: TableRows, key: SortKey): boolean {
    const covered = this.#ordinals.length;
    if (key.column.revision !== this.#revision || rows.size - covered > mostNew) return false;
    if (rows.size > covered) this.#add(covered, rows.size, { ...key, descending: false });
    return true;
  }

  /** Every row in order. */
  all(descending: boolean): Int32Array {
    if (!descending) return this.#ordinals.slice();
    const all = new Int32Array(this.#ordinals.length);
    const filled = this.#filled;
    for (let place = 0; place < all.length; place++)
      all[place] = this.#ordinals[backwards(place, filled, all.length)] ?? 0;
    return all;
  }

  /** Calls `visit` with the next rows in order (a copy) until it says false. */
  eachPiece(descending: boolean, visit: (ordinals: Int32Array) => boolean): void {
    const { length } = this.#ordinals;
    for (let from = 0; from < length; from += pieceRows) {
      const piece = new Int32Array(Math.min(pieceRows, length - from));
      for (let i = 0; i < piece.length; i++) {
        const place = descending ? backwards(from + i, this.#filled, length) : from + i;
        piece[i] = this.#ordinals[place] ?? 0;
      }
      if (!visit(piece)) return;
    }
  }

  #add(from: number, to: number, key: SortKey): void {
    const old = this.#ordinals;
    const added = Array.from({ length: to - from }, (_, i) => from + i);
    added.sort((left, right) => compareKeys(key, left, right) || left - right);
    const ordinals = new Int32Array(to);
    let copied = 0;
    added.forEach((ordinal, i) => {
      const place = placeIn(old, (one) => compareKeys(key, one, ordinal) <= 0);
      ordinals.set(old.subarray(copied, place), copied + i);
      ordinals[place + i] = ordinal;
      copied = place;
      if (!isBlank(key, ordinal)) this.#filled++;
    });
    ordinals.set(old.subarray(copied), copied + added.length);
    this.#ordinals = ordinals;
  }
}

const isBlank = (key: SortKey, ordinal: number) => Number.isNaN(keyAt(key, ordinal));

/** The place in the rising order of the one at a place in the descending one. */
const backwards = (place: number, filled: number, length: number) =>
  place < filled ? filled - 1 - place : length - 1 - (place - filled);

/** How many of the first hold, of which none holds after one that does not. */
function placeIn(ordinals: Int32Array, holds: (ordinal: number) => boolean): number {
  let low = 0;
  let high = ordinals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ordinals[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
