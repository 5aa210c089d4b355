import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, dateOf, toInstant } from '../../../shared/kernel/time';
import { judgeNoted } from '../../../shared/passes/benefitOfDoubt';
import { judgePass } from '../../../shared/passes/judgePass';
import type { EarlierPassage, ShownPermit, Situation } from '../../../shared/passes/situation';
import {
  directions,
  effects,
  papers,
  type Effect,
  type MissingPaper,
  type PassageRule,
} from '../../../shared/policy/passageRule';
import { goodPassage, moment, permit, plate, policyOf } from './situations';

/**
 * The rule table is the oracle: a world is invented first, the record a checkpoint would make of it
 * second. This evaluation reads the world and the line column by column; it never sees the record.
 */
const hourMs = 3_600_000;
const effect = fc.option(fc.constantFrom(...effects), { nil: undefined });
const flag = fc.option(fc.boolean(), { nil: undefined });
const hours = (most: number) => fc.integer({ min: 1, max: most });
const maybeHours = fc.option(hours(80), { nil: undefined });

const rule: fc.Arbitrary<PassageRule> = fc.record({
  number: fc.constant('R'),
  scenario: fc.constant('跨市' as const),
  vehicleTypes: fc.constant(['货车']),
  from: fc.constant(toInstant(0)),
  needsPermit: flag,
  papers: fc.option(fc.subarray([...papers]), { nil: undefined }),
  missingEffect: effect,
  invalidPermitEffect: effect,
  sameDriver: flag,
  sameRoute: flag,
  mismatchEffect: effect,
  testHours: maybeHours,
  testFrom: fc.option(fc.constantFrom('采样' as const, '报告' as const), { nil: undefined }),
  testEffect: effect,
  positiveEffect: effect,
  slipHours: maybeHours,
  yellowEffect: effect,
  redEffect: effect,
  noCodeEffect: effect,
  starEffect: effect,
  highestTemperature: fc.option(fc.constantFrom(37.2, 37.3), { nil: undefined }),
  feverEffect: effect,
  goodsDisinfected: flag,
  sealed: flag,
  transitHours: fc.constantFrom(2, 4, undefined),
});

