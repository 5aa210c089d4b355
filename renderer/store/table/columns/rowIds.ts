import type { RowId } from '../../../../shared/kernel/ids';
import type { Block, BlockIds } from '../block/block';
import { idWords, packId, unpackId } from '../block/packedIds';
import { grownCapacity } from './grow';

/** The ids of the rows, 16 bytes each, and from an id to its row by an open hash of ordinals. */
export class RowIds {
  #words = new Uint32Array(64 * idWords);
  /** Ordinal + 1; 0 is free. */
  #slots = new Int32Array(128);
  #size = 0;
  /** Texts that have not the form of an id are kept as they are. */
  readonly #strangeIds = new Map<number, string>();
  readonly #strangeOrdinals = new Map<string, number>();
  readonly #asked = new Uint32Array(idWords);

  grow(capacity: number): void {
    const words = new Uint32Array(capacity * idWords);
    words.set(this.#words);
    this.#words = words;
  }

  add(id: RowId): void {
    const ordinal = this.#size++;
    if (packId(id, this.#words, ordinal)) this.#enter(ordinal);
    else this.#addStrange(ordinal, id);
  }

  get size(): number {
    return this.#size;
  }

  load(ids: BlockIds): void {
    this.#words.set(ids.ids, this.#size * idWords);
    for (let row = 0; row < ids.rows; row++) this.#take(ids.strangeIds.get(row));
  }

  /** Loads ids up to the first that is held already, and gives that one. Makes room for them. */
  loadNew(ids: BlockIds): RowId | undefined {
    const rows = this.#size + ids.rows;
    const present = this.#words.length / idWords;
    if (rows > present) this.grow(grownCapacity(rows, present));
    this.#words.set(ids.ids, this.#size * idWords);
    for (let row = 0; row < ids.rows; row++) {
      if (this.#isHeld(ids, row)) return idOf(ids, row);
      this.#take(ids.strangeIds.get(row));
    }
    return undefined;
  }

  /** The first of the ids that is held already. */
  firstHeld(ids: BlockIds): RowId | undefined {
    for (let row = 0; row < ids.rows; row++) if (this.#isHeld(ids, row)) return idOf(ids, row);
    return undefined;
  }

  #isHeld({ ids, strangeIds }: BlockIds, row: number): boolean {
    const strange = strangeIds.get(row);
    return strange === undefined
      ? this.#slots[this.#slotOf(ids, row)] !== 0
      : this.#strangeOrdinals.has(strange);
  }

  /** The next row, whose words are in their place. */
  #take(strange: string | undefined): void {
    const ordinal = this.#size++;
    if (strange === undefined) this.#enter(ordinal);
    else this.#addStrange(ordinal, strange);
  }

  at(ordinal: number): RowId {
    const strange = this.#strangeIds.size > 0 ? this.#strangeIds.get(ordinal) : undefined;
    return strange === undefined ? unpackId(this.#words, ordinal) : (strange as RowId); // as it was given
  }

  ordinalOf(id: string): number | undefined {
    if (!packId(id, this.#asked, 0)) return this.#strangeOrdinals.get(id);
    const found = this.#slots[this.#slotOf(this.#asked, 0)] ?? 0;
    return found === 0 ? undefined : found - 1;
  }

  encode(from: number, to: number): Pick<Block, 'ids' | 'strangeIds'> {
    const strangeIds = new Map<number, string>();
    if (this.#strangeIds.size > 0)
      for (let ordinal = from; ordinal < to; ordinal++) {
        const id = this.#strangeIds.get(ordinal);
        if (id !== undefined) strangeIds.set(ordinal - from, id);
      }
    return { ids: this.#words.subarray(from * idWords, to * idWords), strangeIds };
  }

  /** Of two rows with one id the later one is found. */
  #enter(ordinal: number): void {
    this.#slots[this.#slotOf(this.#words, ordinal)] = ordinal + 1;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
  }

  #addStrange(ordinal: number, id: string): void {
    this.#words.fill(0, ordinal * idWords, (ordinal + 1) * idWords);
    this.#strangeIds.set(ordinal, id);
    this.#strangeOrdinals.set(id, ordinal);
  }

  #slotOf(words: Uint32Array, row: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(words, row) & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot] ?? 0;
      if (found === 0 || this.#same(words, row, found - 1)) return slot;
    }
  }

  #same(words: Uint32Array, row: number, ordinal: number): boolean {
    const left = row * idWords;
    const right = ordinal * idWords;
    const own = this.#words;
    return (
      words[left] === own[right] &&
      words[left + 1] === own[right + 1] &&
      words[left + 2] === own[right + 2] &&
      words[left + 3] === own[right + 3]
    );
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let ordinal = 0; ordinal < this.#size; ordinal++)
      if (!this.#strangeIds.has(ordinal))
        this.#slots[this.#slotOf(this.#words, ordinal)] = ordinal + 1;
  }
}

function idOf({ ids, strangeIds }: BlockIds, row: number): RowId {
  return (strangeIds.get(row) ?? unpackId(ids, row)) as RowId; // as it was given
}

function hashOf(words: Uint32Array, row: number): number {
  const at = row * idWords;
  let hash = 0;
  for (let word = at; word < at + idWords; word++)
    hash = Math.imul(hash ^ (words[word] ?? 0), 0x9e3779b1);
  return hash ^ (hash >>> 16);
}
