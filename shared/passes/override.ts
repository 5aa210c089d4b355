import { failed, ok, type Result } from '../kernel/result';
import type { Instant } from '../kernel/time';
import type { Effect } from '../policy/passageRule';

/** The outcomes of the passages' ledger as effects: staying here for any reason is 滞留. */
const effectOf: Readonly<Record<string, Effect>> = {
  放行: '放行',
  现场采样: '现场采样',
  滞留: '滞留',
  留观转运: '滞留',
  移交属地: '滞留',
  劝返: '劝返',
};

/** True when what was done is what the rules say; an outcome that no rule knows never is. */
export function followsVerdict(verdict: Effect, outcome: string): boolean {
  return effectOf[outcome] === verdict;
}

/** An officer decides otherwise than the rules: an act of its own, signed and counted. */
export interface Override {
  readonly overriddenBy: string;
  readonly overrideReason: string;
  readonly overriddenAt: Instant;
}

export type OverrideProblem = { readonly tag: 'noOfficer' | 'noReason' | 'sameAsVerdict' };

/**
 * | outcome              | officer | reason | answer                    |
 * | as the rules say     |         |        | sameAsVerdict: no override |
 * | another              | blank   |        | noOfficer                 |
 * | another              | given   | blank  | noReason                  |
 * | another              | given   | given  | what to record            |
 */
export function overrideVerdict(
  verdict: Effect,
  outcome: string,
  officer: string,
  reason: string,
  at: Instant,
): Result<Override, OverrideProblem> {
  if (followsVerdict(verdict, outcome)) return failed({ tag: 'sameAsVerdict' });
  const [overriddenBy, overrideReason] = [officer.trim(), reason.trim()];
  if (overriddenBy === '') return failed({ tag: 'noOfficer' });
  if (overrideReason === '') return failed({ tag: 'noReason' });
  return ok({ overriddenBy, overrideReason, overriddenAt: at });
}
