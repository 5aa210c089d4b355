const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Value of each ASCII character, 255 where it is none of Base45's. */
const values = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = alphabet.indexOf(String.fromCharCode(code));
  return value < 0 ? 255 : value;
});

/** RFC 9285: two bytes as three characters of a QR code's alphanumeric mode, one left over as two. */
export function toBase45(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 2) {
    const high = bytes[index] ?? 0;
    const low = bytes[index + 1];
    const number = low === undefined ? high : high * 256 + low;
    text += alphabet.charAt(number % 45) + alphabet.charAt(Math.floor(number / 45) % 45);
    if (low !== undefined) text += alphabet.charAt(Math.floor(number / 2025));
  }
  return text;
}

/** The bytes, or undefined where the text is not what `toBase45` makes. */
export function fromBase45(text: string): Uint8Array | undefined {
  const rest = text.length % 3;
  if (rest === 1) return undefined;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (rest === 2 ? 1 : 0));
  let end = 0;
  for (let index = 0; index < text.length; index += 3) {
    const [a, b] = [valueAt(text, index), valueAt(text, index + 1)];
    const isPair = index + 2 === text.length;
    const c = isPair ? 0 : valueAt(text, index + 2);
    const number = a + b * 45 + c * 2025;
    if (a === 255 || b === 255 || c === 255 || number > (isPair ? 0xff : 0xffff)) return undefined;
    if (!isPair) bytes[end++] = number >> 8;
    bytes[end++] = number & 0xff;
  }
  return bytes;
}

function valueAt(text: string, index: number): number {
  return values[text.charCodeAt(index)] ?? 255;
}

export const base45Characters: readonly string[] = [...alphabet];
