import type { PassageRule } from '../policy/passageRule';
import { papers } from '../policy/passageRule';
import type { Policy } from '../policy/policy';
import { judgePass } from './judgePass';
import type { SeenPassage, Situation } from './situation';
import type { Verdict } from './verdict';

/** A verdict, and the one that what was noted alone bears out. */
export interface Judgement {
  /** With every blank counted against the vehicle: what is to be asked and shown. */
  readonly verdict: Verdict;
  /** With every blank counted for it: graver than 放行 only for something that was seen. */
  readonly seen: Verdict;
}

/**
 * A desk notes as it asks. What nobody has asked yet is missing, not wrong: nothing is refused for
 * it, and whoever lets the vehicle through has to answer only for what was seen.
 */
export function judgeNoted(situation: Situation, policy: Policy): Judgement {
  const verdict = judgePass(situation, policy);
  if (verdict.outcome === 'allow') return { verdict, seen: verdict };
  const rule = policy.passageRules.find(({ number }) => number === verdict.rule);
  if (!rule) return { verdict, seen: verdict };
  const { permit, passage } = situation;
  const withoutPermit = permit.tag === 'none' && rule.needsPermit;
  const lenient = withoutPermit
    ? withRule(policy, { ...rule, needsPermit: false, sameDriver: false, sameRoute: false })
    : policy;
  const seen = judgePass({ ...situation, passage: blanksFilled(passage, situation) }, lenient);
  return { verdict, seen };
}

function withRule(policy: Policy, changed: PassageRule): Policy {
  const passageRules = policy.passageRules.map((rule) =>
    rule.number === changed.number ? changed : rule,
  );
  return { ...policy, passageRules };
}

function blanksFilled(passage: SeenPassage, { permit, now, earlier }: Situation): SeenPassage {
  const { testResult, testSampledAt, testReportedAt } = passage;
  const timed = testSampledAt !== undefined || testReportedAt !== undefined;
  const driver = permit.tag === 'known' ? permit.permit.driver : undefined;
  const entered = earlier.filter(
    (one) => one.plate === passage.plate && one.direction === '过境' && one.passedAt <= now,
  );
  return {
    ...passage,
    healthCode: passage.healthCode ?? '绿',
    tripCode: passage.tripCode ?? '绿',
    testResult: testResult ?? '阴性',
    ...(timed || (testResult !== undefined && testResult !== '阴性')
      ? {}
      : { testSampledAt: now, testReportedAt: now }),
    documentNumber: passage.documentNumber ?? driver ?? '?',
    papersShown: passage.papersShown ?? papers,
    goodsDisinfected: passage.goodsDisinfected ?? true,
    sealNumber:
      passage.sealNumber ??
      entered.sort((left, right) => right.passedAt - left.passedAt)[0]?.sealNumber ??
      '?',
  };
}
