import { describe, expect, it } from 'vitest';
import {
  curveOf,
  dayUpTo,
  freshnessOf,
  postsOf,
  siteLoads,
  spreadOver,
  suppliesOf,
} from '../../../renderer/features/figures/command/board';
import type { RowId } from '../../../shared/kernel/ids';
import { instantOf, parseIsoDate, toInstant, type Instant } from '../../../shared/kernel/time';
import type { Row, RowValues } from '../../../shared/ledger/defineLedger';

const row = (id: string, values: RowValues): Row => ({ id: id as RowId, values });

function moment(day: number, hour: number): Instant {
  const found = instantOf({ year: 2022, month: 3, day, hour, minute: 0, second: 0 });
  if (found === undefined) throw new Error(`No ${day} March`);
  return found;
}

describe('the curve', () => {
  it('has every day up to the last, also those without a case', () => {
    const last = parseIsoDate('2022-03-02');
    if (!last) throw new Error('No day');
    const groups = [
      { keys: ['2022-03-02', '确诊'], rows: 2, sums: [] },
      { keys: ['2022-02-28', '无症状'], rows: 3, sums: [] },
    ];
    expect(curveOf(groups, last, 3)).toEqual([
      { day: '2022-02-28', confirmed: 0, asymptomatic: 3 },
      { day: '2022-03-01', confirmed: 0, asymptomatic: 0 },
      { day: '2022-03-02', confirmed: 2, asymptomatic: 0 },
    ]);
  });
});

describe('supplies', () => {
  const report = (id: string, holder: string, date: string, stock: number, supplyDays?: number) =>
    row(id, {
      holder,
      kind: '粮食',
      date,
      stock,
      ...(supplyDays === undefined ? {} : { supplyDays }),
    });

  it('count the last report of each holder, a large depot for more than a shop', () => {
    // 90 t for 30 days are 3 t a day, 10 t for 10 days are 1 t a day: 100 t last 25 days
    const reports = [
      report('a', 'depot', '2022-03-26', 500, 100),
      report('b', 'depot', '2022-03-27', 90, 30),
      report('c', 'shop', '2022-03-25', 10, 10),
    ];
    for (const order of [reports, reports.toReversed()])
      expect(suppliesOf(order)).toEqual([
        { kind: '粮食', tonnes: 100, days: 25, from: '2022-03-25', to: '2022-03-27' },
      ]);
  });

  it('say no days where no holder has', () => {
    expect(suppliesOf([report('a', 'shop', '2022-03-27', 4)])).toMatchObject([
      { tonnes: 4, days: undefined },
    ]);
  });
});

describe('isolation sites', () => {
  it('are those in use on the day, the fullest first', () => {
    const sites = [
      row('half', { name: '甲', rooms: 20, openedOn: '2022-03-01' }),
      row('full', { name: '乙', rooms: 10, openedOn: '2022-03-01' }),
      row('closed', { name: '丙', rooms: 10, openedOn: '2022-03-01', closedOn: '2022-03-27' }),
      row('later', { name: '丁', rooms: 10, openedOn: '2022-03-28' }),
    ];
    const parts = ['half', 'full', 'closed'].map((key) => ({ key, value: 10, rows: 10 }));
    // midnight closes the day that was
    expect(siteLoads(sites, parts, moment(28, 0)).map(({ id, people }) => [id, people])).toEqual([
      ['full', 10],
      ['half', 10],
    ]);
  });
});

describe('checkpoints', () => {
  const at = moment(27, 20);
  const checkpoints = [
    row('a', { name: '甲卡点', openedOn: '2022-03-01', longitude: 113.1, latitude: 35.1 }),
    row('b', { name: '乙卡点', openedOn: '2022-03-01', longitude: 113.3, latitude: 35.3 }),
    row('c', { name: '丙卡点', openedOn: '2022-03-01' }),
    row('d', { name: '丁卡点', openedOn: '2022-03-01', closedOn: '2022-03-20' }),
  ];
  const groups = [
    { keys: ['a', '放行'], rows: 5, sums: [] },
    { keys: ['a', '滞留'], rows: 2, sums: [] },
    { keys: ['b', '劝返'], rows: 1, sums: [] },
  ];
  const newest = new Map([
    ['a', moment(27, 18)],
    ['b', moment(27, 12)],
  ]);
  const posts = postsOf(checkpoints, groups, newest, at);

  it('are those in force, with what they have logged and when they were last heard of', () => {
    expect(
      posts.map(({ name, passages, held, turnedBack }) => [name, passages, held, turnedBack]),
    ).toEqual(
      expect.arrayContaining([
        ['甲卡点', 7, 2, 0],
        ['乙卡点', 1, 0, 1],
        ['丙卡点', 0, 0, 0],
      ]),
    );
    expect(posts).toHaveLength(3);
    const states = Object.fromEntries(posts.map((post) => [post.id, freshnessOf(post, at)]));
    expect(states).toEqual({ a: 'fresh', b: 'old', c: 'silent' });
  });

  it('stand on the board by their coordinates, north up, inside it', () => {
    const places = spreadOver(posts, 100, 60);
    expect([...places.keys()].sort()).toEqual(['a', 'b']);
    const [a = [0, 0], b = [0, 0]] = [places.get('a'), places.get('b')];
    expect(a[0]).toBeLessThan(b[0]);
    expect(a[1]).toBeGreaterThan(b[1]);
    for (const [x, y] of places.values()) {
      expect(x).toBeGreaterThan(-0.001);
      expect(x).toBeLessThan(100.001);
      expect(y).toBeGreaterThan(-0.001);
      expect(y).toBeLessThan(60.001);
    }
    expect(spreadOver(posts.slice(2), 100, 60).size).toBeLessThanOrEqual(1);
  });
});

it('the day of a cut-off ends just before it, at midnight too', () => {
  expect(dayUpTo(moment(28, 0))).toEqual({ from: moment(27, 0), to: toInstant(moment(28, 0) - 1) });
  expect(dayUpTo(moment(27, 20)).from).toBe(moment(27, 0));
});
