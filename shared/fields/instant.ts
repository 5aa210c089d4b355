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
  const [year, month, day] = date.split('-').map(Number);
  const local = instantOf({
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: written.hour ?? 0,
    minute: written.minute,
    second: written.second,
  });
  if (local === undefined || written.offsetMinutes === undefined) return local;
  return toInstant(local + chinaOffsetMs - written.offsetMinutes * 60_000);
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
