import { expect, test } from 'vitest';
import { readTestTime, showTestTime } from '../../../../renderer/features/desk/form/readTestTime';
import { formatInstant, instantOf, toInstant } from '../../../../shared/kernel/time';

function at(text: string) {
  const [year, month, day, hour, minute] = text.split(/[- :]/).map(Number);
  const instant = instantOf({
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: 0,
  });
  return instant ?? toInstant(0);
}

test.each([
  // typed, now, the moment that was meant
  ['26日15:20', '2022-03-27 18:02', '2022-03-26 15:20'],
  ['26日15时20分', '2022-03-27 18:02', '2022-03-26 15:20'],
  ['26号下午3点', '2022-03-27 18:02', '2022-03-26 15:00'],
  ['26 15:20', '2022-03-27 18:02', '2022-03-26 15:20'],
  ['26 1520', '2022-03-27 18:02', '2022-03-26 15:20'],
  ['261520', '2022-03-27 18:02', '2022-03-26 15:20'],
  ['1520', '2022-03-27 18:02', '2022-03-27 15:20'],
  ['１５：２０', '2022-03-27 18:02', '2022-03-27 15:20'],
  ['15:20', '2022-03-27 01:00', '2022-03-26 15:20'],
  ['昨15:20', '2022-03-27 18:02', '2022-03-26 15:20'],
  ['昨天 1520', '2022-03-27 18:02', '2022-03-26 15:20'],
  ['前天8点', '2022-03-27 18:02', '2022-03-25 08:00'],
  ['今8:30', '2022-03-27 18:02', '2022-03-27 08:30'],
  ['3.26 15:20', '2022-03-27 18:02', '2022-03-26 15:20'],
  ['2022-03-26 15:20', '2022-03-27 18:02', '2022-03-26 15:20'],
  // what is left open is filled in backwards
  ['31日15:20', '2022-04-01 09:00', '2022-03-31 15:20'],
  ['30日15:20', '2022-05-01 09:00', '2022-04-30 15:20'],
  ['28日 8:00', '2022-03-01 09:00', '2022-02-28 08:00'],
  ['31日22:00', '2022-01-01 00:30', '2021-12-31 22:00'],
  ['12.31 22:00', '2022-01-01 00:30', '2021-12-31 22:00'],
  // two clocks that differ by a few minutes
  ['18:04', '2022-03-27 18:02', '2022-03-27 18:04'],
])('%s at %s is %s', (text, now, expected) => {
  const read = readTestTime(text, at(now));
  expect(read.state === 'value' && formatInstant(read.value)).toBe(expected);
});

test('a day that is written out and lies ahead stays ahead, to be flagged', () => {
  const read = readTestTime('3月28日15:20', at('2022-03-27 18:02'));
  expect(read.state === 'value' && formatInstant(read.value)).toBe('2022-03-28 15:20');
});

test.each(['abc', '25:70', '2570', '99日8点'])('%s is no time, and said so', (text) => {
  expect(readTestTime(text, at('2022-05-01 09:00')).state).toBe('unreadable');
});

const moments = ['2022-03-26 15:20', '2021-12-31 22:00', '2022-01-01 00:00'];
test.each(moments.flatMap((moment) => ['zh', 'en'].map((language) => [moment, language] as const)))(
  'what was understood as %s is shown so that it is understood again (%s)',
  (moment, language) => {
    const now = at('2022-03-27 18:02');
    const shown = showTestTime(at(moment), now, language);
    if (language === 'en') expect(shown).not.toMatch(/\p{Script=Han}/u);
    const read = readTestTime(shown, now);
    expect(read.state === 'value' && formatInstant(read.value)).toBe(moment);
  },
);
