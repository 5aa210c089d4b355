import { addDays, isoDate, type IsoDate } from '../../../shared/kernel/time';

export interface CalendarDay {
  readonly date: IsoDate;
  readonly day: number;
  readonly inMonth: boolean;
}

/** Six weeks that hold the month of the day, Monday first (GB/T 7408). */
export function monthGrid(of: IsoDate): readonly CalendarDay[] {
  const first = `${of.slice(0, 8)}01` as IsoDate; // the first of a month that exists
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const start = addDays(first, -weekday);
  return Array.from({ length: 42 }, (_, index) => {
    const date = addDays(start, index);
    return { date, day: Number(date.slice(8)), inMonth: date.slice(0, 7) === of.slice(0, 7) };
  });
}

/** The same day some months on, or the last day of that month where it has none such. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  for (let last = day; last >= 28; last--) {
    const found = isoDate(Math.floor(index / 12), (index % 12) + 1, last);
    if (found) return found;
  }
  return isoDate(Math.floor(index / 12), (index % 12) + 1, day) ?? date;
}

/** Where a key leads in the calendar; undefined for a key that does not move. */
export function moveDay(date: IsoDate, key: string): IsoDate | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'PageUp':
      return addMonths(date, -1);
    case 'PageDown':
      return addMonths(date, 1);
    default:
      return undefined;
  }
}
