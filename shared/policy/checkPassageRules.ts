import type { Instant } from '../kernel/time';
import {
  appliesTo,
  directions,
  ruleInForce,
  scenarios,
  type Direction,
  type PassageRule,
  type Scenario,
} from './passageRule';

export type PassageRuleProblem =
  | { readonly tag: 'sameNumber'; readonly number: string }
  | { readonly tag: 'endsBeforeItBegins'; readonly number: string }
  /** Both begin at the same instant for the same vehicles: the higher number holds. */
  | { readonly tag: 'sameBeginning'; readonly number: string; readonly other: string }
  /** Asks for a test, a temperature or papers, and lets through without. */
  | { readonly tag: 'withoutEffect'; readonly number: string; readonly asked: Asked }
  /** At this instant nothing says what such a vehicle needs. */
  | { readonly tag: 'uncovered'; readonly scenario: Scenario; readonly direction: Direction };

export type Asked = 'test' | 'temperature' | 'papers' | 'permit' | 'route';

/** What is wrong or odd about a table of rules, seen at an instant; the table works all the same. */
export function checkPassageRules(
  rules: readonly PassageRule[],
  at: Instant,
): readonly PassageRuleProblem[] {
  const problems: PassageRuleProblem[] = [];
  for (const [index, rule] of rules.entries()) {
    const { number, from, until } = rule;
    const earlier = rules.slice(0, index);
    if (earlier.some((other) => other.number === number)) {
      problems.push({ tag: 'sameNumber', number });
    }
    if (until !== undefined && until <= from) problems.push({ tag: 'endsBeforeItBegins', number });
    const twin = earlier.find((other) => beginsAlike(rule, other));
    if (twin) problems.push({ tag: 'sameBeginning', number, other: twin.number });
    for (const asked of withoutEffect(rule)) problems.push({ tag: 'withoutEffect', number, asked });
  }
  for (const scenario of scenarios) {
    for (const direction of directions) {
      if (!ruleInForce(rules, scenario, direction, at)) {
        problems.push({ tag: 'uncovered', scenario, direction });
      }
    }
  }
  return problems;
}

function beginsAlike(left: PassageRule, right: PassageRule): boolean {
  const isSpecial = (rule: PassageRule) => (rule.directions?.length ?? 0) > 0;
  return (
    left.scenario === right.scenario &&
    left.from === right.from &&
    isSpecial(left) === isSpecial(right) &&
    directions.some((direction) => appliesTo(left, direction) && appliesTo(right, direction))
  );
}

function withoutEffect(rule: PassageRule): readonly Asked[] {
  const lets = (effect: PassageRule['testEffect']) => effect === undefined || effect === '放行';
  const asked: Asked[] = [];
  const lacksTest = lets(rule.testEffect) || lets(rule.positiveEffect);
  if (rule.testHours !== undefined && lacksTest) asked.push('test');
  if (rule.highestTemperature !== undefined && lets(rule.feverEffect)) asked.push('temperature');
  const wantsPapers = (rule.papers?.length ?? 0) > 0 || rule.goodsDisinfected || rule.sealed;
  if (wantsPapers && lets(rule.missingEffect)) asked.push('papers');
  if (rule.needsPermit && (lets(rule.missingEffect) || lets(rule.invalidPermitEffect))) {
    asked.push('permit');
  }
  if ((rule.sameDriver || rule.sameRoute) && lets(rule.mismatchEffect)) asked.push('route');
  return asked;
}
