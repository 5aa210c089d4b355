import { dateOf, startOfDay, toInstant, type Instant, type IsoDate } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';

export function textAt({ values }: Row, field: string): string | undefined {
  const value = values[field];
  return typeof value === 'string' ? value : undefined;
}

export function instantAt({ values }: Row, field: string): Instant | undefined {
  const value = values[field];
  return typeof value === 'number' ? toInstant(value) : undefined;
}

export function numberAt({ values }: Row, field: string): number | undefined {
  const value = values[field];
  return typeof value === 'number' ? value : undefined;
}

/** The end of a day, or the instant itself: what is due on a day is due until it ends. */
export function dueAt(row: Row, field: string): Instant | undefined {
  const day = textAt(row, field);
  const moment = instantAt(row, field);
  return day === undefined ? moment : toInstant(startOfDay(day as IsoDate) + dayMs); // a stored date
}

/** Whether a moment that is still to come lies on the day of another. */
export function isLaterToday(moment: Instant, now: Instant): boolean {
  return moment > now && dateOf(toInstant(moment - 1)) === dateOf(now);
}

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
