import type { RawCell } from '../../../fields/codec';
import { blankCell } from '../../workbook';
import { textOf } from './xmlText';

/** Bytes of texts that are kept to be compared with; beyond that texts are made one by one. */
const mostBytes = 8_388_608;
/** Longer texts seldom come twice. */
const longest = 96;

/**
 * The cells of texts that stand in the sheet itself. The same text again is the same object, found
 * by its bytes: it is decoded once, and a million rows of it take no more room than one.
 */
export class TextCells {
  #slots = new Int32Array(4_096);
  readonly #cells: RawCell[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  readonly #hashes: number[] = [];
  #bytes = new Uint8Array(65_536);
  #used = 0;

  /** Undefined where the bytes are no UTF-8. */
  cellOf(bytes: Uint8Array, from: number, to: number): RawCell | undefined {
    const length = to - from;
    if (length === 0) return blankCell;
    if (length > longest) return madeOf(bytes, from, to);
    let hash = length;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let place = this.#slots[slot] ?? 0; place !== 0; place = this.#slots[slot] ?? 0) {
      const index = place - 1;
      if (this.#hashes[index] === hash && this.#isSame(index, bytes, from, length)) {
        return this.#cells[index];
      }
      slot = (slot + 1) & mask;
    }
    const cell = madeOf(bytes, from, to);
    if (cell && this.#used + length <= mostBytes)
      this.#keep(cell, hash, slot, bytes.subarray(from, to));
    return cell;
  }

  #isSame(index: number, bytes: Uint8Array, from: number, length: number): boolean {
    if (this.#lengths[index] !== length) return false;
    const start = this.#starts[index] ?? 0;
    for (let i = 0; i < length; i++) if (this.#bytes[start + i] !== bytes[from + i]) return false;
    return true;
  }

  #keep(cell: RawCell, hash: number, slot: number, bytes: Uint8Array): void {
    if (this.#used + bytes.length > this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(bytes, this.#used);
    this.#cells.push(cell);
    this.#starts.push(this.#used);
    this.#lengths.push(bytes.length);
    this.#hashes.push(hash);
    this.#used += bytes.length;
    this.#slots[slot] = this.#cells.length;
    if (this.#cells.length * 2 > this.#slots.length) this.#grow();
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (const [index, hash] of this.#hashes.entries()) {
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
    this.#slots = slots;
  }
}

function madeOf(bytes: Uint8Array, from: number, to: number): RawCell | undefined {
  const text = textOf(bytes, from, to);
  if (text === undefined) return undefined;
  return text === '' ? blankCell : { type: 'text', text };
}
