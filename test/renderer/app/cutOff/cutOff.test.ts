import { describe, expect, it } from 'vitest';
import {
  keptCutOff,
  lastUsual,
  momentOn,
  readKept,
  readMoment,
  showMoment,
  usualHours,
} from '../../../../renderer/app/cutOff/cutOff';
import { parseIsoDate } from '../../../../shared/kernel/time';
import { dayClosed } from '../../../../shared/reports/reportTime';

const day = parseIsoDate('2022-03-27');
if (!day) throw new Error('a day of the calendar');
const at = (hour: number) => momentOn(day, hour);

describe('the cut-off', () => {
  it.each([
    ['2022-03-27 20:00', 20],
    ['3月27日12时', 12],
    ['2022-03-27 24:00', 24],
  ])('is read as it is written: %s', (text, hour) => {
    expect(readMoment(text, day)).toBe(at(hour));
  });

  it('at midnight belongs to the day that ends', () => {
    expect([showMoment(at(24)), dayClosed(at(24))]).toEqual(['2022-03-27 24:00', day]);
    expect(readMoment('二十七日', day)).toBeUndefined();
  });

  it.each([
    [0.5, 0],
    [13, 13],
    [16.9, 13],
    [20.1, 20],
  ])('is at first the usual hour that was last: at %d it is %d', (now, hour) => {
    expect(lastUsual(at(now), usualHours)).toBe(at(hour));
  });
});

it('keeps a cut-off that was chosen for the day, not for the next', () => {
  const kept = keptCutOff(at(13), at(20));
  expect(readKept(kept, at(23))).toBe(at(13));
  expect(readKept(kept, at(32))).toBeUndefined();
  expect(readKept(undefined, at(20))).toBeUndefined();
});
