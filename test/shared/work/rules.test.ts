import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../shared/kernel/time';
import type { RowValues } from '../../../shared/ledger/defineLedger';
import { causes, causesOf } from '../../../shared/work/causes';
import { needsByGrid, needsByZone } from '../../../shared/work/deliveryNeeds';
import { agreedTimes, doorOpenings, isAgreed } from '../../../shared/work/doorOpenings';
import { corrections, problems } from '../../../shared/work/enterpriseLists';
import { wasteToClear } from '../../../shared/work/environmentLists';
import { hotline, visits } from '../../../shared/work/peopleLists';
import { dispatch, prices, reserves } from '../../../shared/work/reportedSupplies';
import { siteReports } from '../../../shared/work/siteReports';
import { countSamples, rounds } from '../../../shared/work/testingLists';
import { transfers } from '../../../shared/work/transfers';
import { wasteLoad } from '../../../shared/work/wasteLoad';
import type { WorkList } from '../../../shared/work/workList';
import { zoneHistory } from '../../../shared/work/zoneLists';
import { momentOf, on, rowOf } from './moments';

const at = on(27, 20);
const marksOf = (list: WorkList, values: RowValues) =>
  list.lines([[rowOf('row', values)]], momentOf(at))[0]?.marks;

describe('one record on 27 March 2022 at 20:00', () => {
  it.each<readonly [string, WorkList, RowValues, readonly string[] | undefined]>([
    ['waste of the day', wasteToClear, { arisenAt: on(27, 9) }, ['notCollected']],
    ['waste of yesterday', wasteToClear, { arisenAt: on(26, 9) }, ['notCleared', 'notCollected']],
    [
      'collected today',
      wasteToClear,
      { arisenAt: on(27, 9), collectedAt: on(27, 15) },
      ['collected'],
    ],
    ['disposed of', wasteToClear, { arisenAt: on(26, 9), disposedAt: on(26, 20) }, undefined],
    ['a day late', wasteToClear, { arisenAt: on(25, 9), disposedAt: on(26, 1) }, ['clearedLate']],
    [
      'weighed otherwise',
      wasteToClear,
      { arisenAt: on(26, 9), disposedAt: on(26, 20), weight: 20, receivedWeight: 19 },
      ['weightDiffers'],
    ],
    ['a call nobody has', hotline, { receivedAt: on(27, 9) }, ['unassigned', 'open']],
    [
      'a call past its time',
      hotline,
      { receivedAt: on(26), handler: '甲', dueAt: on(27, 18) },
      ['overdue', 'open'],
    ],
    ['a closed call', hotline, { receivedAt: on(26), closedAt: on(27) }, ['toCallBack', 'closed']],
    [
      'called back, not satisfied',
      hotline,
      { receivedAt: on(25), closedAt: on(26), calledBackAt: on(27), satisfaction: '不满意' },
      ['dissatisfied', 'closed'],
    ],
    [
      'closed later than the moment',
      hotline,
      { receivedAt: on(26), handler: '甲', closedAt: on(28) },
      ['open'],
    ],
    [
      'an urgent problem of yesterday',
      problems,
      { raisedAt: on(26, 8), urgency: '特急' },
      ['overdue', 'unassigned', 'open'],
    ],
    [
      'an ordinary one',
      problems,
      { raisedAt: on(26, 8), urgency: '一般', responsible: '甲' },
      ['open'],
    ],
    [
      'closed after its time',
      problems,
      { raisedAt: on(24, 8), urgency: '特急', closedAt: on(25) },
      ['closedLate', 'closed'],
    ],
    ['nothing to correct', corrections, { inspectedAt: on(26), state: '无需整改' }, undefined],
    [
      'corrected, not reviewed',
      corrections,
      { inspectedAt: on(25), correctedAt: on(26) },
      ['toReview'],
    ],
    ['past its deadline', corrections, { inspectedAt: on(25), dueAt: on(26) }, ['overdue', 'open']],
    [
      'never visited',
      visits,
      { visitEveryDays: 2, recordedAt: on(20) },
      ['overdue', 'neverVisited'],
    ],
    ['visited in time', visits, { visitEveryDays: 2, visits: [{ at: on(26) }] }, ['later']],
    ['to be visited today', visits, { visitEveryDays: 1, visits: [{ at: on(26) }] }, ['dueToday']],
    ['visited today', visits, { visitEveryDays: 1, visits: [{ at: on(27, 9) }] }, ['visitedToday']],
  ])('%s', (_, list, values, expected) => {
    expect(marksOf(list, values)).toEqual(expected);
  });
});

