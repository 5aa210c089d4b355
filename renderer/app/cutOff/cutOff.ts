import { codecFor } from '../../../shared/fields/codecFor';
import type { CutOff } from '../../../shared/figures/takesIn';
import {
  addDays,
  dateOf,
  formatInstant,
  startOfDay,
  toInstant,
  type Instant,
  type IsoDate,
} from '../../../shared/kernel/time';
import { field } from '../../../shared/ledger/field';
import { dayClosed } from '../../../shared/reports/reportTime';

/** Hours at which the county's reports of March 2022 ended. */
export const usualHours = [13, 17, 20, 24] as const;

const hourMs = 3_600_000;
export const momentField = field.instant('截至', 'As of');

/** The period of a figure that counts one ends at the cut-off and has lasted a day. */
export function cutOffAt(at: Instant): CutOff {
  return { at, since: toInstant(at - 24 * hourMs) };
}

export function dayBefore({ since }: CutOff): CutOff {
  return cutOffAt(since);
}

/** The moment that was typed, `2022-03-27 24:00` too; undefined where it is none. */
export function readMoment(text: string, today: IsoDate): Instant | undefined {
  const parsed = codecFor(momentField).parse({ type: 'text', text }, { reportOn: today });
  return parsed.state === 'value' && typeof parsed.value === 'number'
    ? toInstant(parsed.value)
    : undefined;
}

/** Midnight is the end of the day that was, as reports have it. */
export function showMoment(at: Instant): string {
  const day = dayClosed(at);
  return day === dateOf(at) ? formatInstant(at) : `${day} 24:00`;
}

export function momentOn(day: IsoDate, hour: number): Instant {
  return toInstant(startOfDay(day) + hour * hourMs);
}

/** The usual hour that was last. */
export function lastUsual(now: Instant, hours: readonly number[]): Instant {
  const day = dateOf(now);
  const passed = hours.map((hour) => momentOn(day, hour)).filter((moment) => moment <= now);
  return passed.at(-1) ?? momentOn(addDays(day, -1), 24);
}

/** A cut-off as it is kept: with the day on which it was chosen. */
export function keptCutOff(at: Instant, now: Instant): string {
  return `${dateOf(now)} ${at}`;
}

/** Undefined where it was chosen on another day. */
export function readKept(text: string | undefined, now: Instant): Instant | undefined {
  const [day, moment = ''] = text?.split(' ') ?? [];
  return day === dateOf(now) && moment !== '' ? toInstant(Number(moment)) : undefined;
}
