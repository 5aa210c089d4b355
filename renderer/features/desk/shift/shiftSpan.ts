import {
  addDays,
  civilTimeOf,
  dateOf,
  startOfDay,
  toInstant,
  type Instant,
  type IsoDate,
} from '../../../../shared/kernel/time';

const hourMs = 3_600_000;
/** Who comes early logs under the new shift's name before its hours begin. */
const earlyMs = 2 * hourMs;

export interface ShiftSpan {
  /** The day on which it begins. */
  readonly date: IsoDate;
  readonly from: Instant;
  readonly until: Instant;
  /** Passages of the shift may begin before its hours. */
  readonly firstAt: Instant;
}

/**
 * The hours of a shift that is on duty now, ends now, or begins now.
 * | shift | from  | until           | at 07:00 it is that of | at 21:00 it is that of |
 * | A班   | 08:00 | 20:00           | today (early)          | today                  |
 * | B班   | 20:00 | 08:00 next day  | yesterday              | today                  |
 */
export function shiftSpan(shift: string, now: Instant): ShiftSpan {
  const today = dateOf(now);
  const isDay = shift === 'A班';
  const { hour } = civilTimeOf(now);
  // the night shift belongs to the evening on which it came; its people may be late in leaving
  const beganYesterday = isDay ? hour < 6 : hour < 18;
  const date = beganYesterday ? addDays(today, -1) : today;
  const from = toInstant(startOfDay(date) + (isDay ? 8 : 20) * hourMs);
  return {
    date,
    from,
    until: toInstant(from + 12 * hourMs),
    firstAt: toInstant(from - earlyMs),
  };
}
