import { startOfDay, toInstant, type Instant, type IsoDate } from '../../../shared/kernel/time';
import { lastHour } from '../../../shared/reports/reportTime';

/** Hours at which the county's reports of March 2022 ended. */
export const usualHours = [12, 13, 17, 20, 24] as const;

export function hourOn(day: IsoDate, hour: number): Instant {
  return toInstant(startOfDay(day) + hour * 3_600_000);
}

/** The usual hour that was last. */
export function lastUsualHour(now: Instant): Instant {
  return toInstant(Math.max(...usualHours.map((hour) => lastHour(now, hour))));
}
