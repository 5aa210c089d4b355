import type { Language } from '../fields/codec';
import {
  addDays,
  civilTimeOf,
  dateOf,
  startOfDay,
  toInstant,
  type Instant,
  type IsoDate,
} from '../kernel/time';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The last time that it was this hour (0 to 24), not after the cut-off of the report. */
export function lastHour(at: Instant, hour: number): Instant {
  const onDay = startOfDay(dateOf(at)) + hour * hourMs;
  return toInstant(onDay > at ? onDay - dayMs : onDay);
}

/** The day that a cut-off closes: at midnight the one that ends. */
export function dayClosed(at: Instant): IsoDate {
  return isMidnight(at) ? addDays(dateOf(at), -1) : dateOf(at);
}

/** `3月27日12时`, `3月27日24时`, `3月27日12时30分`; `12:00 on 27 March`. */
export function momentWords(at: Instant, language: Language): string {
  const [, month = 0, day = 0] = dayClosed(at).split('-').map(Number);
  const { hour, minute } = civilTimeOf(at);
  const shownHour = isMidnight(at) ? 24 : hour;
  if (language === 'zh')
    return `${month}月${day}日${shownHour}时${minute === 0 ? '' : `${minute}分`}`;
  return `${shownHour}:${String(minute).padStart(2, '0')} on ${day} ${months[month - 1] ?? ''}`;
}

/** `2022年3月27日`; `27 March 2022`. */
export function dayWords(at: Instant, language: Language): string {
  const [year = 0, month = 0, day = 0] = dayClosed(at).split('-').map(Number);
  return language === 'zh'
    ? `${year}年${month}月${day}日`
    : `${day} ${months[month - 1] ?? ''} ${year}`;
}

function isMidnight(at: Instant): boolean {
  const { hour, minute, second } = civilTimeOf(at);
  return hour === 0 && minute === 0 && second === 0;
}
