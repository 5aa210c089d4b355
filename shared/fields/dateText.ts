import { addDays, isoDate, type IsoDate } from '../kernel/time';
import { codeText } from './cellText';

/** What a person wrote: parts that were left out are undefined. */
export interface WrittenTime {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly hour: number | undefined;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of Greenwich, when the text says so (ISO 8601 only). */
  readonly offsetMinutes?: number;
  /** The century, or the order of month and day, was guessed. */
  readonly guessed: boolean;
}

const number = (digits: string | undefined) => (digits ? Number(digits) : undefined);

/** Each form of the day; the text after it is the time of day. */
const dayForms: readonly {
  readonly form: RegExp;
  readonly read: (m: RegExpExecArray) => Pick<WrittenTime, 'year' | 'month' | 'day' | 'guessed'>;
}[] = [
  {
    // 2022年3月27日, 2022.3.27, 2022-3-27, 2022/3/27, 2022-03-27T…
    form: /^(\d{4})\s?[年.\-/]\s?(\d{1,2})\s?[月.\-/]\s?(\d{1,2})(?:\s?[日号]|T|(?=\s|$)|(?=[上下]午|AM|PM))/i,
    read: (m) => ({ year: number(m[1]), month: number(m[2]), day: number(m[3]), guessed: false }),
  },
  {
    // 20220327
    form: /^((?:19|20)\d{2})(\d{2})(\d{2})(?=\s|$)/,
    read: (m) => ({ year: number(m[1]), month: number(m[2]), day: number(m[3]), guessed: false }),
  },
  {
    // 3/27/2022, as programs with American settings show it
    form: /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?=\s|$)/,
    read: (m) => ({ year: number(m[3]), month: number(m[1]), day: number(m[2]), guessed: true }),
  },
  {
    // 22年3月27日, 22.3.27
    form: /^(\d{2})\s?[年.\-/]\s?(\d{1,2})\s?[月.\-/]\s?(\d{1,2})(?:\s?[日号]|(?=\s|$))/,
    read: (m) => ({
      year: 2000 + Number(m[1]),
      month: number(m[2]),
      day: number(m[3]),
      guessed: true,
    }),
  },
  {
    // 3月27日, 3月27, 3.27, 3-27, 3/27
    form: /^(\d{1,2})\s?[月.\-/]\s?(\d{1,2})(?:\s?[日号]|(?=\s|$))/,
    read: (m) => ({ year: undefined, month: number(m[1]), day: number(m[2]), guessed: false }),
  },
  {
    // 27日
    form: /^(\d{1,2})\s?[日号]/,
    read: (m) => ({ year: undefined, month: undefined, day: number(m[1]), guessed: false }),
  },
];

const halfOfDay = '上午|下午|凌晨|早上|早|中午|晚上|晚|AM|PM';
const timeForm = new RegExp(
  `^(${halfOfDay})?\\s?(\\d{1,2})\\s?(?:(?:时|点|h)\\s?(?:(\\d{1,2})\\s?分?|(半|整))?(?:\\s?(\\d{1,2})\\s?秒)?` +
    `|:(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d{1,9})?)?)\\s?(${halfOfDay})?\\s?(Z|[+-]\\d{2}:?\\d{2})?$`,
  'i',
);
const noteInBrackets = /\s*[(（【[][^)）】\]]*[)）】\]]\s*/g;
const weekday = /\s*(?:星期|周)[一二三四五六日天]\s*/g;

/** 12-hour clocks: 12 AM is 0, 3 PM is 15; `下午15时` stays 15. */
function hourOfDay(hour: number, half: string | undefined): number {
  switch (half?.toUpperCase()) {
    case undefined:
      return hour;
    case '下午':
    case '晚上':
    case '晚':
    case 'PM':
      return hour < 12 ? hour + 12 : hour;
    case '中午':
      return hour < 5 ? hour + 12 : hour;
    default:
      return hour === 12 ? 0 : hour;
  }
}

function offsetOf(zone: string | undefined): { readonly offsetMinutes?: number } {
  if (!zone) return {};
  if (zone.toUpperCase() === 'Z') return { offsetMinutes: 0 };
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return { offsetMinutes: zone.startsWith('-') ? -minutes : minutes };
}

/** 2022-03-27, 2022-03-27 08:15, 2022-03-27 08:15:30: as this app and other programs write it. */
const asPrograms = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d)(?::(\d\d))?)?$/;

function readWhole([, year, month, day, hour, minute, second]: RegExpExecArray): WrittenTime {
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: number(hour),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    guessed: false,
  };
}

/** Splits a written date and time into its parts; undefined when it is in no known form. */
export function readWrittenTime(raw: string): WrittenTime | undefined {
  const whole = asPrograms.exec(raw);
  if (whole) return readWhole(whole);
  const text = codeText(raw).replace(noteInBrackets, ' ').replace(weekday, ' ').trim();
  if (text === '' || text.length > 40) return undefined;
  for (const { form, read } of dayForms) {
    const match = form.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length).trim();
    if (rest === '') return { ...read(match), hour: undefined, minute: 0, second: 0 };
    const time = readTimeOfDay(rest);
    if (time) return { ...read(match), ...time };
  }
  const time = readTimeOfDay(text);
  return time && { year: undefined, month: undefined, day: undefined, guessed: false, ...time };
}

function readTimeOfDay(
  text: string,
): Pick<WrittenTime, 'hour' | 'minute' | 'second' | 'offsetMinutes'> | undefined {
  const match = timeForm.exec(text);
  if (!match) return undefined;
  const [, before, hour, minuteWord, half, secondWord, minute, second, after, zone] = match;
  return {
    hour: hourOfDay(Number(hour), before ?? after),
    minute: half === '半' ? 30 : Number(minuteWord ?? minute ?? 0),
    second: Number(secondWord ?? second ?? 0),
    ...offsetOf(zone),
  };
}

/**
 * The day that was meant. A missing year is the one that brings the day nearest to the report date
 * (a report of 2 January writes `12.30` of the year before); a missing month is the report's.
 */
export function completeDay(
  written: Pick<WrittenTime, 'year' | 'month' | 'day'>,
  reportOn: IsoDate | undefined,
): { readonly date: IsoDate; readonly assumed: boolean } | 'noSuchDay' | 'yearUnknown' {
  const { year, month, day } = written;
  if (year !== undefined && month !== undefined && day !== undefined) {
    const date = isoDate(year, month, day);
    return date ? { date, assumed: false } : 'noSuchDay';
  }
  if (month !== undefined && day !== undefined && !isoDate(2024, month, day)) return 'noSuchDay';
  if (!reportOn) return 'yearUnknown';
  const reportYear = Number(reportOn.slice(0, 4));
  if (day === undefined) return { date: reportOn, assumed: true };
  if (month === undefined) {
    const date = isoDate(reportYear, Number(reportOn.slice(5, 7)), day);
    return date ? { date, assumed: true } : 'noSuchDay';
  }
  const half = 183;
  const earliest = addDays(reportOn, -half);
  const latest = addDays(reportOn, half);
  for (const candidate of [reportYear, reportYear - 1, reportYear + 1]) {
    const date = isoDate(candidate, month, day);
    if (date && date >= earliest && date <= latest) return { date, assumed: true };
  }
  return 'noSuchDay';
}
