import {
  chinaOffsetMs,
  formatInstant,
  instantOf,
  startOfDay,
  toInstant,
  type Instant,
  type IsoDate,
} from '../kernel/time';
import { cellCode } from './cellText';
import type { Codec, Parsed, ParseContext, RawCell } from './codec';
import type { WrittenTime } from './dateText';
import { dateSerialCell, readDateNumber, readDay } from './date';
import { formatShows } from './numberFormat';
import { finding, read, unreadable } from './parsed';

const second = 1_000;

function momentOf(date: IsoDate, written: WrittenTime): Instant | undefined {
  const local = instantOf({
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
    hour: written.hour ?? 0,
    minute: written.minute,
    second: written.second,
  });
  if (local === undefined || written.offsetMinutes === undefined) return local;
  return toInstant(local + chinaOffsetMs - written.offsetMinutes * 60_000);
}

const zero = 0x30;

/** The number that `count` digits say; NaN where one is none. */
function digits(text: string, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** `2022-03-27 08:15` or with seconds, as `toText` writes it: a column of a million is read by this. */
function readPlain(text: string): Instant | undefined {
  const { length } = text;
  if (length !== 16 && length !== 19) return undefined;
  const hasForm =
    text[4] === '-' &&
    text[7] === '-' &&
    text[10] === ' ' &&
    text[13] === ':' &&
    (length === 16 || text[16] === ':');
  if (!hasForm) return undefined;
  return instantOf({
    year: digits(text, 0, 4),
    month: digits(text, 5, 2),
    day: digits(text, 8, 2),
    hour: digits(text, 11, 2),
    minute: digits(text, 14, 2),
    second: length === 16 ? 0 : digits(text, 17, 2),
  });
}

function parse(cell: RawCell, context: ParseContext | undefined): Parsed<Instant> {
  let text: string;
  if (cell.type === 'number') {
    const number = readDateNumber(cell, context);
    if ('state' in number) return number;
    if ('wallMs' in number) {
      const dayOnly = Number.isInteger(cell.number) && !formatShows(cell.format).time;
      return read(
        toInstant(number.wallMs - chinaOffsetMs),
        dayOnly ? [finding('instant.timeMissing')] : [],
      );
    }
    text = number.text;
  } else {
    const plain = cell.type === 'text' ? readPlain(cell.text) : undefined;
    if (plain !== undefined) return read(plain);
    const raw = cellCode(cell);
    if (raw.state !== 'value') return raw;
    text = raw.value;
  }
  const day = readDay(text, context);
  if ('state' in day) return day;
  if (day.written.hour === undefined) {
    return read(startOfDay(day.date), [...day.warnings, finding('instant.timeMissing')]);
  }
  const moment = momentOf(day.date, day.written);
  return moment === undefined ? unreadable('instant.noSuchTime') : read(moment, day.warnings);
}

function normalise(value: Instant): Instant {
  return toInstant(Math.floor(value / second) * second);
}

function toText(value: Instant): string {
  return formatInstant(value, normalise(value) % 60_000 !== 0);
}

/** Moments, to the second, written and read in China Standard Time whatever the machine's zone. */
export const instantCodec: Codec<Instant> = {
  parse,
  normalise,
  toText,
  toCell(value, context) {
    const whole = normalise(value);
    const format = whole % 60_000 === 0 ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd hh:mm:ss';
    return dateSerialCell(whole + chinaOffsetMs, toText(whole), format, context);
  },
  compare: (left, right) => left - right,
};
