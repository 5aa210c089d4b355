import { dateOf, isoDate, parseIsoDate, toInstant, type IsoDate } from '../kernel/time';
import { cellCode, textCell } from './cellText';
import type { Codec, Finding, ParseContext, Parsed, RawCell, WrittenCell } from './codec';
import { compareCode } from './collate';
import { completeDay, readWrittenTime, type WrittenTime } from './dateText';
import { formatShows } from './numberFormat';
import { finding, read, unreadable } from './parsed';
import { serialToWallMs, wallMsToSerial } from './serial';

const dayMs = 86_400_000;
/** Serials of 1954 to 2119 are taken for dates also in cells without a date format. */
const plausibleSerial = { from: 20_000, to: 80_000 };

/**
 * A number in a date column.
 * | format  | number                        | answer                                          |
 * | date    | any                           | the serial's day                                |
 * | other   | 20,000-80,000                 | the serial's day                                |
 * | other   | 20220327                      | that day                                        |
 * | other   | 3.27 (two decimals)           | month and day, year assumed                     |
 * | other   | 3.4-3.9                       | month and day, year assumed                     |
 * | other   | 3.1, 3.2, 3.3                 | unreadable: may have been 3.10, 3.20, 3.30      |
 * | other   | anything else                 | unreadable                                      |
 */
export function readDateNumber(
  cell: Extract<RawCell, { type: 'number' }>,
  context: ParseContext | undefined,
): { readonly wallMs: number } | { readonly text: string } | Parsed<never> {
  const { number } = cell;
  const isDate = formatShows(cell.format).date;
  if (isDate || (number >= plausibleSerial.from && number < plausibleSerial.to)) {
    const wallMs = serialToWallMs(number, context?.dateSystem);
    if (wallMs !== undefined) return { wallMs };
    // 0:00-23:59 of day zero: a time of day alone
    if (isDate && number > 0 && number < 1) return { text: timeText(number) };
    return unreadable('date.noSuchDay', { text: String(number) });
  }
  const text = String(number);
  if (/^(?:19|20)\d{6}$/.test(text)) return { text };
  if (/^\d{1,2}\.[123]$/.test(text)) return unreadable('date.ambiguousNumber', { number });
  return /^\d{1,2}\.\d{1,2}$/.test(text) ? { text } : unreadable('date.form');
}

function timeText(fraction: number): string {
  return new Date(Math.round(fraction * 86_400) * 1_000).toISOString().slice(11, 19);
}

export type WrittenDay =
  | { readonly written: WrittenTime; readonly date: IsoDate; readonly warnings: readonly Finding[] }
  | Exclude<Parsed<never>, { state: 'value' }>;

/** The day of a date or time written as text, with its doubts. */
export function readDay(text: string, context: ParseContext | undefined): WrittenDay {
  const written = readWrittenTime(text);
  if (!written) return unreadable('date.form');
  const day = completeDay(written, context?.reportOn);
  if (day === 'noSuchDay') return unreadable('date.noSuchDay', { text });
  if (day === 'yearUnknown') return unreadable('date.yearUnknown');
  const assumed = day.assumed || written.guessed;
  const warnings = assumed ? [finding('date.assumed', { date: day.date })] : [];
  return { written, date: day.date, warnings };
}

export function dateSerialCell(
  wallMs: number,
  text: string,
  format: string,
  context: ParseContext | undefined,
): WrittenCell {
  const serial = wallMsToSerial(wallMs, context?.dateSystem);
  return serial === undefined ? textCell(text) : { value: serial, format };
}

function parse(cell: RawCell, context: ParseContext | undefined): Parsed<IsoDate> {
  let text: string;
  if (cell.type === 'number') {
    const number = readDateNumber(cell, context);
    if ('state' in number) return number;
    if ('wallMs' in number) {
      const date = new Date(number.wallMs);
      const day = isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
      if (!day) return unreadable('date.noSuchDay', { text: String(cell.number) });
      return read(day, number.wallMs % dayMs === 0 ? [] : [finding('date.timeDropped')]);
    }
    text = number.text;
  } else {
    const raw = cellCode(cell);
    if (raw.state !== 'value') return raw;
    text = raw.value;
    const iso = parseIsoDate(text);
    if (iso) return read(iso);
  }
  const day = readDay(text, context);
  if ('state' in day) return day;
  const { written, warnings } = day;
  if (written.hour === undefined) return read(day.date, warnings);
  if (written.day === undefined) return unreadable('date.form');
  return read(zoned(day.date, written), [...warnings, finding('date.timeDropped')]);
}

/** A moment with a zone of its own lies on another day in China when it is late in Greenwich. */
function zoned(date: IsoDate, written: WrittenTime): IsoDate {
  if (written.offsetMinutes === undefined) return date;
  const minutes = (written.hour ?? 0) * 60 + written.minute - written.offsetMinutes;
  return dateOf(toInstant(Date.parse(`${date}T00:00:00Z`) + minutes * 60_000));
}

/** Calendar days. A missing year is assumed from the report date and marked. */
export const dateCodec: Codec<IsoDate> = {
  parse,
  normalise: (value) => value,
  toText: (value) => value,
  toCell: (value, context) =>
    dateSerialCell(Date.parse(`${value}T00:00:00Z`), value, 'yyyy-mm-dd', context),
  compare: compareCode,
};
