import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRecent, instantOf, isoDate, toInstant } from '../../../shared/kernel/time';

/** What a `Date` thinks of it: the calendar that `isoDate` computes for itself. */
function byDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

test('a day exists when the calendar has it, leap years included', () => {
  const year = fc.oneof(
    fc.integer({ min: 1000, max: 9999 }),
    fc.constantFrom(1900, 2000, 2024, 2100),
  );
  const days = fc.tuple(year, fc.integer({ min: -1, max: 14 }), fc.integer({ min: -1, max: 33 }));
  fc.assert(
    fc.property(days, ([one, month, day]) => {
      expect(isoDate(one, month, day)).toBe(byDate(one, month, day));
    }),
    { numRuns: 2_000 },
  );
  expect(isoDate(2022, 3, 1.5)).toBeUndefined();
  expect(isoDate(NaN, 3, 1)).toBeUndefined();
  expect(isoDate(999, 3, 1)).toBeUndefined();
});

test('a time of day that is no number is no moment', () => {
  const day = { year: 2022, month: 3, day: 27 };
  expect(instantOf({ ...day, hour: NaN, minute: 0, second: 0 })).toBeUndefined();
  expect(instantOf({ ...day, hour: 8, minute: 0, second: NaN })).toBeUndefined();
});

test('a moment of another year is said with its year', () => {
  const at = toInstant(Date.parse('2022-03-27T09:59+08:00'));
  const said = (now: string) => formatRecent(at, toInstant(Date.parse(now)));
  expect(said('2022-12-31T23:59+08:00')).toBe('03-27 09:59');
  expect(said('2023-01-01T00:00+08:00')).toBe('2022-03-27 09:59');
});
