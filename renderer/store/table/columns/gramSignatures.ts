/** So many texts share a signature: few enough that most are ruled out, at a few bytes a text. */
export const blockTexts = 16;

/**
 * Which runs of three characters (of two, where they are not ASCII) stand in each block of texts, as
 * bits chosen by a hash: a block that lacks one of a needle's runs does not hold the needle.
 */
export class GramSignatures {
  readonly #words: Uint32Array;
  readonly #wordsPerBlock: number;

  /** `ends` says where each of the texts, which lie one after the other, ends. */
  constructor(text: string, ends: Uint32Array) {
    const blocks = Math.ceil(ends.length / blockTexts);
    // Two bits for each character: about a quarter of them are set.
    const bits = Math.max(64, 2 ** Math.ceil(Math.log2((2 * text.length) / Math.max(1, blocks))));
    this.#wordsPerBlock = bits >> 5;
    this.#words = new Uint32Array(blocks * this.#wordsPerBlock);
    let start = 0;
    ends.forEach((end, entry) => {
      const base = Math.floor(entry / blockTexts) * this.#wordsPerBlock;
      for (const gram of gramsOf(text, start, end)) {
        const bit = gram & (bits - 1);
        const word = base + (bit >> 5);
        this.#words[word] = (this.#words[word] ?? 0) | (1 << (bit & 31));
      }
      start = end;
    });
  }

  /** False only where no text of the block has all of the runs. */
  mayHold(block: number, grams: Uint32Array): boolean {
    const base = block * this.#wordsPerBlock;
    const mask = this.#wordsPerBlock * 32 - 1;
    for (const gram of grams) {
      const bit = gram & mask;
      if (((this.#words[base + (bit >> 5)] ?? 0) & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }
}

const scratch = new Uint32Array(1 << 17);

/** The hashes of the runs of a text; valid until the next call. None in a text that is too short. */
export function gramsOf(text: string, from = 0, to = text.length): Uint32Array {
  const into = 2 * (to - from) > scratch.length ? new Uint32Array(2 * (to - from)) : scratch;
  let count = 0;
  let before = 0;
  let last = 0;
  for (let at = from; at < to; at++) {
    const next = text.charCodeAt(at);
    if (at - from >= 2) into[count++] = hashOf(before, last, next);
    if (last > 0x7f && next > 0x7f) into[count++] = hashOf(0, last, next);
    before = last;
    last = next;
  }
  return into.subarray(0, count);
}

function hashOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ third, 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}
