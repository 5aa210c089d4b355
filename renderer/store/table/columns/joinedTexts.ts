import { stripSeparators } from '../query/foldText';
import type { Dictionary } from './dictionary';

/** Entries in one string: long enough for the engine's own search, short to make anew as they come. */
const chunkEntries = 1024;
/** Nothing but these: folding changes case alone, and no character of one entry joins the next. */
const plain = /^[\u0020-\u007e\u00b7\u3400-\u4dbf\u4e00-\u9fff]*$/;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

interface Chunk {
  readonly first: number;
  readonly texts: Joined;
  /** The same without separators; the same object where there are none. */
  readonly compacts: Joined;
}

/** Texts one after the other, and where each ends. */
interface Joined {
  readonly text: string;
  readonly ends: Uint32Array;
}

/**
 * The entries of a dictionary as searches compare them: folded, and compact as well. They are kept
 * as long strings, because a search in one string of a thousand names is a hundred times faster than
 * a thousand searches. A match that reaches over the end of an entry does not count.
 */
export class JoinedTexts {
  readonly #chunks: Chunk[] = [];

  /** `formOf` gives the folded text of an entry; `isValue` where that is its value, folded. */
  constructor(
    readonly dictionary: Dictionary,
    readonly formOf: (code: number) => string,
    readonly isValue: boolean,
  ) {}

  /**
   * Calls `found` with the code of every entry that holds the folded text, or whose compact text holds
   * `bare` (if there is any); twice for some.
   */
  includes(folded: string, bare: string, found: (code: number) => void): void {
    for (const { first, texts, compacts } of this.#upToDate()) {
      eachIncluding(texts, folded, first, found);
      if (bare !== '' && (texts !== compacts || bare !== folded))
        eachIncluding(compacts, bare, first, found);
    }
  }

  compactIncludes(bare: string, found: (code: number) => void): void {
    for (const { first, compacts } of this.#upToDate()) eachIncluding(compacts, bare, first, found);
  }

  /** Calls `found` with the code of every entry whose compact text starts so. */
  startsWith(bare: string, found: (code: number) => void): void {
    for (const { first, compacts } of this.#upToDate()) {
      let start = 0;
      for (let entry = 0; entry < compacts.ends.length; entry++) {
        const end = compacts.ends[entry] ?? 0;
        if (end - start >= bare.length && compacts.text.startsWith(bare, start))
          found(first + entry);
        start = end;
      }
    }
  }

  #upToDate(): readonly Chunk[] {
    const last = this.#chunks.at(-1);
    const covered = last ? last.first + last.texts.ends.length : 1;
    if (covered > this.dictionary.size) return this.#chunks;
    if (last && last.texts.ends.length < chunkEntries) this.#chunks.pop();
    for (
      let first = this.#chunks.length * chunkEntries + 1;
      first <= this.dictionary.size;
      first += chunkEntries
    )
      this.#chunks.push(
        this.#join(first, Math.min(first + chunkEntries, this.dictionary.size + 1)),
      );
    return this.#chunks;
  }

  #join(first: number, after: number): Chunk {
    const texts =
      (this.isValue ? this.#joinPlain(first, after) : undefined) ??
      joinOf(first, after, this.formOf);
    const compacts =
      stripSeparators(texts.text) === texts.text
        ? texts
        : joinOf(first, after, (code) => stripSeparators(this.formOf(code)));
    return { first, texts, compacts };
  }

  /** All at once where every entry is a text of plain characters; undefined elsewhere. */
  #joinPlain(first: number, after: number): Joined | undefined {
    const { bytes } = this.dictionary;
    const start = this.dictionary.startOf(first);
    const own = bytes.subarray(start, this.dictionary.endOf(after - 1));
    const text = utf8.decode(own);
    if (!plain.test(text)) return undefined;
    const ends = new Uint32Array(after - first);
    let units = 0;
    let at = 0;
    for (let code = first; code < after; code++) {
      for (const end = this.dictionary.endOf(code) - start; at < end; at++)
        if (((own[at] ?? 0) & 0xc0) !== 0x80) units++;
      ends[code - first] = units;
    }
    return { text: text.toLowerCase(), ends };
  }
}

function joinOf(first: number, after: number, formOf: (code: number) => string): Joined {
  const parts: string[] = [];
  const ends = new Uint32Array(after - first);
  let length = 0;
  for (let code = first; code < after; code++) {
    const part = formOf(code);
    parts.push(part);
    length += part.length;
    ends[code - first] = length;
  }
  return { text: parts.join(''), ends };
}

function eachIncluding(
  { text, ends }: Joined,
  needle: string,
  first: number,
  found: (code: number) => void,
): void {
  if (needle === '') {
    for (let entry = 0; entry < ends.length; entry++) found(first + entry);
    return;
  }
  let entry = 0;
  for (let from = 0; entry < ends.length;) {
    const at = text.indexOf(needle, from);
    if (at < 0) return;
    entry = entryAt(ends, at, entry);
    const end = ends[entry] ?? 0;
    if (at + needle.length <= end) {
      found(first + entry);
      from = end;
      entry++;
    } else from = at + 1;
  }
}

/** The first entry from `from` on that ends after the place. */
function entryAt(ends: Uint32Array, place: number, from: number): number {
  let low = from;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
