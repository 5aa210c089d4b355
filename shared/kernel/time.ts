import type { Brand } from './brand';

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = Brand<string, 'IsoDate'>;
/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;
export type Clock = () => Instant;

/**
 * The app shows and reads every time in China Standard Time (UTC+8, no summer time since 1991),
 * whatever the laptop's own zone is set to: a wrong zone must not move a passage to another day.
 */
export const chinaOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

export interface CivilTime {
  readonly year: number;
  /** 1-12 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export function toInstant(epochMs: number): Instant {
  return epochMs as Instant; // the constructor of the brand
}

/** The day when it exists in the calendar, else undefined (30 February, month 13). */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (!isDay(year, month, day)) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as IsoDate; // constructor of the brand
}

/** By arithmetic: a workbook asks a million times, and a `Date` and its text cost ten times as much. */
function isDay(year: number, month: number, day: number): boolean {
  const areWhole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!areWhole || year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  if (month !== 2)
    return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (isLeap ? 29 : 28);
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}

export function parseIsoDate(text: string): IsoDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The moment of a wall-clock time in China, or undefined where the day or time does not exist. */
export function instantOf(time: CivilTime): Instant | undefined {
  const { year, month, day, hour, minute, second } = time;
  const midnight = hour === 24 && minute === 0 && second === 0;
  if (!isDay(year, month, day) || !(hour >= 0 && minute >= 0 && second >= 0)) return undefined;
  if ((hour > 23 && !midnight) || minute > 59 || second > 59) return undefined;
  return toInstant(Date.UTC(year, month - 1, day, hour, minute, second) - chinaOffsetMs);
}

export function civilTimeOf(instant: Instant): CivilTime {
  const date = new Date(instant + chinaOffsetMs);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** The calendar day in China on which the moment lies. */
export function dateOf(instant: Instant): IsoDate {
  return new Date(instant + chinaOffsetMs).toISOString().slice(0, 10) as IsoDate; // always a real day
}

export function startOfDay(date: IsoDate): Instant {
  return toInstant(Date.parse(`${date}T00:00:00Z`) - chinaOffsetMs);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOf(toInstant(startOfDay(date) + days * dayMs));
}

/** `03-27 12:00`, as a list of the day has it; with its year where that is not the year of `now`. */
export function formatRecent(instant: Instant, now: Instant): string {
  const text = formatInstant(instant);
  return text.slice(0, 5) === formatInstant(now).slice(0, 5) ? text.slice(5) : text;
}

/** `2022-03-27 12:00`, or with seconds; the form of grids and workbooks. */
export function formatInstant(instant: Instant, withSeconds = false): string {
  const text = new Date(instant + chinaOffsetMs).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, withSeconds ? 19 : 16)}`;
}
