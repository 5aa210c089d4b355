import { decodeStrictly } from '../textDecoder';

const ampersand = 0x26;
const carriageReturn = 0x0d;
const underscore = 0x5f;
const letterX = 0x78;
const capitalX = 0x58;

const named: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  gt: '>',
  lt: '<',
  amp: '&',
};

/** True where the bytes are the text: no entity, escape or line end that stands for another. */
export function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === ampersand || byte === carriageReturn) return false;
    if (byte === underscore) {
      const next = bytes[at + 1];
      if (next === letterX || next === capitalX) return false;
    }
  }
  return true;
}

/** Of one read: characters of cells are mostly short, and a decoder costs more than they do. */
const shortest = 48;
const units = new Uint16Array(shortest);

/** The characters of UTF-8 bytes as they stand; undefined where they are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string | undefined {
  if (to - from > shortest) return decodeStrictly(bytes.subarray(from, to), 'utf-8');
  let length = 0;
  let at = from;
  while (at < to) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      units[length++] = first;
      at++;
      continue;
    }
    const second = (bytes[at + 1] ?? 0) ^ 0x80;
    const third = (bytes[at + 2] ?? 0) ^ 0x80;
    // Three bytes: what Chinese takes. Everything else is the decoder's.
    const isThree = first >= 0xe1 && first <= 0xef && first !== 0xed;
    if (!isThree || at + 3 > to || second > 0x3f || third > 0x3f) {
      return decodeStrictly(bytes.subarray(from, to), 'utf-8');
    }
    units[length++] = ((first & 0x0f) << 12) | (second << 6) | third;
    at += 3;
  }
  return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]); // takes any list
}

/** Line ends as XML gives them to a program: all of them are line feeds. */
function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function entities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:(quot|apos|gt|lt|amp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (all, ...found) => {
      const [name, decimal, hex] = found as (string | undefined)[]; // the groups of the pattern
      if (name !== undefined) return named[name.toLowerCase()] ?? all;
      const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
    },
  );
}

/** `_x000D_`: how a workbook keeps what XML cannot (ECMA-376 part 1, 22.9.2.19). */
function escapes(text: string): string {
  if (!text.includes('_')) return text;
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

/** The value of an attribute, or other characters, as they are meant. */
export function meant(raw: string): string {
  return escapes(entities(lineEnds(raw)));
}

/** A text in pieces, as runs, CDATA sections and comments cut it. */
export class TextPieces {
  #text = '';
  /** Bytes that are no UTF-8 were met. */
  isBroken = false;

  add(bytes: Uint8Array, from: number, to: number, isCdata: boolean): void {
    const raw = decodeUtf8(bytes, from, to);
    if (raw === undefined) this.isBroken = true;
    else this.#text += isCdata ? lineEnds(raw) : entities(lineEnds(raw));
  }

  /** A piece that was read before. */
  addText(text: string): void {
    this.#text += text;
  }

  get length(): number {
    return this.#text.length;
  }

  /** The text, and begins anew. */
  take(): string {
    const text = escapes(this.#text);
    this.#text = '';
    return text;
  }
}

/** A text in one piece, or undefined where it is no UTF-8. */
export function textOf(bytes: Uint8Array, from: number, to: number): string | undefined {
  const raw = decodeUtf8(bytes, from, to);
  return raw === undefined || isPlain(bytes, from, to) ? raw : meant(raw);
}
