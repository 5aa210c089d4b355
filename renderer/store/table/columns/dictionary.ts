import type { StoredValue } from '../../../../shared/ledger/field';
import { ByteWriter } from '../block/bytes';
import { isTextAt, readValue, writeValue } from '../block/valueBytes';
import { grownCapacity } from './grow';

/** Values below this code are kept as they are given out: choices, names of places and staff. */
const keptValues = 4096;
const scratch = new ByteWriter();

/**
 * The different values of one column, numbered from 1 in the order of their coming (0 is blank).
 * Their bytes lie one after the other, found by an open hash: a million identity numbers take
 * 34 bytes each, no object among them.
 */
export class Dictionary {
  #bytes = new Uint8Array(256);
  /** Where the entry of code n begins is at n - 1, where it ends at n. */
  #ends = new Uint32Array(64);
  /** Pairs of hash and code (0: free), so that one look at memory tells most others apart. */
  #slots = new Uint32Array(256);
  #size = 0;
  #hasOnlyTexts = true;
  readonly #kept: (StoredValue | undefined)[] = [];

  /** The highest code. */
  get size(): number {
    return this.#size;
  }

  get hasOnlyTexts(): boolean {
    return this.#hasOnlyTexts;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  startOf(code: number): number {
    return this.#ends[code - 1] ?? 0;
  }

  endOf(code: number): number {
    return this.#ends[code] ?? 0;
  }

  isText(code: number): boolean {
    return isTextAt(this.#bytes, this.startOf(code), this.endOf(code));
  }

  valueOf(code: number): StoredValue {
    const kept = code < keptValues ? this.#kept[code] : undefined;
    if (kept !== undefined) return kept;
    const value = readValue(this.#bytes, this.startOf(code), this.endOf(code));
    if (code < keptValues) this.#kept[code] = value;
    return value;
  }

  codeOf(value: StoredValue): number | undefined {
    scratch.clear();
    writeValue(scratch, value);
    const bytes = scratch.written();
    const slot = this.#slotOf(bytes, 0, bytes.length, hashOf(bytes, 0, bytes.length));
    const found = this.#slots[slot + 1] ?? 0;
    return found === 0 ? undefined : found;
  }

  add(value: StoredValue): number {
    scratch.clear();
    writeValue(scratch, value);
    return this.addBytes(scratch.written(), 0, scratch.length);
  }

  /** The code of the value whose bytes stand between two places, a new one where it is new. */
  addBytes(source: Uint8Array, from: number, to: number): number {
    return this.#addHashed(source, from, to, hashOf(source, from, to));
  }

  /**
   * The codes of many values that lie one after the other; `starts` has one more than there are.
   * Goes over them in steps that do not wait for each other: a load from memory takes longer than
   * all the rest, and the processor then waits for many at a time.
   */
  addAll(source: Uint8Array, starts: Uint32Array): Uint32Array {
    const count = starts.length - 1;
    const hashes = new Uint32Array(count);
    for (let i = 0; i < count; i++) hashes[i] = hashOf(source, starts[i] ?? 0, starts[i + 1] ?? 0);
    const codes = new Uint32Array(count);
    const mask = this.#slots.length - 1;
    for (let i = 0; i < count; i++) {
      const hash = hashes[i] ?? 0;
      const slot = (hash << 1) & mask;
      if (this.#slots[slot] === hash) codes[i] = this.#slots[slot + 1] ?? 0;
    }
    const places = new Uint32Array(count);
    for (let i = 0; i < count; i++) places[i] = this.#ends[(codes[i] ?? 0) - 1] ?? 0;
    for (let i = 0; i < count; i++) {
      const code = codes[i] ?? 0;
      const from = starts[i] ?? 0;
      const to = starts[i + 1] ?? 0;
      if (code === 0 || !this.#holds(code, source, from, to))
        codes[i] = this.#addHashed(source, from, to, hashes[i] ?? 0);
    }
    return codes;
  }

  #addHashed(source: Uint8Array, from: number, to: number, hash: number): number {
    const slot = this.#slotOf(source, from, to, hash);
    const known = this.#slots[slot + 1] ?? 0;
    if (known !== 0) return known;
    const start = this.#ends[this.#size] ?? 0;
    const end = start + (to - from);
    if (end > this.#bytes.length) this.#growBytes(end);
    for (let at = from, into = start; at < to; at++, into++) this.#bytes[into] = source[at] ?? 0;
    const code = ++this.#size;
    if (code >= this.#ends.length) this.#growEntries();
    this.#ends[code] = end;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = code;
    if (!isTextAt(source, from, to)) this.#hasOnlyTexts = false;
    if (code * 4 > this.#slots.length) this.#rehash();
    return code;
  }

  /** The slot that holds these bytes, or the free one where they belong. */
  #slotOf(source: Uint8Array, from: number, to: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const code = this.#slots[slot + 1] ?? 0;
      if (code === 0 || (this.#slots[slot] === hash && this.#holds(code, source, from, to)))
        return slot;
    }
  }

  #holds(code: number, source: Uint8Array, from: number, to: number): boolean {
    const start = this.startOf(code);
    if (this.endOf(code) - start !== to - from) return false;
    for (let at = from, own = start; at < to; at++, own++)
      if (this.#bytes[own] !== source[at]) return false;
    return true;
  }

  #growBytes(needed: number): void {
    const grown = new Uint8Array(grownCapacity(needed, this.#bytes.length));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }

  #growEntries(): void {
    const ends = new Uint32Array(grownCapacity(this.#size + 1, this.#ends.length));
    ends.set(this.#ends);
    this.#ends = ends;
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Uint32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = ((old[from] ?? 0) << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[from] ?? 0;
      slots[slot + 1] = old[from + 1] ?? 0;
    }
    this.#slots = slots;
  }
}

/** FNV-1a, its bits spread once more at the end, as the lowest of them choose the slot. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