describe('doors', () => {
  it.each([
    ['08:00-08:30', 8, 0, true],
    ['08:00-08:30', 8, 30, true],
    ['08:00-08:30', 8, 31, false],
    ['8：00至8：30、18:00到18:20', 18, 10, true],
    ['23:30-00:30', 0, 10, true],
    ['23:30-00:30', 12, 0, false],
    ['', 8, 0, false],
  ])('agreed %s, opened at %d:%d: %s', (text, hour, minute, expected) => {
    expect(isAgreed(agreedTimes(text), on(27, hour, minute))).toBe(expected);
  });

  it('are followed up when opened outside the time, or left open', () => {
    const sensor = rowOf('s', {
      agreed: '08:00-08:30',
      events: [
        { at: on(27, 8, 5), motion: '开' },
        { at: on(27, 8, 6), motion: '关' },
        { at: on(27, 19), motion: '开' },
      ],
    });
    const lines = doorOpenings.lines([[sensor]], momentOf(at));
    expect(lines.map(({ marks }) => marks)).toEqual([
      ['stillOpen', 'outsideAgreed'],
      ['withinAgreed'],
    ]);
    expect(lines[0]?.facts).toMatchObject({ openMinutes: 60, outsideToday: 1 });
  });
});

describe('the load of a plant', () => {
  it.each([
    [499, 'normal'],
    [500, 'blue'],
    [700, 'yellow'],
    [850, 'orange'],
    [1_000, 'red'],
    [5_000, 'red'],
  ])('%d kg of a ton: %s', (kilograms, level) => {
    expect(wasteLoad(kilograms, [], at).level).toBe(level);
  });

  it('follows what the office has set', () => {
    const values = [
      { key: '医废日处置能力公斤', value: 2_000, from: on(1) },
      { key: '医废黄色负荷百分比', value: 40, from: on(1) },
    ] as const;
    expect(wasteLoad(850, values, at)).toMatchObject({ percent: 42.5, level: 'yellow' });
    expect(wasteLoad(850, values, toInstant(0)).level).toBe('orange');
  });
});

