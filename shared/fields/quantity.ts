import type { Field } from '../ledger/field';
import { cellCode, codeText } from './cellText';
import type { Codec, Finding, Parsed, RawCell } from './codec';
import { formatShows } from './numberFormat';
import { readWrittenNumber } from './numberText';
import { finding, read, unreadable } from './parsed';
import { conversion } from './unit';

type NumberField = Pick<Field, 'unit' | 'decimals'>;

/** 0.1 + 0.2 = 0.3: what multiplying by a unit adds beyond 15 digits is noise. */
function rounded(value: number): number {
  const short = Number(value.toPrecision(15));
  return Object.is(short, -0) ? 0 : short;
}

function checkWhole(number: number, whole: boolean, warnings: readonly Finding[]): Parsed<number> {
  if (!Number.isFinite(number)) return unreadable('number.form');
  if (Math.abs(number) >= 1e15) {
    return unreadable('number.destroyedByExcel', { text: String(number) });
  }
  const value = rounded(number);
  return whole && !Number.isInteger(value) ? unreadable('number.notWhole') : read(value, warnings);
}

function parseNumber(cell: RawCell, field: NumberField, whole: boolean): Parsed<number> {
  if (cell.type === 'number') {
    // `3-5` typed into a sheet becomes the fifth of March
    if (formatShows(cell.format).date) return unreadable('number.isDate', { number: cell.number });
    return checkWhole(cell.number, whole, []);
  }
  if (cell.type === 'boolean') return unreadable('number.form');
  const raw = cellCode(cell);
  if (raw.state !== 'value') return raw;
  const written = readWrittenNumber(raw.value);
  if (!written) return unreadable('number.form');
  const warnings: Finding[] = written.approximate ? [finding('number.approximate')] : [];
  const factor = conversion(written.unit, field.unit);
  switch (factor.type) {
    case 'mismatch':
      return unreadable('quantity.unitMismatch', {
        unit: written.unit,
        expected: field.unit ?? '',
      });
    case 'unitDropped':
      warnings.push(finding('quantity.unitDropped', { unit: factor.unit }));
      return checkWhole(written.number * factor.factor, whole, warnings);
    case 'factor':
      return checkWhole(written.number * factor.factor, whole, warnings);
  }
}

function fixed(value: number, decimals: number | undefined): string {
  if (decimals === undefined) return String(value);
  const text = value.toFixed(decimals);
  // never hides digits that were entered
  return Number(text) === value ? text : String(value);
}

function numberCodec(field: NumberField, whole: boolean): Codec<number> {
  const decimals = whole ? 0 : field.decimals;
  const format =
    decimals === undefined ? 'General' : decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
  return {
    parse: (cell) => parseNumber(cell, field, whole),
    normalise: rounded,
    toText: (value) => fixed(value, decimals),
    toCell: (value) => ({ value, format }),
    compare: (left, right) => left - right,
  };
}

/** Numbers in the field's own unit; `3.5吨` in a field of kg is 3500. */
export function quantityCodec(field: NumberField): Codec<number> {
  return numberCodec(field, false);
}

/** Whole numbers: people, boxes, rooms. */
export function integerCodec(field: NumberField): Codec<number> {
  return numberCodec(field, true);
}

const degrees = /\s?(?:℃|°c|度|摄氏度|c)$/i;
const possible = { from: 25, to: 45 };
const usual = { from: 34, to: 42.5 };

/** Degrees Celsius: `36.5`, `36.5℃`, `36.5度`. 365 is a slip of the pen, not a fever. */
export const temperatureCodec: Codec<number> = {
  parse(cell) {
    let number: number;
    if (cell.type === 'number') {
      if (formatShows(cell.format).date)
        return unreadable('number.isDate', { number: cell.number });
      number = cell.number;
    } else {
      const raw = cellCode(cell);
      if (raw.state !== 'value') return raw;
      const text = codeText(raw.value).replace(degrees, '');
      if (!/^\d{1,4}(?:\.\d{1,4})?$/.test(text)) return unreadable('temperature.form');
      number = Number(text);
    }
    const value = toHundredths(number);
    if (!(value >= possible.from && value <= possible.to)) {
      return unreadable('temperature.outOfRange');
    }
    const isUsual = value >= usual.from && value <= usual.to;
    return read(value, isUsual ? [] : [finding('temperature.unlikely')]);
  },
  normalise: toHundredths,
  toText: (value) => fixed(value, 1),
  toCell: (value) => ({ value, format: '0.0' }),
  compare: (left, right) => left - right,
};

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
