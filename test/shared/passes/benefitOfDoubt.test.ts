import { describe, expect, it } from 'vitest';
import { judgeNoted } from '../../../shared/passes/benefitOfDoubt';
import type { SeenPassage, Situation } from '../../../shared/passes/situation';
import { defaultPolicy } from '../../../shared/policy/policy';
import { goodPassage, moment, now, plate, situation } from './situations';

const judge = (passage: SeenPassage, more: Partial<Situation> = {}) => {
  const { verdict, seen } = judgeNoted({ ...situation({}, more), passage }, defaultPolicy);
  return [verdict.outcome, seen.outcome];
};
const bare: SeenPassage = { checkpoint: 'A', direction: '进', plate, vehicleType: '货车' };
const none = { permit: { tag: 'none' as const } };

describe('what nobody has asked yet', () => {
  it.each<[string, SeenPassage, Partial<Situation>, readonly string[]]>([
    ['nothing but the plate', bare, none, ['hold', 'allow']],
    ['a pass, nothing else', bare, {}, ['hold', 'allow']],
    ['all in order', goodPassage, {}, ['allow', 'allow']],
    ['a yellow code', { ...bare, healthCode: '黄' }, none, ['hold', 'hold']],
    ['a red code', { ...bare, healthCode: '红' }, none, ['refuse', 'refuse']],
    ['no code', { ...bare, healthCode: '无' }, none, ['hold', 'test']],
    ['fever', { ...bare, temperature: 38 }, none, ['hold', 'hold']],
    ['an old test', { ...bare, testSampledAt: moment('2022-03-20 08:00') }, none, ['hold', 'test']],
    ['a fresh test, result not noted', { ...bare, testSampledAt: now }, none, ['hold', 'allow']],
    ['a result, no time', { ...bare, testResult: '阴性' }, none, ['hold', 'allow']],
    ['no test', { ...bare, testResult: '无' }, none, ['hold', 'test']],
    ['not disinfected', { ...bare, goodsDisinfected: false }, none, ['hold', 'hold']],
    [
      'papers, but not all',
      { ...bare, direction: '过境', papersShown: [] },
      none,
      ['hold', 'hold'],
    ],
    ['a number nobody knows', bare, { permit: { tag: 'unknown', number: '1' } }, ['hold', 'hold']],
    ['a forged pass', bare, { permit: { tag: 'forged' } }, ['refuse', 'refuse']],
    ['another vehicle’s pass', { ...bare, plate: '豫H54321' }, {}, ['refuse', 'refuse']],
    ['a hold still open', bare, { holds: [{ plate, heldFrom: now }], ...none }, ['hold', 'hold']],
    ['no rule at all', bare, { now: moment('2020-01-01 00:00') }, ['hold', 'hold']],
  ])('%s', (_what, passage, more, outcomes) => expect(judge(passage, more)).toEqual(outcomes));

  it('in transit: the seal of the entry is assumed, another one is not', () => {
    const through = { ...bare, direction: '过境' as const };
    const earlier = [
      {
        checkpoint: 'C',
        direction: '过境' as const,
        passedAt: moment('2022-03-27 11:00'),
        plate,
        sealNumber: 'F1',
        outcome: '放行',
      },
    ];
    expect(judge(through, { ...none, earlier })).toEqual(['hold', 'allow']);
    expect(judge({ ...through, sealNumber: 'F2' }, { ...none, earlier })).toEqual(['hold', 'hold']);
  });
});
