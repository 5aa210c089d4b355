import { cellCode, codeText, textCell, withoutBlanks } from './cellText';
import type { Codec } from './codec';
import { compareCode } from './collate';
import { blank, finding, read, unreadable } from './parsed';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const eighteen = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** The 18th character of a unified social credit code (GB 32100-2015). */
export function creditCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += alphabet.indexOf(first17.charAt(i)) * (weights[i] ?? 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

function normalise(value: string): string {
  return withoutBlanks(codeText(value))
    .replace(/[-'‘’"“”.·]/g, '')
    .toUpperCase();
}

/** Unified social credit codes; codes that fail the check were really issued, so they only warn. */
export const creditCodeCodec: Codec<string> = {
  parse(cell) {
    const raw = cellCode(cell);
    if (raw.state !== 'value') return raw;
    const value = normalise(raw.value);
    if (value === '') return blank;
    if (/^\d{15}$/.test(value)) return read(value, [finding('creditCode.oldRegistration')]);
    if (!/^[0-9A-Z]+$/.test(value)) return unreadable('creditCode.form');
    if (value.length !== 18) return unreadable('creditCode.length', { length: value.length });
    if (!eighteen.test(value)) return unreadable('creditCode.form');
    const expected = creditCheckCharacter(value);
    const found = value.charAt(17);
    return expected === found
      ? read(value)
      : read(value, [finding('creditCode.checkDigit', { expected, found })]);
  },
  normalise,
  toText: (value) => value,
  toCell: textCell,
  compare: compareCode,
};
