import type { Parsed, ParseContext } from '../../../../shared/fields/codec';
import { instantCodec } from '../../../../shared/fields/instant';
import {
  addDays,
  civilTimeOf,
  dateOf,
  parseIsoDate,
  toInstant,
  type Instant,
  type IsoDate,
} from '../../../../shared/kernel/time';

const dayMs = 86_400_000;
/** Clocks of laboratories and laptops differ; a test within five minutes to come was just taken. */
const clockDifferenceMs = 5 * 60_000;

const daysAgo: Readonly<Record<string, number>> = { 今: 0, 昨: 1, 前: 2 };

/**
 * The forms a clerk in gloves adds to those of the codec, rewritten into them.
 *
 * | typed             | means       |
 * | 1520              | 15:20       |
 * | 261520, 26 1520   | 26日15:20   |
 * | 26 15:20          | 26日15:20   |
 * | 昨15:20, 前天8点  | that day    |
 */
function spelledOut(text: string, today: IsoDate): string {
  const plain = text.normalize('NFKC').trim();
  const ago = /^([今昨前])[天日]?\s*(?=\S)/.exec(plain);
  if (ago) {
    const day = addDays(today, -(daysAgo[ago[1] ?? ''] ?? 0));
    return `${day} ${spelledOut(plain.slice(ago[0].length), today)}`;
  }
  const digits = /^(?:(\d{1,2})\s+|(\d{2}))?(\d{2})(\d{2})$/.exec(plain);
  if (digits) {
    const [, spaced, joined, hour, minute] = digits;
    const day = spaced ?? joined;
    return `${day === undefined ? '' : `${day}日`}${hour}:${minute}`;
  }
  return plain.replace(/^(\d{1,2})\s+(?=\d{1,2}[:时点])/, '$1日');
}

/** Neither day nor month written: `15:20`. */
const isTimeOnly = (text: string) => !/[日号月./-]/.test(text);
const isDayOnly = (text: string) => /^\d{1,2}\s?[日号]/.test(text);

/**
 * The moment of a test: nobody is tested in the future, so what the words leave open is filled in
 * backwards. `23:40` said at one in the morning was yesterday, `31日` said on 1 April was in March.
 */
export function readTestTime(text: string, now: Instant): Parsed<Instant> {
  const today = dateOf(now);
  const words = spelledOut(text, today);
  const parse = (context: ParseContext) =>
    instantCodec.parse({ type: 'text', text: words }, context);
  const read = parse({ reportOn: today });
  const latest = now + clockDifferenceMs;
  const isPast = read.state === 'value' && read.value <= latest;
  if (isPast || read.state === 'blank') return read;
  if (isDayOnly(words)) {
    const earlier = parse({ reportOn: lastOfMonthBefore(today) });
    return earlier.state === 'value' ? earlier : read;
  }
  if (read.state !== 'value' || !isTimeOnly(words)) return read;
  return { ...read, value: toInstant(read.value - dayMs) };
}

function lastOfMonthBefore(date: IsoDate): IsoDate {
  return addDays(parseIsoDate(`${date.slice(0, 8)}01`) ?? date, -1);
}

/**
 * How a test time stands in the form once it has been understood: `3月26日 15:20`, in English
 * `03-26 15:20`; with its year where that is another one than this.
 */
export function showTestTime(at: Instant, now: Instant, language: string): string {
  const { year, month, day, hour, minute } = civilTimeOf(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const isThisYear = civilTimeOf(now).year === year;
  const time = `${two(hour)}:${two(minute)}`;
  if (language !== 'zh') return `${isThisYear ? '' : `${year}-`}${two(month)}-${two(day)} ${time}`;
  return `${isThisYear ? '' : `${year}年`}${month}月${day}日 ${time}`;
}
