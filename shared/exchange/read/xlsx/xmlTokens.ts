import type { ReadLimits } from '../limits';
import type { ReadProblem } from '../readProblem';

/** Why a part is not read further: it is refused, or another reader has to look at it. */
export type Stop = ReadProblem | { readonly tag: 'declined'; readonly why: string };

/**
 * What is done with the tokens of a part. `from` to `to` lie in `bytes`, which may be kept: a
 * buffer is never used again for something else.
 */
export interface XmlHandler {
  /** Set to stop; looked at after every tag. */
  stop: Stop | undefined;
  /** `name` is `nameCode` of the local name; the attributes stand in `from` to `to`. */
  open(name: number, bytes: Uint8Array, from: number, to: number, isEmpty: boolean): void;
  close(name: number): void;
  /** Characters between tags as they stand, or of a CDATA section. */
  text(bytes: Uint8Array, from: number, to: number, isCdata: boolean): void;
}

/** A local name as one number: no string is made per tag. */
export function nameCode(name: string): number {
  let code = 0;
  for (let i = 0; i < name.length; i++) code = (Math.imul(code, 31) + name.charCodeAt(i)) | 0;
  return code;
}

const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const colon = 0x3a;
const doubleQuote = 0x22;
const singleQuote = 0x27;

/** Longer than any tag or text of a cell may be; bounds what is kept between two chunks. */
const longestToken = 1_048_576;
/** The token goes on in the next chunk. */
const unfinished = -1;
const nothing = new Uint8Array(0);

/**
 * Cuts the bytes of an XML part into tags and texts as they come, chunk by chunk. Refuses a document
 * type, nesting that is too deep and parts that do not close; declines what is not UTF-8.
 */
export class XmlTokens {
  readonly #handler: XmlHandler;
  readonly #part: string;
  readonly #limits: ReadLimits;
  #depth = 0;
  #carried: Uint8Array = nothing;

  constructor(handler: XmlHandler, part: string, limits: ReadLimits) {
    this.#handler = handler;
    this.#part = part;
    this.#limits = limits;
  }

  /** Why it stops, or undefined when the next chunk may come. */
  push(chunk: Uint8Array): Stop | undefined {
    let bytes = chunk;
    if (this.#carried.length > 0) {
      bytes = new Uint8Array(this.#carried.length + chunk.length);
      bytes.set(this.#carried);
      bytes.set(chunk, this.#carried.length);
    }
    const handler = this.#handler;
    const end = bytes.length;
    let at = 0;
    while (at < end) {
      const next = bytes[at] === less ? this.#markup(bytes, at, end) : this.#text(bytes, at, end);
      if (handler.stop) return handler.stop;
      if (next === unfinished) break;
      at = next;
    }
    this.#carried = at < end ? bytes.subarray(at) : nothing;
    if (this.#carried.length > longestToken) return this.#damaged('a tag or text does not end');
    return undefined;
  }

  /** After the last chunk. */
  end(): Stop | undefined {
    if (this.#depth !== 0) return this.#damaged('the part is cut off');
    if (this.#carried.some((byte) => byte > 0x20)) return this.#damaged('a tag does not close');
    return undefined;
  }

  #damaged(detail: string): Stop {
    return { tag: 'damaged', detail, where: this.#part };
  }

  #text(bytes: Uint8Array, at: number, end: number): number {
    let to = at + 1;
    while (to < end && bytes[to] !== less) to++;
    if (to === end) return unfinished;
    if (this.#depth > 0) this.#handler.text(bytes, at, to, false);
    else if (this.#isOtherEncoding(bytes, at)) {
      this.#handler.stop = { tag: 'declined', why: 'not UTF-8' };
    }
    return to;
  }

  /** Before the first tag stands nothing, blanks or the mark of UTF-8. */
  #isOtherEncoding(bytes: Uint8Array, at: number): boolean {
    const first = bytes[at] ?? 0;
    return first === 0 || first >= 0xfe;
  }

  #markup(bytes: Uint8Array, at: number, end: number): number {
    const next = at + 1 < end ? (bytes[at + 1] ?? 0) : unfinished;
    switch (next) {
      case unfinished:
        return unfinished;
      case 0x21:
        return this.#declaration(bytes, at, end);
      case 0x3f:
        return this.#instruction(bytes, at);
      case slash:
        return this.#closing(bytes, at, end);
      default:
        return this.#opening(bytes, at, end);
    }
  }

  #opening(bytes: Uint8Array, at: number, end: number): number {
    let name = 0;
    let to = at + 1;
    for (; to < end; to++) {
      const byte = bytes[to] ?? 0;
      if (byte <= 0x20 || byte === greater || byte === slash) break;
      name = byte === colon ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    const from = to;
    let quote = 0;
    for (; to < end; to++) {
      const byte = bytes[to] ?? 0;
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === greater) break;
      else if (byte === doubleQuote || byte === singleQuote) quote = byte;
    }
    if (to >= end) return unfinished;
    const isEmpty = bytes[to - 1] === slash;
    if (!isEmpty && ++this.#depth > this.#limits.xmlDepth) {
      const { xmlDepth: allowed } = this.#limits;
      const found = this.#depth;
      this.#handler.stop = {
        tag: 'tooLarge',
        limit: 'xmlDepth',
        allowed,
        found,
        where: this.#part,
      };
    } else this.#handler.open(name, bytes, from, isEmpty ? to - 1 : to, isEmpty);
    return to + 1;
  }

  #closing(bytes: Uint8Array, at: number, end: number): number {
    let name = 0;
    let to = at + 2;
    for (; to < end; to++) {
      const byte = bytes[to] ?? 0;
      if (byte === greater) break;
      if (byte > 0x20) name = byte === colon ? 0 : (Math.imul(name, 31) + byte) | 0;
    }
    if (to >= end) return unfinished;
    if (--this.#depth < 0) {
      this.#handler.stop = this.#damaged('more closing tags than opening ones');
    } else this.#handler.close(name);
    return to + 1;
  }

  #declaration(bytes: Uint8Array, at: number, end: number): number {
    if (at + 3 >= end) return unfinished;
    const third = bytes[at + 2];
    if (third === 0x2d) {
      const stop = indexOf(bytes, '-->', at + 4);
      return stop < 0 ? unfinished : stop + 3;
    }
    if (third !== 0x5b) {
      this.#handler.stop = { tag: 'documentType', where: this.#part };
      return end;
    }
    const stop = indexOf(bytes, ']]>', at);
    if (stop < 0) return unfinished;
    if (this.#depth > 0) this.#handler.text(bytes, at + 9, stop, true);
    return stop + 3;
  }

  #instruction(bytes: Uint8Array, at: number): number {
    const stop = indexOf(bytes, '?>', at);
    if (stop < 0) return unfinished;
    let text = '';
    for (let i = at; i < Math.min(stop, at + 200); i++) text += String.fromCharCode(bytes[i] ?? 0);
    const encoding = /^<\?xml\s.*encoding\s*=\s*["']([^"']*)/i.exec(text)?.[1] ?? 'utf-8';
    if (!/^(utf-?8|us-ascii)$/i.test(encoding)) {
      this.#handler.stop = { tag: 'declined', why: `encoding ${encoding}` };
    }
    return stop + 2;
  }
}

function indexOf(bytes: Uint8Array, text: string, from: number): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let matched = 1;
    while (matched < text.length && bytes[at + matched] === text.charCodeAt(matched)) matched++;
    if (matched === text.length) return at;
  }
  return -1;
}
