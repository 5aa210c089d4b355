import { cellCode, codeText, textCell, withoutBlanks } from './cellText';
import type { Codec, Finding, Parsed } from './codec';
import { compareCode } from './collate';
import { blank, finding, read, unreadable } from './parsed';

const localAreaCode = '0391';
const countryCode = /^(?:\+|00)?86(?=1[3-9]\d{9}$|0\d{9,11}$)/;
const mobile = /^1[3-9]\d{9}$/;
const landline = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})(?:[-转#](\d{1,6}))?$/;
const local = /^[2-8]\d{6,7}$/;
const shortCode = /^(?:\d{3,6}|[48]00\d{7}|\+\d{6,15})$/;
const separators = /[、，,；;/]+/;

/** One number without blanks, brackets and dashes; an extension after `-`, `转` or `#`. */
function bare(text: string): string {
  const noExtension = text.replace(/[()]/g, '').replace(/(?<=\d{7})(?:转|#|--?)(?=\d{1,6}$)/, '#');
  return noExtension.replace(/-/g, '').replace(countryCode, '');
}

function readOne(text: string): Parsed<string> {
  const number = bare(text);
  if (mobile.test(number)) return read(number);
  const fixed = landline.exec(number);
  if (fixed) return read(`${fixed[1]}-${fixed[2]}${fixed[3] ? `-${fixed[3]}` : ''}`);
  if (local.test(number)) {
    const warning = finding('phone.areaCodeAssumed', { areaCode: localAreaCode });
    return read(`${localAreaCode}-${number}`, [warning]);
  }
  if (shortCode.test(number)) return read(number, [finding('phone.unrecognised')]);
  if (!/^\d+$/.test(number)) return unreadable('phone.form');
  if (number.startsWith('0')) return unreadable('phone.landline');
  return number.length === 11
    ? unreadable('phone.mobileStart', { start: number.slice(0, 2) })
    : unreadable('phone.length', { length: number.length });
}

function readAll(text: string): Parsed<string> {
  const numbers: string[] = [];
  const warnings: Finding[] = [];
  // line breaks separate numbers, blanks group digits
  for (const part of text.split(separators)) {
    const one = withoutBlanks(part);
    if (one === '') continue;
    const parsed = readOne(one);
    if (parsed.state !== 'value') return parsed;
    if (!numbers.includes(parsed.value)) numbers.push(parsed.value);
    warnings.push(...parsed.warnings);
  }
  return numbers.length === 0 ? blank : read(numbers.join('、'), warnings);
}

/** Mobile 1[3-9] and nine digits; landlines `0391-7191234`; several numbers are kept with `、`. */
export const phoneCodec: Codec<string> = {
  parse(cell) {
    if (cell.type === 'text' && mobile.test(cell.text)) return read(cell.text);
    const lines =
      cell.type === 'text' ? { ...cell, text: cell.text.replace(/[\r\n]+/g, '、') } : cell;
    const raw = cellCode(lines);
    return raw.state === 'value' ? readAll(raw.value) : raw;
  },
  normalise(value) {
    const parsed = readAll(codeText(value));
    return parsed.state === 'value' ? parsed.value : codeText(value);
  },
  toText: (value) => value,
  toCell: textCell,
  compare: compareCode,
};
