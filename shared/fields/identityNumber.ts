import { isoDate, type IsoDate } from '../kernel/time';
import { cellCode, codeText, textCell, withoutBlanks } from './cellText';
import type { Codec, Parsed } from './codec';
import { compareCode } from './collate';
import { blank, finding, read, unreadable } from './parsed';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';
const eighteen = /^\d{17}[\dX]$/;
const fifteen = /^\d{15}$/;
const otherDocument = /^(?:[HM]\d{8}(?:\d{2})?|\d{8}|(?=.*[A-Z])(?=.*\d)[A-Z0-9]{6,18})$/;

/** The last character of a resident identity number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function identityCheckDigit(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * (weights[i] ?? 0);
  return checkCharacters.charAt(sum % 11);
}

/** The date of birth that the number states, or undefined where that day never was. */
export function birthOf(identityNumber: string): IsoDate | undefined {
  const digits =
    identityNumber.length === 15 ? `19${identityNumber.slice(6, 12)}` : identityNumber.slice(6, 14);
  const year = Number(digits.slice(0, 4));
  if (year < 1850) return undefined;
  return isoDate(year, Number(digits.slice(4, 6)), Number(digits.slice(6, 8)));
}

function normalise(value: string): string {
  return withoutBlanks(codeText(value))
    .replace(/[-'‘’"“”.·]/g, '')
    .toUpperCase();
}

/**
 * | form                       | birth date      | check digit | answer                    |
 * | 18 characters or 15 digits | no such day     |             | unreadable                |
 * | 18 characters or 15 digits | after report on |             | unreadable                |
 * | 18 characters              | real            | wrong       | value, warning            |
 * | 18 characters or 15 digits | real            | right/none  | value                     |
 * | form of another document   |                 |             | value, warning            |
 * | anything else              |                 |             | unreadable, never a guess |
 */
function check(value: string, reportOn: IsoDate | undefined): Parsed<string> {
  const isEighteen = eighteen.test(value);
  if (!isEighteen && !fifteen.test(value)) {
    if (otherDocument.test(value)) return read(value, [finding('identityNumber.otherDocument')]);
    return /^\d+X?$/.test(value)
      ? unreadable('identityNumber.length', { length: value.length })
      : unreadable('identityNumber.form');
  }
  const birth = birthOf(value);
  if (!birth) {
    return unreadable('identityNumber.birthDate', {
      birth: isEighteen ? value.slice(6, 14) : value.slice(6, 12),
    });
  }
  if (reportOn && birth > reportOn) return unreadable('identityNumber.birthInFuture', { birth });
  if (!isEighteen) return read(value);
  const expected = identityCheckDigit(value);
  const found = value.charAt(17);
  return expected === found
    ? read(value)
    : read(value, [finding('identityNumber.checkDigit', { expected, found })]);
}

/** Resident identity numbers (GB 11643-1999); the first six digits may be a retired division. */
export const identityNumberCodec: Codec<string> = {
  parse(cell, context) {
    if (cell.type === 'text' && eighteen.test(cell.text))
      return check(cell.text, context?.reportOn);
    const raw = cellCode(cell);
    if (raw.state !== 'value') return raw;
    const value = normalise(raw.value);
    return value === '' ? blank : check(value, context?.reportOn);
  },
  normalise,
  toText: (value) => value,
  toCell: textCell,
  compare: compareCode,
};
