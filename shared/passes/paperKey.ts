import { failed, ok, type Result } from '../kernel/result';
import { crc32 } from '../kernel/crc32';

/** Crockford's digits: no I, L, O or U, so that a copied line is read in one way only. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytesPerLine = 5;
const charactersPerLine = 10;
const seedLength = 32;
const lineCount = 7;

/**
 * A key on paper: seven numbered lines of ten characters. Eight of a line are the key, two its
 * check, so that a slip is found in its line; the 35 bytes end in three that check the whole.
 */
export function paperKey(seed: Uint8Array): readonly string[] {
  const whole = Uint8Array.from([...seed, ...checkOf(seed)]);
  return Array.from({ length: lineCount }, (_, line) => {
    const bytes = whole.subarray(line * bytesPerLine, (line + 1) * bytesPerLine);
    const text = toDigits(bytes) + lineCheck(line, bytes);
    return `${text.slice(0, 5)} ${text.slice(5)}`;
  });
}

export type PaperKeyProblem =
  | { readonly tag: 'lines'; readonly found: number; readonly expected: number }
  /** Lines count from 1. */
  | { readonly tag: 'line'; readonly line: number }
  /** Every line is right, but they are not of one key. */
  | { readonly tag: 'whole' };

/** The key typed back in; small letters, O for 0, I and L for 1, full width and blanks do not matter. */
export function readPaperKey(text: string): Result<Uint8Array, PaperKeyProblem> {
  const lines = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*\d\s*[.:、]\s*/, '')
        .replace(/[\s-]/g, '')
        .replaceAll('O', '0')
        .replace(/[IL]/g, '1'),
    )
    .filter((line) => line !== '');
  if (lines.length !== lineCount) {
    return failed({ tag: 'lines', found: lines.length, expected: lineCount });
  }
  const whole: number[] = [];
  for (const [index, line] of lines.entries()) {
    const bytes = fromDigits(line.slice(0, 8));
    const isRight = line.length === charactersPerLine && bytes !== undefined;
    if (!isRight || lineCheck(index, bytes) !== line.slice(8)) {
      return failed({ tag: 'line', line: index + 1 });
    }
    whole.push(...bytes);
  }
  const seed = Uint8Array.from(whole.slice(0, seedLength));
  const agrees = checkOf(seed).every((byte, index) => byte === whole[seedLength + index]);
  return agrees ? ok(seed) : failed({ tag: 'whole' });
}

function checkOf(seed: Uint8Array): readonly number[] {
  const crc = crc32(seed);
  return [(crc >>> 16) & 0xff, (crc >>> 8) & 0xff, crc & 0xff];
}

/** The line's number is in its check: two lines that changed places are found. */
function lineCheck(line: number, bytes: Uint8Array): string {
  const crc = crc32(Uint8Array.from([line, ...bytes]));
  return digits.charAt((crc >>> 5) & 31) + digits.charAt(crc & 31);
}

function toDigits(bytes: Uint8Array): string {
  let text = '';
  let rest = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  for (let count = 0; count < 8; count++) {
    text = digits.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function fromDigits(text: string): Uint8Array | undefined {
  let number = 0;
  for (const character of text) {
    const value = digits.indexOf(character);
    if (value < 0) return undefined;
    number = number * 32 + value;
  }
  return Uint8Array.from(
    { length: bytesPerLine },
    (_, index) => Math.floor(number / 256 ** (bytesPerLine - 1 - index)) % 256,
  );
}
