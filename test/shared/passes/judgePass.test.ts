import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../shared/kernel/time';
import type { ValuesOf } from '../../../shared/ledger/defineLedger';
import type { checkpointPasses } from '../../../shared/ledgers/checkpointPasses';
import { judgePass } from '../../../shared/passes/judgePass';
import type { EarlierPassage, SeenPassage, Situation } from '../../../shared/passes/situation';
import { overdueTransits } from '../../../shared/passes/transit';
import type { Verdict } from '../../../shared/passes/verdict';
import { defaultPassageRules } from '../../../shared/policy/defaultPassageRules';
import { defaultPolicy } from '../../../shared/policy/policy';
import {
  date,
  driver,
  goodPassage,
  moment,
  now,
  permit,
  plate,
  policyOf,
  situation,
} from './situations';

const judge = (one: Situation) => judgePass(one, defaultPolicy);
const tags = ({ reasons }: Verdict) => reasons.map(({ fact }) => fact.tag);
const hourMs = 3_600_000;
const pass = (more: Partial<EarlierPassage>): EarlierPassage => ({
  checkpoint: 'A',
  direction: '进',
  passedAt: now,
  plate,
  permitNumber: permit.number,
  outcome: '放行',
  ...more,
});

/** A record of the ledger is what is judged, as it is. */
const fromLedger = (values: ValuesOf<typeof checkpointPasses>): SeenPassage => values;

describe('a lorry with a pass', () => {
  it('goes through when all is in order, and the reasons say why', () => {
    const verdict = judge(situation());
    expect(verdict).toMatchObject({ outcome: 'allow', missing: [], cautions: [], rule: 'TX-003' });
    expect(tags(verdict)).toEqual([
      'permitValid',
      'driverAgrees',
      'routeAgrees',
      'testValid',
      'codesGreen',
      'temperatureNormal',
    ]);
    expect(verdict.reasons.every(({ rule }) => rule === 'TX-003')).toBe(true);
  });

  it.each<[string, Partial<SeenPassage>, Partial<Situation>, string, readonly string[]]>([
    ['no pass', {}, { permit: { tag: 'none' } }, 'hold', ['通行证']],
    ['a number nobody knows', {}, { permit: { tag: 'unknown', number: '1' } }, 'hold', ['通行证']],
    ['a forged code', {}, { permit: { tag: 'forged' } }, 'refuse', ['通行证']],
    ['another vehicle', { plate: '豫H54321' }, {}, 'refuse', ['通行证']],
    ['another driver', { documentNumber: '410899198001010014' }, {}, 'hold', []],
    ['another route', { checkpoint: 'X' }, {}, 'hold', []],
    ['another destination', { destination: '博爱县某厂' }, {}, 'hold', []],
    ['goods not disinfected', { goodsDisinfected: false }, {}, 'hold', ['货物消毒证明']],
    ['an old test', { testSampledAt: moment('2022-03-25 11:59') }, {}, 'test', ['核酸阴性证明']],
    ['a positive test', { testResult: '阳性' }, {}, 'hold', []],
    ['a yellow code', { healthCode: '黄' }, {}, 'hold', []],
    ['a red trip code', { tripCode: '红' }, {}, 'refuse', []],
    ['no code', { healthCode: '无' }, {}, 'test', []],
    ['a starred trip code', { tripCode: '绿带星' }, {}, 'allow', []],
    ['37.2 degrees', { temperature: 37.2 }, {}, 'allow', []],
    ['37.3 degrees', { temperature: 37.3 }, {}, 'hold', []],
    ['a hold still open', {}, { holds: [{ plate, heldFrom: now }] }, 'hold', []],
    ['a driver held', {}, { holds: [{ documentNumber: driver, heldFrom: now }] }, 'hold', []],
    [
      'a hold that has ended',
      {},
      { holds: [{ plate, heldFrom: toInstant(now - hourMs), releasedAt: now }] },
      'allow',
      [],
    ],
  ])('with %s', (_what, passage, more, outcome, missing) => {
    const verdict = judge(situation(passage, more));
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.missing).toEqual(missing);
  });

  it('is refused for the gravest reason, and all others are named after it', () => {
    const verdict = judge(
      situation({ healthCode: '红', testResult: '无', goodsDisinfected: false }),
    );
    expect(verdict.outcome).toBe('refuse');
    expect(tags(verdict).slice(0, 3)).toEqual(['healthCode', 'goodsNotDisinfected', 'testMissing']);
    expect(verdict.missing).toEqual(['货物消毒证明', '核酸阴性证明']);
  });
});

