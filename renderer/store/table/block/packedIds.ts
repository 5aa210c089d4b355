import type { RowId } from '../../../../shared/kernel/ids';

/** Words of 32 bits that one id takes: 48 bits of time, 80 of chance. */
export const idWords = 4;

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const notADigit = 32;
const digitOfCode = new Uint8Array(128).fill(notADigit);
const codeOfDigit = new Uint8Array(32);
for (let digit = 0; digit < alphabet.length; digit++) {
  digitOfCode[alphabet.charCodeAt(digit)] = digit;
  codeOfDigit[digit] = alphabet.charCodeAt(digit);
}
const idLength = 26;
/** Where the digits of each word begin, from the right: bit 0 of the id is the last digit's lowest. */
const bitOf = (position: number) => (idLength - 1 - position) * 5;

/** Writes the id as 128 bits, lowest word first. False where the text has not the form of an id. */
export function packId(id: string, words: Uint32Array, row: number): boolean {
  if (id.length !== idLength || id.charCodeAt(0) > 0x37) return false;
  let w0 = 0;
  let w1 = 0;
  let w2 = 0;
  let w3 = 0;
  for (let position = 0; position < idLength; position++) {
    const code = id.charCodeAt(position);
    const digit = code < 128 ? (digitOfCode[code] ?? notADigit) : notADigit;
    if (digit === notADigit) return false;
    w3 = (w3 << 5) | (w2 >>> 27);
    w2 = (w2 << 5) | (w1 >>> 27);
    w1 = (w1 << 5) | (w0 >>> 27);
    w0 = (w0 << 5) | digit;
  }
  const at = row * idWords;
  words[at] = w0;
  words[at + 1] = w1;
  words[at + 2] = w2;
  words[at + 3] = w3;
  return true;
}

export function unpackId(words: Uint32Array, row: number): RowId {
  const at = row * idWords;
  const codes = new Array<number>(idLength);
  for (let position = 0; position < idLength; position++) {
    const bit = bitOf(position);
    const word = at + (bit >> 5);
    const shift = bit & 31;
    let digit = (words[word] ?? 0) >>> shift;
    if (shift > 27 && position > 0) digit |= (words[word + 1] ?? 0) << (32 - shift);
    codes[position] = codeOfDigit[digit & 31] ?? 0;
  }
  return String.fromCharCode(...codes) as RowId; // 128 bits are always an id
}

/** Milliseconds since 1970 at which the id was made. */
export function idTime(words: Uint32Array, row: number): number {
  const at = row * idWords;
  return (words[at + 3] ?? 0) * 0x10000 + ((words[at + 2] ?? 0) >>> 16);
}
