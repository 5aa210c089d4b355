import { describe, expect, it } from 'vitest';
import type { RowValues } from '../../../shared/ledger/defineLedger';
import { defaultIsolationRules } from '../../../shared/policy/defaultIsolationRules';
import { floorPositives, isolationClock } from '../../../shared/work/isolationClock';
import { beds, clocks } from '../../../shared/work/isolationLists';
import { momentOf, on, rowOf } from './moments';

const stay = (values: RowValues, id = 'stay') =>
  rowOf(id, { site: 'site', floor: 2, admittedAt: on(16), lastContactAt: on(15), ...values });

const clockOf = (values: RowValues, day: number, others: readonly RowValues[] = [], month = 3) => {
  const row = stay(values);
  const stays = [row, ...others.map((other, index) => stay(other, `other${index}`))];
  const { at, today } = momentOf(on(day, 12, 0, month));
  return isolationClock(row, floorPositives(stays, at), defaultIsolationRules, at, today);
};

describe('how far a stay is, last contact on 15 March 2022, by the rules then in force', () => {
  it.each([
    ['密接', 20, '5 of 14, due 2022-03-29'],
    ['次密接', 20, '5 of 7, due 2022-03-22'],
    ['入境', 20, '4 of 14, due 2022-03-30'],
    ['密接', 29, '14 of 14, due 2022-03-29'],
  ])('%s on the %dth: day %s', (category, day, expected) => {
    const clock = clockOf({ category }, day);
    expect(`${clock?.day} of ${clock?.days}, due ${clock?.dueOn}`).toBe(expected);
  });

  it('is shortened by the ninth plan for who is held when it comes into force', () => {
    const held = { category: '密接', lastContactAt: on(20, 9, 0, 6), admittedAt: on(21, 9, 0, 6) };
    expect(clockOf(held, 27, [], 6)?.dueOn).toBe('2022-07-04');
    expect(clockOf(held, 29, [], 6)?.dueOn).toBe('2022-06-27');
    // contacts of contacts are at home from then on: nothing runs in a site
    expect(clockOf({ ...held, category: '次密接' }, 29, [], 6)).toBeUndefined();
  });

  it('has no clock where no rule covers the category', () => {
    expect(clockOf({ category: '其他' }, 20)).toBeUndefined();
  });

  it.each([
    [15, false],
    [16, true],
    [19, true],
    [20, false],
    [22, true],
    [29, true],
  ])('on the %dth a test is due: %s (days 1, 4, 7, 14)', (day, isDue) => {
    expect(clockOf({ category: '密接' }, day)?.isTestDay).toBe(isDue);
  });
});

describe('a positive sample on the 18th in the same site', () => {
  const positive = { samples: [{ sampledAt: on(18), result: '阳性' }] };
  it.each([
    ['on the same floor', {}, '2022-04-01'],
    ['a floor above', { floor: 3 }, '2022-04-01'],
    ['a floor below', { floor: 1 }, '2022-04-01'],
    ['two floors above', { floor: 4 }, '2022-03-29'],
    ['in another site', { site: 'other' }, '2022-03-29'],
    ['pending only', { samples: [{ sampledAt: on(18), result: '待出' }] }, '2022-03-29'],
    [
      'taken later than the moment',
      { samples: [{ sampledAt: on(21), result: '阳性' }] },
      '2022-03-29',
    ],
    [
      'before the stay began',
      { samples: [{ sampledAt: on(15, 20), result: '阳性' }] },
      '2022-03-29',
    ],
  ])('%s: due %3$s', (_, where, dueOn) => {
    const clock = clockOf({ category: '密接' }, 20, [{ category: '密接', ...positive, ...where }]);
    expect(clock?.dueOn).toBe(dueOn);
    expect(clock?.restartedBy !== undefined).toBe(dueOn === '2022-04-01');
  });

  it('does not start the clock of that person anew', () => {
    expect(clockOf({ category: '密接', ...positive }, 20)?.dueOn).toBe('2022-03-29');
  });
});

describe('the list of clocks', () => {
  const marksOn = (values: RowValues, day: number) =>
    clocks.lines(
      [[stay({ category: '密接', dueOn: '2022-03-29', ...values })]],
      momentOf(on(day)),
    )[0]?.marks;

  it.each<readonly [string, RowValues, number, readonly string[] | undefined]>([
    ['on the way', {}, 20, ['running']],
    ['on a test day', {}, 22, ['testDue']],
    [
      'sampled that morning',
      { samples: [{ sampledAt: on(22, 8), result: '待出' }] },
      22,
      ['running'],
    ],
    ['due', { dueOn: '2022-03-29' }, 29, ['dueToday', 'testDue']],
    ['due yesterday', {}, 30, ['overdue']],
    ['written down otherwise', { dueOn: '2022-03-28' }, 20, ['dueDiffers']],
    ['feverish', { eveningTemperature: 37.3 }, 20, ['fever']],
    ['in need of care', { state: '需关注' }, 20, ['needsCare']],
    ['released the day before', { releasedAt: on(19) }, 20, undefined],
    ['not there yet', {}, 14, undefined],
  ])('%s', (_, values, day, expected) => {
    expect(marksOn(values, day)).toEqual(expected);
  });

  it('writes the due day of the rules, and only that', () => {
    const [line] = clocks.lines(
      [[stay({ category: '密接', dueOn: '2022-03-25' })]],
      momentOf(on(20)),
    );
    const step = clocks.steps?.find(({ id }) => id === 'writeDue');
    if (!line || !step) throw new Error('no line');
    expect(step.fits(line)).toBe(true);
    expect(step.changes([line], {}, { now: on(20), operator: '' })).toEqual([
      { type: 'update', ledger: 'isolation-stays', row: 'stay', values: { dueOn: '2022-03-29' } },
    ]);
  });

  it('adds a sample to those that were taken', () => {
    const taken = { sampledAt: on(16), result: '阴性' };
    const [line] = clocks.lines([[stay({ category: '密接', samples: [taken] })]], momentOf(on(22)));
    const step = clocks.steps?.find(({ id }) => id === 'sampled');
    if (!line || !step) throw new Error('no line');
    const [change] = step.changes([line], {}, { now: on(22, 9), operator: '' });
    expect(change?.values['samples']).toEqual([taken, { sampledAt: on(22, 9), result: '待出' }]);
  });
});

it('counts the beds that are free in each site, and those that become free today', () => {
  const site = rowOf('site', { name: '甲', rooms: 3, openedOn: '2022-03-01' });
  const stays = [
    stay({ category: '次密接', lastContactAt: on(20) }, 'due'),
    stay({ category: '密接' }, 'held'),
    stay({ category: '密接', releasedAt: on(27, 9) }, 'left'),
    stay({ category: '密接', admittedAt: on(27, 18) }, 'later'),
  ];
  const [line] = beds.lines([[site], stays], momentOf(on(27)));
  expect(line?.facts).toMatchObject({ people: 2, bedsFree: 1, releasedToday: 1, dueToday: 1 });
  expect(line?.marks).toEqual(['bedsFree']);
});