describe('the days of a pass are days in China', () => {
  const valid = { ...permit, validFrom: date('2021-12-31'), validUntil: date('2021-12-31') };
  it.each([
    ['2021-12-30 23:59:59', 'permitNotYet'],
    ['2021-12-31 00:00:00', 'permitValid'],
    ['2021-12-31 23:59:59', 'permitValid'],
    ['2022-01-01 00:00:00', 'permitExpired'],
  ])('%s: %s', (at, tag) => {
    const one = situation({}, { permit: { tag: 'known', permit: valid }, now: moment(at) });
    const rules = defaultPassageRules.map((rule) => ({ ...rule, from: toInstant(0) }));
    expect(tags(judgePass(one, policyOf(...rules)))).toContain(tag);
  });
});

describe('a voided pass', () => {
  const list = (at?: typeof now) => ({
    asOf: now,
    byNumber: new Map([[permit.number, { status: '注销' as const, at }]]),
  });
  it('is known by the list even where its record here still says valid', () => {
    expect(tags(judge(situation({}, { revocations: list(now) })))).toContain('permitVoid');
    expect(tags(judge(situation({}, { revocations: list() })))).toContain('permitVoid');
  });
  it('held until the moment it was voided: a verdict of before stays as it was', () => {
    const later = list(toInstant(now + 1));
    expect(judge(situation({}, { revocations: later })).outcome).toBe('allow');
  });
});

describe('the pass used elsewhere', () => {
  const positions = new Map([
    ['A', { longitude: 113.2, latitude: 35.1 }],
    ['C', { longitude: 113.5, latitude: 35.4 }],
  ]);
  it.each([
    [5, 'hold'],
    [16, 'hold'],
    [17, 'allow'],
    [60, 'allow'],
  ])('%i minutes ago 43 km away: %s', (minutes, outcome) => {
    const earlier = [pass({ checkpoint: 'C', passedAt: toInstant(now - minutes * 60_000) })];
    const verdict = judge(situation({}, { earlier, positions }));
    expect(verdict.outcome).toBe(outcome);
    expect(tags(verdict).includes('impossiblySoon')).toBe(outcome === 'hold');
  });
  it('tells nothing where nobody knows how far that is', () => {
    const earlier = [pass({ checkpoint: 'C', passedAt: now })];
    expect(judge(situation({}, { earlier })).outcome).toBe('allow');
  });
});

describe('point to point', () => {
  const at = (hours: number) => [
    pass({ checkpoint: 'A', passedAt: toInstant(now - hours * hourMs) }),
  ];
  const known = { tag: 'known' as const, permit: { ...permit, expectedHours: 2 } };
  it.each([
    ['in time', 2, 'B', 'allow'],
    ['too slow', 3, 'B', 'hold'],
    ['another journey', 80, 'B', 'allow'],
    ['the first of the route again', 3, 'A', 'allow'],
  ])('%s', (_what, hours, checkpoint, outcome) => {
    const one = situation({ checkpoint }, { earlier: at(hours), permit: known });
    expect(judge(one).outcome).toBe(outcome);
  });
});

describe('whom a rule is for', () => {
  const none = { permit: { tag: 'none' as const } };
  it.each<[string, Partial<SeenPassage>, string, string]>([
    ['a private car', { vehicleType: '小型客车' }, '私家出行', 'allow'],
    ['a private car leaving', { vehicleType: '小型客车', direction: '出' }, '私家出行', 'refuse'],
    ['a lorry without a pass', {}, '跨市', 'hold'],
    [
      'an ambulance',
      { vehicleType: '救护车', healthCode: '红', testResult: '无' },
      '应急车辆',
      'allow',
    ],
    ['a fire engine', { plate: '豫X0119应急', vehicleType: '其他' }, '应急车辆', 'allow'],
  ])('%s', (_who, passage, scenario, outcome) => {
    const at = moment('2022-03-23 00:00');
    const test = { testSampledAt: moment('2022-03-22 10:00') };
    const verdict = judge(situation({ ...test, ...passage }, { ...none, now: at }));
    expect([verdict.scenario, verdict.outcome]).toEqual([scenario, outcome]);
  });

  it('is held where no rule is in force', () => {
    const verdict = judge(situation({}, { now: moment('2022-03-01 12:00') }));
    expect([verdict.outcome, tags(verdict), verdict.rule]).toEqual(['hold', ['noRule'], undefined]);
  });
});