const colours = ['绿', '黄', '红', '无', undefined] as const;
const world = fc.record({
  at: fc.constantFrom(
    moment('2022-03-27 12:00'),
    moment('2022-03-28 00:00'),
    moment('2021-12-31 23:59:59'),
    moment('2022-01-01 00:00'),
  ),
  direction: fc.constantFrom(...directions),
  pass: fc.constantFrom(
    'none',
    'unknown',
    'forged',
    'stranger',
    'good',
    'voided',
    'voidedLater',
    'expiredYesterday',
    'lastDay',
    'beginsTomorrow',
    'ofOtherVehicle',
  ),
  driver: fc.constantFrom('same', 'other', 'unknown'),
  onRoute: fc.boolean(),
  papers: fc.subarray(papers.filter((paper) => paper !== '身份证件')),
  disinfected: flag,
  result: fc.constantFrom('阴性', '阳性', '待出', '无', undefined),
  /** Hours since; -1 is an hour ahead of the clock. */
  sampled: fc.option(fc.integer({ min: -1, max: 90 }), { nil: undefined }),
  reported: fc.option(fc.integer({ min: -1, max: 90 }), { nil: undefined }),
  /** Hours since the slip was first noted; 99 stands for a slip that nobody here has noted. */
  slip: fc.option(fc.constantFrom(1, 24, 25, 60, 99), { nil: undefined }),
  health: fc.constantFrom(...colours),
  trip: fc.constantFrom(...colours, '绿带星' as const),
  passenger: fc.option(fc.constantFrom('绿', '黄', '红', '无'), { nil: undefined }),
  degrees: fc.constantFrom(36, 37.2, 37.3, 37.4, undefined),
  passengerDegrees: fc.constantFrom(36, 37.4, undefined),
  held: fc.boolean(),
  seal: fc.constantFrom('F1', 'F2', undefined),
  /** Hours since it came in sealed with F1 at another checkpoint. */
  enteredAgo: fc.constantFrom(1, 2, 4, 5, undefined),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

function record(w: World): Situation {
  const ago = (n: number) => toInstant(w.at - n * hourMs);
  const today = dateOf(w.at);
  const earlier: EarlierPassage[] = [];
  if (w.slip !== undefined && w.slip < 99) {
    const at = { checkpoint: 'Z', direction: '进' as const, outcome: '放行' };
    earlier.push({ ...at, passedAt: ago(w.slip), slipNumber: 'S9', plate: '豫H99999' });
  }
  if (w.enteredAgo !== undefined) {
    const at = { checkpoint: 'Z', direction: '过境' as const, outcome: '放行' };
    earlier.push({ ...at, passedAt: ago(w.enteredAgo), sealNumber: 'F1', plate });
  }
  const valid = { ...permit, validFrom: addDays(today, -3), validUntil: addDays(today, 3) };
  const known = (more: Partial<typeof permit>): ShownPermit => ({
    tag: 'known',
    permit: { ...valid, ...more },
  });
  const shown: Record<World['pass'], ShownPermit> = {
    none: { tag: 'none' },
    unknown: { tag: 'unknown', number: '410821000999' },
    forged: { tag: 'forged' },
    stranger: { tag: 'stranger', issuer: 'ABCD' },
    good: known({}),
    voided: known({ status: '注销', voidedAt: w.at }),
    voidedLater: known({ status: '遗失', voidedAt: toInstant(w.at + 1) }),
    expiredYesterday: known({ validUntil: addDays(today, -1) }),
    lastDay: known({ validUntil: today }),
    beginsTomorrow: known({ validFrom: addDays(today, 1) }),
    ofOtherVehicle: known({ plate: '豫H54321' }),
  };
  const documents = { same: permit.driver, other: '410899198001010014', unknown: undefined };
  return {
    passage: {
      ...goodPassage,
      checkpoint: w.onRoute ? 'A' : 'X',
      direction: w.direction,
      documentNumber: documents[w.driver],
      papersShown: w.papers,
      goodsDisinfected: w.disinfected,
      testResult: w.result,
      testSampledAt: w.sampled === undefined ? undefined : ago(w.sampled),
      testReportedAt: w.reported === undefined ? undefined : ago(w.reported),
      slipNumber: w.slip === undefined ? undefined : 'S9',
      healthCode: w.health,
      tripCode: w.trip,
      temperature: w.degrees,
      passengers: [
        {
          name: '例某',
          ...(w.passenger === undefined ? {} : { healthCode: w.passenger }),
          ...(w.passengerDegrees === undefined ? {} : { temperature: w.passengerDegrees }),
        },
      ],
      sealNumber: w.seal,
    },
    permit: shown[w.pass],
    earlier,
    holds: w.held ? [{ plate, heldFrom: ago(2) }] : [],
    revocations: { asOf: w.at, byNumber: new Map() },
    positions: new Map(),
    now: w.at,
  };
}

type Answer = readonly [blames: boolean, effect: Effect | undefined, missing?: MissingPaper];

function evaluate(r: PassageRule, w: World): { outcome: string; missing: Set<MissingPaper> } {
  const good = w.pass === 'good' || w.pass === 'voidedLater' || w.pass === 'lastDay';
  const invalid = ['voided', 'expiredYesterday', 'beginsTomorrow', 'ofOtherVehicle'].includes(
    w.pass,
  );
  const absent = ['none', 'unknown', 'stranger'].includes(w.pass);
  const ours = Boolean(r.needsPermit) && (good || invalid);
  const paperless = (paper: (typeof papers)[number]) =>
    Boolean(r.papers?.includes(paper)) &&
    (paper === '身份证件' ? w.driver === 'unknown' : !w.papers.includes(paper));
  const testAsked = r.testHours !== undefined;
  const slip =
    w.slip !== undefined && r.slipHours !== undefined && w.slip <= r.slipHours && w.slip < 99;
  const codes = [w.health ?? '无', w.trip ?? '无', w.passenger ?? '绿'];
  const hot = (n: number | undefined) =>
    n !== undefined && r.highestTemperature !== undefined && n > r.highestTemperature;
  const transit = Boolean(r.sealed) && w.direction === '过境';
  const leaving = transit && w.enteredAgo !== undefined;
  const answers: readonly Answer[] = [
    [w.held, '滞留'],
    [w.pass === 'forged', r.invalidPermitEffect ?? '滞留', '通行证'],
    [Boolean(r.needsPermit) && absent, r.missingEffect, '通行证'],
    [Boolean(r.needsPermit) && invalid, r.invalidPermitEffect, '通行证'],
    [ours && Boolean(r.sameDriver) && w.driver !== 'same', r.mismatchEffect],
    [ours && Boolean(r.sameRoute) && !w.onRoute, r.mismatchEffect],
    ...papers.map((paper): Answer => [paperless(paper), r.missingEffect, paper]),
    [Boolean(r.goodsDisinfected) && w.disinfected !== true, r.missingEffect, '货物消毒证明'],
    [w.result === '阳性', r.positiveEffect],
    [testAsked && w.result !== '阳性' && !slip && !tested(r, w), r.testEffect, '核酸阴性证明'],
    [codes.includes('黄'), r.yellowEffect],
    [codes.includes('红'), r.redEffect],
    [codes.includes('无'), r.noCodeEffect],
    [w.trip === '绿带星', r.starEffect],
    [hot(w.degrees) || hot(w.passengerDegrees), r.feverEffect],
    [transit && w.seal === undefined, r.missingEffect, '封条'],
    [leaving && w.seal === 'F2', r.missingEffect],
    [leaving && (w.enteredAgo ?? 0) > (r.transitHours ?? Infinity), r.missingEffect],
  ];
  const blamed = answers.filter(
    ([blames, what]) => blames && what !== undefined && what !== '放行',
  );
  const worst = (what: Effect) => blamed.some(([, one]) => one === what);
  const outcome = worst('劝返')
    ? 'refuse'
    : worst('滞留')
      ? 'hold'
      : worst('现场采样')
        ? 'test'
        : 'allow';
  return { outcome, missing: new Set(blamed.flatMap(([, , paper]) => paper ?? [])) };
}

/** A negative test that is surely young enough, told only from the hours. */
function tested(r: PassageRule, w: World): boolean {
  if (w.result !== '阴性') return false;
  const limit = r.testHours ?? 0;
  const [sampled, reported] = [w.sampled, w.reported];
  const young = (n: number | undefined) => n !== undefined && n >= 0 && n <= limit;
  if (r.testFrom !== '报告') return young(sampled);
  return reported === undefined ? young(sampled) : young(reported);
}

it('what was noted alone is never graver than with every blank counted against the vehicle', () => {
  fc.assert(
    fc.property(rule, world, (r, w) => {
      const { verdict, seen } = judgeNoted(record(w), policyOf(r));
      const order = ['allow', 'test', 'hold', 'refuse'];
      expect(order.indexOf(seen.outcome)).toBeLessThanOrEqual(order.indexOf(verdict.outcome));
    }),
    { numRuns: 3_000 },
  );
});

it('two evaluations of the rule table agree on outcome and missing papers', () => {
  fc.assert(
    fc.property(rule, world, (r, w) => {
      const verdict = judgePass(record(w), policyOf(r));
      const expected = evaluate(r, w);
      expect(verdict.outcome).toBe(expected.outcome);
      expect(new Set(verdict.missing)).toEqual(expected.missing);
      expect(verdict.reasons.length).toBeGreaterThan(0);
      const gravity = verdict.reasons.map((reason) => effects.indexOf(reason.effect));
      expect(gravity).toEqual([...gravity].sort((a, b) => b - a));
    }),
    { numRuns: 5_000 },
  );
});
