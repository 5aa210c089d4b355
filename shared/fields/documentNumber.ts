import { cellCode, codeText, textCell, withoutBlanks } from './cellText';
import type { Codec } from './codec';
import { compareCode } from './collate';
import { blank, finding, read, unreadable } from './parsed';

// Hong Kong and Macao permit: H or M and 8 or 10 digits; Taiwan permit: 8 digits
const permit = /^(?:[HM]\d{8}(?:\d{2})?|\d{8})$/;
const residentLike = /^(?:\d{17}[\dX]|\d{15})$/;
// permits for foreigners, residence permits of Hong Kong, Macao and Taiwan, passports
const plausible = /^[A-Z0-9]{5,20}$/;

function normalise(value: string): string {
  return withoutBlanks(codeText(value))
    .replace(/[-'‘’"“”.·()]/g, '')
    .toUpperCase();
}

/** Any travel or identity document: what is not known is kept and warned about. */
export const documentNumberCodec: Codec<string> = {
  parse(cell) {
    if (cell.type === 'text' && residentLike.test(cell.text)) return read(cell.text);
    const raw = cellCode(cell);
    if (raw.state !== 'value') return raw;
    const value = normalise(raw.value);
    if (value === '') return blank;
    if (permit.test(value) || residentLike.test(value)) return read(value);
    return plausible.test(value)
      ? read(value, [finding('documentNumber.unrecognised')])
      : unreadable('documentNumber.form');
  },
  normalise,
  toText: (value) => value,
  toCell: textCell,
  compare: compareCode,
};