describe('asked again later', () => {
  const earlier = [pass({ checkpoint: 'C', passedAt: toInstant(now + 60_000) })];
  const positions = new Map([
    ['A', { longitude: 113.2, latitude: 35.1 }],
    ['C', { longitude: 113.5, latitude: 35.4 }],
  ]);
  it('answers as it did then: what happened since and rules of later days count for nothing', () => {
    const then = judge(situation());
    const holds = [{ plate, heldFrom: toInstant(now + 1) }];
    const tomorrow = { ...defaultPassageRules[2], number: 'TX-999', from: toInstant(now + 1) };
    const policy = policyOf(...defaultPassageRules, {
      ...tomorrow,
      scenario: '跨市',
      testHours: 24,
    });
    expect(judgePass(situation({}, { earlier, positions, holds }), policy)).toEqual(then);
  });
});

describe('cautions', () => {
  it('tell a list older than a day, no list, a clock set back by a day, and what was not measured', () => {
    const list = { asOf: toInstant(now - 24 * hourMs - 1), byNumber: new Map() };
    const old = judge(situation({ temperature: undefined }, { revocations: list }));
    expect(old.cautions).toEqual([
      { tag: 'listOld', hours: 24, limit: 24 },
      { tag: 'temperatureNotTaken' },
    ]);
    expect(old.outcome).toBe('allow');
    const back = {
      latestRecord: toInstant(now + 24 * hourMs),
      revocations: { byNumber: new Map() },
    };
    expect(judge(situation({}, back)).cautions).toEqual([
      { tag: 'noList' },
      { tag: 'clockSetBack', latest: toInstant(now + 24 * hourMs) },
    ]);
    const near = { latestRecord: toInstant(now + 60_000) };
    expect(judge(situation({}, near)).cautions).toEqual([]);
  });
});

describe('sealed through the county', () => {
  const through = { ...goodPassage, direction: '过境' as const, sealNumber: 'F1' };
  it('is asked for its waybill, which no pass stands for', () => {
    const verdict = judge(situation({ ...through, papersShown: [] }, none));
    expect([verdict.outcome, verdict.missing]).toEqual(['hold', ['货物运单']]);
  });
  const none = { permit: { tag: 'none' as const } };
  const entered = (hours: number) => [
    pass({
      checkpoint: 'C',
      direction: '过境',
      sealNumber: 'F1',
      passedAt: toInstant(now - hours * hourMs),
    }),
  ];
  it('comes in with a seal and is told when to have left', () => {
    const verdict = judge(situation(through, none));
    expect(verdict.outcome).toBe('allow');
    expect(verdict.reasons.find(({ fact }) => fact.tag === 'sealed')?.fact).toEqual({
      tag: 'sealed',
      leaveBy: toInstant(now + 4 * hourMs),
    });
    expect(judge(situation({ ...through, sealNumber: undefined }, none)).missing).toEqual(['封条']);
  });
  it.each([
    [4, 'F1', 'allow'],
    [4.01, 'F1', 'hold'],
    [1, 'F2', 'hold'],
  ])('leaves after %d hours with seal %s: %s', (hours, sealNumber, outcome) => {
    const one = situation({ ...through, sealNumber }, { ...none, earlier: entered(hours) });
    expect(judge(one).outcome).toBe(outcome);
  });
  it('is a to-do when it should have left and has not', () => {
    const overdue = (passages: readonly EarlierPassage[]) =>
      overdueTransits(passages, defaultPassageRules, now).map(({ enteredBy }) => enteredBy);
    expect(overdue(entered(4))).toEqual([]);
    expect(overdue(entered(5))).toEqual(['C']);
    const left = pass({ direction: '过境', passedAt: toInstant(now - hourMs) });
    expect(overdue([...entered(5), left])).toEqual([]);
    // turned round and came in again: counts from there
    expect(overdue([...entered(30), ...entered(3)])).toEqual([]);
    expect(overdue([...entered(3), ...entered(5)])).toEqual([]);
  });
});

it('a record of the ledger can be judged as it is', () => {
  const values = {
    checkpoint: 'A',
    direction: '进',
    passedAt: now,
    healthCode: '绿',
    outcome: '放行',
    dutyStaff: '例某',
  } as const;
  expect(judge(situation(fromLedger(values))).scenario).toBe('跨市');
});
