import { failed, ok, type Result } from '../kernel/result';
import { base45Characters } from './base45';
import { readPass, type PassTextProblem, type SignedPass } from './signedPass';

export interface ScannedPass {
  readonly pass: SignedPass;
  /** The code as it stands on the paper. */
  readonly text: string;
  readonly repaired: boolean;
}

/** What a Chinese input method makes of characters in a code, where full-width forms are not enough. */
const inputMethod: Readonly<Record<string, string>> = {
  '￥': '$',
  '¥': '$',
  '。': '.',
  '、': '/',
  '×': '*',
  '—': '-',
  '·': '.',
};
const anyOfThem = new RegExp(`[${Object.keys(inputMethod).join('')}]`, 'g');
/** The beginning with characters lost or doubled; three of its five are enough to know it. */
const damagedHead = /^T{0,2}X{0,2}Z{0,2}1{0,2}:{0,2}/;

/**
 * A pass out of what a scanner typed. Caps lock, full-width characters and the input method's signs
 * are undone; one character lost or doubled, and a code read twice, are found by the CRC of the code.
 * More than that is refused: scan again.
 */
export function repairScan(scanned: string): Result<ScannedPass, PassTextProblem> {
  const text = plain(scanned);
  const asRead = readPass(text);
  if (asRead.ok)
    return ok({ pass: asRead.value, text, repaired: text !== scanned.replace(/[\r\n]+$/, '') });
  if (asRead.problem.tag !== 'garbled' && asRead.problem.tag !== 'notAPass') return asRead;
  const head = damagedHead.exec(text)?.[0] ?? '';
  if (new Set(head).size < 3) return failed({ tag: 'notAPass' });
  const once = firstOfTwo(text);
  for (const candidate of candidates(`TXZ1:${once.slice(head.length)}`)) {
    const read = readPass(candidate);
    if (read.ok) return ok({ pass: read.value, text: candidate, repaired: true });
  }
  return failed({ tag: 'garbled' });
}

function plain(scanned: string): string {
  return scanned
    .replace(anyOfThem, (sign) => inputMethod[sign] ?? sign)
    .normalize('NFKC')
    .replace(/[\r\n\t]/g, '')
    .trimStart()
    .toUpperCase();
}

function firstOfTwo(text: string): string {
  const again = text.indexOf('TXZ1:', 5);
  return again > 0 ? text.slice(0, again) : text;
}

/** As it is, without each of two equal neighbours, with each character in each place. */
function* candidates(text: string): Generator<string> {
  yield text;
  for (let index = 5; index < text.length; index++) {
    const isDoubled = text[index] === text[index - 1];
    if (isDoubled) yield text.slice(0, index) + text.slice(index + 1);
  }
  for (let index = 5; index <= text.length; index++) {
    for (const character of base45Characters) {
      yield text.slice(0, index) + character + text.slice(index);
    }
  }
}
