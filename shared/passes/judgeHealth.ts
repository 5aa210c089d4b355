import type { Instant } from '../kernel/time';
import type { Effect, PassageRule } from '../policy/passageRule';
import type { EarlierPassage, SeenPassage } from './situation';
import type { Fact } from './verdict';

/** A fact and its effect; an effect of undefined means that the rule does not ask. */
export type Found = readonly [fact: Fact, effect: Effect | undefined];

const hourMs = 3_600_000;
/** Clocks of two laptops and of a test station differ; more than this is no accident. */
export const clockToleranceMs = 5 * 60_000;

/** Whole hours that have passed: 48 h exactly is 48. */
export function hoursOf(ageMs: number): number {
  return Math.floor(ageMs / hourMs);
}

/**
 * | result          | times                                | finding           |
 * | 阳性            |                                      | testPositive      |
 * | (checked slip not older than the rule allows)           | slipValid         |
 * | none, 无        |                                      | testMissing       |
 * | 待出            |                                      | testPending       |
 * | absent          | some                                 | testResultUnknown |
 * | 阴性            | none                                 | testTimeUnknown   |
 * | 阴性            | after now                            | testInFuture      |
 * | 阴性            | of the rule's clock, within / beyond | testValid/TooOld  |
 * | 阴性            | counted from report, only sampling:  |                   |
 * |                 | within (report is later still)       | testValid         |
 * |                 | beyond                               | testTimeUnknown   |
 * | 阴性            | counted from sampling, only report:  |                   |
 * |                 | beyond (sampling was earlier still)  | testTooOld        |
 * |                 | within                               | testTimeUnknown   |
 */
export function judgeTest(
  rule: PassageRule,
  passage: SeenPassage,
  earlier: readonly EarlierPassage[],
  now: Instant,
): readonly Found[] {
  const { testHours, testEffect, positiveEffect } = rule;
  const { testResult, testSampledAt, testReportedAt } = passage;
  if (testResult === '阳性') return [[{ tag: 'testPositive' }, positiveEffect]];
  if (testHours === undefined) return [];
  const slip = validSlip(rule, passage, earlier, now);
  if (slip) return [[slip, '放行']];
  const timed = testSampledAt !== undefined || testReportedAt !== undefined;
  if (testResult === '待出') return [[{ tag: 'testPending' }, testEffect]];
  if (testResult === '无' || (testResult === undefined && !timed)) {
    return [[{ tag: 'testMissing' }, testEffect]];
  }
  if (testResult === undefined) return [[{ tag: 'testResultUnknown' }, testEffect]];
  const fact = ageOfTest(rule, testHours, passage, now);
  return [[fact, fact.tag === 'testValid' ? '放行' : testEffect]];
}

function ageOfTest(
  { testFrom }: PassageRule,
  limit: number,
  { testSampledAt, testReportedAt }: SeenPassage,
  now: Instant,
): Fact {
  const clock = testFrom ?? '采样';
  const [own, other, otherClock] =
    clock === '采样'
      ? ([testSampledAt, testReportedAt, '报告'] as const)
      : ([testReportedAt, testSampledAt, '采样'] as const);
  const time = own ?? other;
  if (time === undefined) return { tag: 'testTimeUnknown', clock };
  const ageMs = now - time;
  if (ageMs < -clockToleranceMs) return { tag: 'testInFuture' };
  const within = ageMs <= limit * hourMs;
  const age = { clock: own === undefined ? otherClock : clock, hours: hoursOf(ageMs), limit };
  if (own === undefined && within === (clock === '采样')) return { tag: 'testTimeUnknown', clock };
  return { tag: within ? 'testValid' : 'testTooOld', ...age, hours: Math.max(0, age.hours) };
}

/** A slip counts from the first checkpoint that noted its number; one never seen proves nothing. */
function validSlip(
  { slipHours }: PassageRule,
  { slipNumber }: SeenPassage,
  earlier: readonly EarlierPassage[],
  now: Instant,
): Fact | undefined {
  if (slipHours === undefined || slipNumber === undefined) return undefined;
  const times = earlier
    .filter((one) => one.slipNumber === slipNumber && one.outcome === '放行')
    .map(({ passedAt }) => passedAt);
  if (times.length === 0) return undefined;
  const ageMs = now - Math.min(...times);
  if (ageMs > slipHours * hourMs) return undefined;
  return { tag: 'slipValid', hours: hoursOf(ageMs), limit: slipHours };
}

/** Codes of driver and passengers; green trip codes with a star have an effect of their own. */
export function judgeCodes(rule: PassageRule, passage: SeenPassage): readonly Found[] {
  const effectOf = (colour: '黄' | '红' | '无') =>
    ({ 黄: rule.yellowEffect, 红: rule.redEffect, 无: rule.noCodeEffect })[colour];
  const found: Found[] = [];
  const health = [passage.healthCode ?? '无', ...passengerCodes(passage)];
  for (const [person, colour] of health.entries()) {
    if (colour !== '黄' && colour !== '红' && colour !== '无') continue;
    found.push([{ tag: 'healthCode', colour, person }, effectOf(colour)]);
  }
  const trip = passage.tripCode ?? '无';
  if (trip === '绿带星') found.push([{ tag: 'tripCode', colour: trip }, rule.starEffect]);
  else if (trip !== '绿') found.push([{ tag: 'tripCode', colour: trip }, effectOf(trip)]);
  const asks = rule.yellowEffect ?? rule.redEffect ?? rule.noCodeEffect;
  return found.length > 0 || asks === undefined ? found : [[{ tag: 'codesGreen' }, '放行']];
}

function passengerCodes({ passengers }: SeenPassage): readonly string[] {
  // a passenger whose code nobody noted is not one without a code
  return (passengers ?? []).map(({ healthCode }) =>
    typeof healthCode === 'string' ? healthCode : '绿',
  );
}

/** Temperatures of driver and passengers against the rule's highest, which still passes. */
export function judgeTemperature(rule: PassageRule, passage: SeenPassage): readonly Found[] {
  const { highestTemperature: limit, feverEffect } = rule;
  if (limit === undefined) return [];
  const all = [passage, ...(passage.passengers ?? [])].map(({ temperature }) => temperature);
  const hot = all.flatMap((degrees, person): readonly Found[] =>
    typeof degrees === 'number' && degrees > limit
      ? [[{ tag: 'fever', degrees, limit, person }, feverEffect]]
      : [],
  );
  if (hot.length > 0 || passage.temperature === undefined) return hot;
  return [[{ tag: 'temperatureNormal', degrees: passage.temperature }, '放行']];
}
