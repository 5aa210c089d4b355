import { grownCapacity } from './grow';

/** One bit for each row, in words of 32: what holds for it or not. Bits past the last row are 0. */
export class RowBits {
  #words = new Uint32Array(64);

  /** Valid until the next row is set. */
  get words(): Uint32Array {
    return this.#words;
  }

  set(ordinal: number): void {
    const word = ordinal >> 5;
    if (word >= this.#words.length) {
      const words = new Uint32Array(grownCapacity(word + 1, this.#words.length));
      words.set(this.#words);
      this.#words = words;
    }
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (ordinal & 31));
  }

  /** Sets all that are set there. */
  add({ words }: RowBits): void {
    if (words.length > this.#words.length) {
      const own = this.#words;
      this.#words = new Uint32Array(words.length);
      this.#words.set(own);
    }
    for (let at = 0; at < words.length; at++)
      this.#words[at] = (this.#words[at] ?? 0) | (words[at] ?? 0);
  }
}

/** Bits that follow a column: extended as rows come, made anew after one that was there has changed. */
export class FollowedBits {
  #bits = new RowBits();
  #covered = 0;
  #revision = -1;

  constructor(readonly holds: (ordinal: number) => boolean) {}

  /** `revision` is the column's, `rows` is how many the table has. */
  upTo(rows: number, revision: number): Uint32Array {
    if (revision !== this.#revision) {
      this.#bits = new RowBits();
      this.#covered = 0;
    }
    for (let ordinal = this.#covered; ordinal < rows; ordinal++)
      if (this.holds(ordinal)) this.#bits.set(ordinal);
    this.#covered = rows;
    this.#revision = revision;
    return this.#bits.words;
  }
}

/** How many of the first `rows` bits are set. */
export function countBits(words: Uint32Array, rows: number): number {
  let count = 0;
  const whole = Math.min(words.length, (rows + 31) >> 5);
  for (let at = 0; at < whole; at++) {
    let word = words[at] ?? 0;
    if (word === 0) continue;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Writes the ordinals of a stretch whose bits are set, ascending; gives their number. */
export function collectBits(
  words: Uint32Array,
  from: number,
  to: number,
  into: Int32Array,
  place = 0,
): number {
  let count = place;
  for (let at = from >> 5; at << 5 < to; at++) {
    let word = words[at] ?? 0;
    while (word !== 0) {
      const ordinal = (at << 5) + (31 - Math.clz32(word & -word));
      word &= word - 1;
      if (ordinal >= from && ordinal < to) into[count++] = ordinal;
    }
  }
  return count;
}

/** All of the first `rows` that the other bits leave out. */
export function invertBits(words: Uint32Array, rows: number): Uint32Array {
  const inverted = new Uint32Array((rows + 31) >> 5);
  for (let at = 0; at < inverted.length; at++) inverted[at] = ~(words[at] ?? 0);
  const rest = rows & 31;
  const last = inverted.length - 1;
  if (rest !== 0) inverted[last] = (inverted[last] ?? 0) & ((1 << rest) - 1);
  return inverted;
}
