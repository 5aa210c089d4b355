import type { Instant } from '../kernel/time';
import { isInForce } from '../policy/datedTable';
import {
  names,
  ruleInForce,
  type MissingPaper,
  type PassageRule,
  type Scenario,
} from '../policy/passageRule';
import type { Policy } from '../policy/policy';
import { policyValueAt } from '../policy/policyValue';
import {
  clockToleranceMs,
  hoursOf,
  judgeCodes,
  judgeTemperature,
  judgeTest,
  type Found,
} from './judgeHealth';
import { judgePermit } from './judgePermit';
import { judgeRoute } from './judgeRoute';
import type { SeenPassage, ShownPermit, Situation } from './situation';
import { judgeTransit } from './transit';
import { weigh, type Caution, type Fact, type Reason, type Verdict } from './verdict';

const hourMs = 3_600_000;

/**
 * May it pass? Only from what it is given: asked again with the records and the policy of an earlier
 * moment, it answers as it did then.
 *
 * | check        | asks the line in force for          | what follows                          |
 * | pass         | needsPermit                         | missingEffect, invalidPermitEffect    |
 * | driver,route | sameDriver, sameRoute, …Hours       | mismatchEffect                        |
 * | papers       | papers, goodsDisinfected            | missingEffect                         |
 * | test         | testHours, testFrom, slipHours      | testEffect, positiveEffect            |
 * | codes        |                                     | yellow-, red-, noCode-, starEffect    |
 * | temperature  | highestTemperature                  | feverEffect                           |
 * | transit      | sealed, transitHours                | missingEffect                         |
 * | held here    |                                     | 滞留, whatever the rules say          |
 * | no line      |                                     | 滞留: nobody has said what it needs   |
 *
 * The gravest effect is the outcome: 劝返 > 滞留 > 现场采样 > 放行.
 */
export function judgePass(situation: Situation, policy: Policy): Verdict {
  const { passage, permit, revocations, now } = situation;
  const scenario = scenarioOf(passage, permit, policy.passageRules, now);
  const rule = ruleInForce(policy.passageRules, scenario, passage.direction, now);
  const earlier = situation.earlier.filter(({ passedAt }) => passedAt <= now);
  const found: Found[] = [];
  const held = openHold(situation);
  if (held !== undefined) found.push([{ tag: 'heldHere', since: held }, '滞留']);
  if (rule) found.push(...checks(rule, { ...situation, earlier }, policy));
  else found.push([{ tag: 'noRule', scenario }, '滞留']);
  const reasons = found.flatMap(([fact, effect]): readonly Reason[] =>
    effect === undefined ? [] : [{ fact, effect, rule: rule?.number ?? '' }],
  );
  if (reasons.length === 0) {
    reasons.push({ fact: { tag: 'exempt', scenario }, effect: '放行', rule: rule?.number ?? '' });
  }
  return {
    ...weigh(reasons),
    missing: missingIn(reasons),
    cautions: cautionsOf(situation, policy, rule),
    scenario,
    rule: rule?.number,
    at: now,
    listAsOf: revocations.asOf,
  };
}

function checks(rule: PassageRule, situation: Situation, policy: Policy): readonly Found[] {
  const { passage, permit: shown, revocations, earlier, positions, now } = situation;
  const found = [...judgePermit(rule, shown, passage.plate, revocations, now)];
  if (rule.needsPermit && shown.tag === 'known') {
    const { permit } = shown;
    const topSpeed = policyValueAt(policy.values, '最高车速公里每小时', now);
    found.push(...judgeRoute({ rule, passage, permit, earlier, positions, now, topSpeed }));
  }
  found.push(
    ...judgePapers(rule, passage),
    ...judgeTest(rule, passage, earlier, now),
    ...judgeCodes(rule, passage),
    ...judgeTemperature(rule, passage),
    ...judgeTransit(rule, passage, earlier, now),
  );
  return found;
}