describe('calls of one cause', () => {
  const call = (id: string, content: string, likeCases: readonly string[] = []) =>
    rowOf(id, { content, category: '生活物资', receivedAt: on(20), likeCases });
  const groups = (rows: Parameters<typeof causesOf>[0]) =>
    causesOf(rows).map(
      ({ cases, isLinked }) => `${isLinked} ${cases.map(({ id }) => id).join('')}`,
    );

  it('are those that a person linked, on from call to call, whoever wrote it down', () => {
    expect(groups([call('a', '一', ['b']), call('b', '二'), call('c', '三', ['b'])])).toEqual([
      'true abc',
    ]);
  });

  it('are proposed where they say the same but for blanks, digits and marks', () => {
    expect(
      groups([call('a', '3号楼 没送菜'), call('b', '5号楼没送菜。'), call('c', '没药')]),
    ).toEqual(['false ab']);
  });

  it('never hold a call twice', () => {
    const links = fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { maxLength: 10 });
    fc.assert(
      fc.property(links, (written) => {
        const rows = written.map((ids, index) => call(String(index), '同', ids.map(String)));
        const all = causesOf(rows).flatMap(({ cases }) => cases.map(({ id }) => id));
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it('are closed together, the open ones only', () => {
    const rows = [
      call('a', '一', ['b']),
      rowOf('b', { ...call('b', '二').values, closedAt: on(21) }),
    ];
    const [line] = causes.lines([rows], momentOf(at));
    const step = causes.steps?.find(({ id }) => id === 'closeCause');
    if (!line || !step) throw new Error('no line');
    const changes = step.changes([line], { result: '已办' }, { now: at, operator: '' });
    expect(changes.map((change) => change.type === 'update' && change.row)).toEqual(['a']);
  });

  it('are linked with each other by a step over the chosen', () => {
    const lines = hotline.lines([[call('a', '一', ['x']), call('b', '二')]], momentOf(at));
    const step = hotline.steps?.find(({ id }) => id === 'link');
    const changes = step?.changes(lines, {}, { now: at, operator: '' }) ?? [];
    expect(changes.map(({ values }) => values['likeCases'])).toEqual([['x', 'b'], ['a']]);
  });
});

describe('the daily report of a site', () => {
  const site = rowOf('site', {
    name: '甲',
    rooms: 5,
    openedOn: '2022-03-01',
    police: 2,
    cleaners: 1,
  });
  const stay = (id: string, values: RowValues) => rowOf(id, { site: 'site', ...values });
  const stays = [
    stay('a', { admittedAt: on(20) }),
    stay('b', { admittedAt: on(27, 9) }),
    stay('c', { admittedAt: on(13), releasedAt: on(27, 10) }),
  ];

  it('is pre-filled from the stays where the site has not reported', () => {
    const [line] = siteReports.lines([[site], stays, []], momentOf(at));
    expect(line?.marks).toEqual(['notReported']);
    const [step] = siteReports.steps ?? [];
    const changes = line && step?.changes([line], {}, { now: at, operator: '测试员' });
    expect(changes).toEqual([
      {
        type: 'insert',
        ledger: 'isolation-daily',
        values: {
          site: 'site',
          date: '2022-03-27',
          roomsInUse: 2,
          isolated: 2,
          admitted: 1,
          released: 1,
          roomsFree: 3,
          staff: 3,
          becameCases: 0,
          recorder: '测试员',
          recordedAt: at,
        },
      },
    ]);
  });

  it.each([
    ['agrees', { isolated: 2, admitted: 1, released: 1 }, ['agrees']],
    ['differs', { isolated: 3, admitted: 1, released: 1 }, ['differs']],
  ])('%s', (_, said, expected) => {
    const report = rowOf('r', {
      site: 'site',
      date: '2022-03-27',
      recordedAt: on(27, 18),
      ...said,
    });
    const [line] = siteReports.lines([[site], stays, [report]], momentOf(at));
    expect(line?.marks).toEqual(expected);
    // a difference opens the report, not the site
    expect(line?.row.id).toBe(expected[0] === 'differs' ? 'r' : 'site');
  });
});

describe('transfers in a closed loop', () => {
  const contact = (values: RowValues) =>
    rowOf('c', { documentNumber: '1', determinedAt: on(27, 15), control: '待转运', ...values });
  const bed = (values: RowValues) => rowOf('s', { documentNumber: '1', site: 'x', ...values });
  it.each<readonly [string, RowValues, readonly RowValues[], readonly string[] | undefined]>([
    ['waiting for five hours', {}, [], ['waiting']],
    ['waiting for twelve', { determinedAt: on(27, 8) }, [], ['transferLate', 'waiting']],
    ['on the way', { control: '集中隔离', transferredAt: on(27, 18) }, [], ['onTheWay']],
    ['in bed since', { control: '集中隔离' }, [{ admittedAt: on(27, 19) }], ['arrived']],
    ['in bed for days', { determinedAt: on(20) }, [{ admittedAt: on(21) }], undefined],
    ['isolated at home', { control: '居家隔离' }, [], undefined],
  ])('%s', (_, values, stays, expected) => {
    const lines = transfers.lines([[contact(values)], stays.map(bed)], momentOf(at));
    expect(lines[0]?.marks).toEqual(expected);
  });

  it('goes on until a community has taken over who is released', () => {
    const released = { admittedAt: on(13), releasedAt: on(27, 10) };
    const marks = (values: RowValues) =>
      transfers.lines([[], [bed(values)]], momentOf(at)).map((line) => line.marks);
    expect(marks(released)).toEqual([['notHandedOver']]);
    expect(marks({ ...released, community: '甲社区' })).toEqual([]);
  });
});

it('counts who missed a test, never fewer than nobody', () => {
  const sample = (expected: number, sampled: number) => rowOf('s', { expected, sampled });
  expect(countSamples([sample(10, 8), sample(10, 15)])).toMatchObject({
    expected: 20,
    sampled: 23,
    missed: 2,
    sampledPart: 90,
  });
});

it('names the points of a group that have not reported for a round that is over', () => {
  const round = (id: string, day: number) =>
    rowOf(id, { group: '全员', startedAt: on(day, 6), endedAt: on(day, 18) });
  const sample = (id: string, own: string, point: string) =>
    rowOf(id, { round: own, point, expected: 5, sampled: 5 });
  const lines = rounds.lines(
    [
      [round('one', 26), round('two', 27)],
      [sample('a', 'one', '甲'), sample('b', 'one', '乙'), sample('c', 'two', '甲')],
    ],
    momentOf(at),
  );
  expect(lines.map(({ marks, facts }) => [marks, facts['pointsMissing']])).toEqual([
    [['pointsMissing'], 1],
    [['complete'], 0],
  ]);
});

describe('who reports every day', () => {
  const report = (id: string, date: string, more: RowValues = {}) =>
    rowOf(id, { enterprise: 'e', product: '口罩', date, output: 1, ...more });
  it.each<readonly [string, string, readonly string[]]>([
    ['today', '2022-03-27', ['reported']],
    ['yesterday', '2022-03-26', ['notReported']],
    ['two weeks ago', '2022-03-13', ['stopped']],
  ])('%s: %3$s', (_, date, expected) => {
    expect(dispatch.lines([[report('a', date)], []], momentOf(at))[0]?.marks).toEqual(expected);
  });

  it('is compared with the day before', () => {
    const price = (id: string, date: string, amount: number) =>
      rowOf(id, { place: '甲', item: '土豆', date, price: amount });
    const [line] = prices.lines(
      [[price('a', '2022-03-26', 3), price('b', '2022-03-27', 3.3)]],
      momentOf(at),
    );
    expect(line?.marks).toEqual(['leapt', 'rose']);
    expect(line?.facts).toMatchObject({ priceBefore: 3, priceChange: 0.3 });
  });

  it('holds a reserve in days', () => {
    const stock = (id: string, date: string, days: number) =>
      rowOf(id, { holder: 'h', kind: '粮食', date, stock: days * 2, supplyDays: days });
    const [line] = reserves.lines(
      [[stock('a', '2022-03-26', 4), stock('b', '2022-03-27', 2)]],
      momentOf(at),
    );
    expect(line?.marks).toEqual(['reserveLow', 'falling']);
    expect(line?.facts).toMatchObject({ daysChange: -2, stockChange: -4 });
  });
});

it('tells what became of a zone, and how many there were after it', () => {
  const zone = (id: string, kind: string, from: number, until?: number) =>
    rowOf(id, {
      name: '样例小区',
      kind,
      declaredAt: on(from),
      ...(until === undefined ? {} : { endedAt: on(until) }),
    });
  const lines = zoneHistory.lines(
    [[zone('a', '封控区', 15, 22), zone('b', '防范区', 22)]],
    momentOf(at),
  );
  expect(
    lines.map(
      ({ marks, facts }) => `${marks.join()} ${facts['lockdownAfter']} ${facts['precautionAfter']}`,
    ),
  ).toEqual(['ended 0 1', 'changedKind 0 1', 'declared 1 0']);
});

describe('deliveries against needs', () => {
  const need = (id: string, values: RowValues) =>
    rowOf(id, {
      date: '2022-03-26',
      zone: 'z',
      village: '甲村',
      kind: '肉',
      quantity: 2,
      ...values,
    });
  const brought = (id: string, values: RowValues) => need(id, { recipients: '居民', ...values });
  it.each<readonly [string, readonly RowValues[], readonly RowValues[], string]>([
    ['nothing came', [{}], [], 'nothingDelivered 2 0 2'],
    ['a part of it came', [{}], [{ quantity: 0.5 }], 'short 2 0.5 1.5'],
    ['all of it came, in two goes', [{}], [{ quantity: 0.7 }, { quantity: 1.3 }], 'met 2 2 0'],
    ['of another kind', [{}], [{ kind: '蛋' }], 'nothingDelivered 2 0 2'],
    ['to an enterprise', [{}], [{ recipients: '企业' }], 'nothingDelivered 2 0 2'],
    ['after the day', [{}], [{ date: '2022-03-28' }], 'nothingDelivered 2 0 2'],
    ['nobody had asked for it', [], [{ quantity: 1 }], 'beyondNeeds 0 1 0'],
  ])('%s', (_, needs, deliveries, expected) => {
    const rows = [
      needs.map((values, index) => need(`n${index}`, values)),
      deliveries.map((values, index) => brought(`d${index}`, values)),
    ];
    for (const list of [needsByZone, needsByGrid]) {
      const [line] = list.lines(rows, momentOf(at));
      const { needed, deliveredAmount, shortOf } = line?.facts ?? {};
      expect(`${line?.marks.join()} ${needed} ${deliveredAmount} ${shortOf}`).toBe(expected);
    }
  });
});
