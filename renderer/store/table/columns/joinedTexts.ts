import { stripSeparators } from '../query/foldText';
import type { Dictionary } from './dictionary';
import { blockTexts, gramsOf, GramSignatures } from './gramSignatures';

/** Entries in one string: long enough for the engine's own search, short to make anew as they come. */
const chunkEntries = 1024;
/** Nothing but these: folding changes case alone, and no character of one entry joins the next. */
const plain = /^[\u0020-\u007e\u00b7\u3400-\u4dbf\u4e00-\u9fff]*$/;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Texts one after the other, and where each ends. */
interface Joined {
  readonly text: string;
  readonly ends: Uint32Array;
}

interface Chunk extends Joined {
  readonly first: number;
  readonly signatures: GramSignatures;
  /** The same with separators and without: what is found here is found in the folded text too. */
  readonly isWhole: boolean;
}

/** The texts of entries that are searched: their values folded, the same compact, or another form. */
export interface SearchedForm {
  readonly of: (code: number) => string;
  readonly is: 'folded' | 'compact' | 'other';
}

/**
 * The entries of a dictionary as searches compare them. They are kept as long strings, because a
 * search in one string of a thousand names is a hundred times faster than a thousand searches, with
 * signatures that tell which stretches of them need not be searched. A match that reaches over the
 * end of an entry does not count.
 */
export class JoinedTexts {
  readonly #chunks: Chunk[] = [];

  constructor(
    readonly dictionary: Dictionary,
    readonly form: SearchedForm,
  ) {}

  /**
   * Calls `found` once with the code of every entry that holds the text. `isWhole` says that the
   * entry's folded text holds it as well, its compact text being the same.
   */
  includes(needle: string, found: (code: number, isWhole: boolean) => void): void {
    const chunks = this.#upToDate();
    const grams = gramsOf(needle).slice();
    for (const chunk of chunks) {
      const visit = (entry: number) => found(chunk.first + entry, chunk.isWhole);
      if (grams.length === 0) eachIncluding(chunk, needle, visit);
      else eachBlockIncluding(chunk, needle, grams, visit);
    }
  }

  /** Calls `found` with the code of every entry whose text starts so. */
  startsWith(needle: string, found: (code: number) => void): void {
    for (const { first, text, ends } of this.#upToDate()) {
      let start = 0;
      for (let entry = 0; entry < ends.length; entry++) {
        const end = ends[entry] ?? 0;
        if (end - start >= needle.length && text.startsWith(needle, start)) found(first + entry);
        start = end;
      }
    }
  }

  #upToDate(): readonly Chunk[] {
    const last = this.#chunks.at(-1);
    const covered = last ? last.first + last.ends.length : 1;
    if (covered > this.dictionary.size) return this.#chunks;
    if (last && last.ends.length < chunkEntries) this.#chunks.pop();
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
    const { is, of } = this.form;
    const folded = is === 'other' ? undefined : this.#joinPlain(first, after);
    const isWhole = folded !== undefined && stripSeparators(folded.text) === folded.text;
    const joined = folded && (isWhole || is === 'folded') ? folded : joinOf(first, after, of);
    return { first, ...joined, isWhole, signatures: new GramSignatures(joined.text, joined.ends) };
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
  found: (entry: number) => void,
): void {
  if (needle === '') {
    for (let entry = 0; entry < ends.length; entry++) found(entry);
    return;
  }
  let entry = 0;
  for (let from = 0; entry < ends.length;) {
    const at = text.indexOf(needle, from);
    if (at < 0) return;
    entry = entryAt(ends, at, entry);
    const end = ends[entry] ?? 0;
    if (at + needle.length <= end) {
      found(entry);
      from = end;
      entry++;
    } else from = at + 1;
  }
}

function eachBlockIncluding(
  { text, ends, signatures }: Chunk,
  needle: string,
  grams: Uint32Array,
  found: (entry: number) => void,
): void {
  for (let first = 0, block = 0; first < ends.length; first += blockTexts, block++) {
    if (!signatures.mayHold(block, grams)) continue;
    const after = Math.min(first + blockTexts, ends.length);
    const start = ends[first - 1] ?? 0;
    const part = text.slice(start, ends[after - 1]);
    for (let entry = first, from = 0; entry < after;) {
      const at = part.indexOf(needle, from);
      if (at < 0) break;
      while ((ends[entry] ?? 0) - start <= at) entry++;
      const end = (ends[entry] ?? 0) - start;
      if (at + needle.length <= end) {
        found(entry);
        from = end;
        entry++;
      } else from = at + 1;
    }
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