/**
 * | vehicle                                                   | scenario       |
 * | a line for emergency or exempt vehicles names it          | that line's    |
 * | it shows a pass that is known here                        | the pass's     |
 * | another line names its kind or plate                      | that line's    |
 * | none of these                                             | 私家出行       |
 * Of several lines the one with the lowest number.
 */
export function scenarioOf(
  passage: SeenPassage,
  shown: ShownPermit,
  rules: readonly PassageRule[],
  now: Instant,
): Scenario {
  const isSpecial = ({ scenario }: PassageRule) =>
    scenario === '应急车辆' || scenario === '免检车辆';
  const naming = rules
    .filter((rule) => isInForce(rule, now) && names(rule, passage.plate, passage.vehicleType))
    .sort((left, right) => (left.number < right.number ? -1 : 1));
  const special = naming.find(isSpecial);
  if (special) return special.scenario;
  if (shown.tag === 'known') return shown.permit.transport;
  return naming[0]?.scenario ?? '私家出行';
}

function judgePapers(rule: PassageRule, passage: SeenPassage): readonly Found[] {
  const shown = new Set(passage.papersShown);
  if (passage.documentNumber !== undefined) shown.add('身份证件');
  const found: Found[] = (rule.papers ?? [])
    .filter((paper) => !shown.has(paper))
    .map((paper) => [{ tag: 'paperMissing', paper }, rule.missingEffect]);
  if (rule.goodsDisinfected && passage.goodsDisinfected !== true) {
    found.push([{ tag: 'goodsNotDisinfected' }, rule.missingEffect]);
  }
  return found;
}

/** Since when this vehicle or this driver is held, by a record that was open at that moment. */
function openHold({ passage, holds, now }: Situation): Instant | undefined {
  const { plate, documentNumber } = passage;
  return holds.find(
    (hold) =>
      hold.heldFrom <= now &&
      (hold.releasedAt === undefined || now < hold.releasedAt) &&
      ((plate !== undefined && hold.plate === plate) ||
        (documentNumber !== undefined && hold.documentNumber === documentNumber)),
  )?.heldFrom;
}

function missingIn(reasons: readonly Reason[]): readonly MissingPaper[] {
  const papers = reasons.flatMap(({ fact, effect }) =>
    effect === '放行' ? [] : (missing(fact) ?? []),
  );
  return [...new Set(papers)];
}

function missing(fact: Fact): MissingPaper | undefined {
  switch (fact.tag) {
    case 'permitMissing':
    case 'permitUnknown':
    case 'permitStranger':
    case 'permitForged':
    case 'permitVoid':
    case 'permitExpired':
    case 'permitNotYet':
    case 'otherVehicle':
      return '通行证';
    case 'testMissing':
    case 'testPending':
    case 'testResultUnknown':
    case 'testTimeUnknown':
    case 'testInFuture':
    case 'testTooOld':
      return '核酸阴性证明';
    case 'paperMissing':
      return fact.paper;
    case 'goodsNotDisinfected':
      return '货物消毒证明';
    case 'sealMissing':
      return '封条';
    default:
      return undefined;
  }
}

function cautionsOf(
  situation: Situation,
  policy: Policy,
  rule: PassageRule | undefined,
): readonly Caution[] {
  const { passage, revocations, now, latestRecord } = situation;
  const cautions: Caution[] = [];
  const limit = policyValueAt(policy.values, '名单过旧小时数', now);
  const { asOf } = revocations;
  if (asOf === undefined) cautions.push({ tag: 'noList' });
  else if (now - asOf > limit * hourMs) {
    cautions.push({ tag: 'listOld', hours: hoursOf(now - asOf), limit });
  }
  if (latestRecord !== undefined && now + clockToleranceMs < latestRecord) {
    cautions.push({ tag: 'clockSetBack', latest: latestRecord });
  }
  if (rule?.highestTemperature !== undefined && passage.temperature === undefined) {
    cautions.push({ tag: 'temperatureNotTaken' });
  }
  return cautions;
}
