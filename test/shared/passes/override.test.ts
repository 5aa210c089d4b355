import { describe, expect, it } from 'vitest';
import { checkpointPasses } from '../../../shared/ledgers/checkpointPasses';
import { followsVerdict, overrideVerdict } from '../../../shared/passes/override';
import { now } from './situations';

describe('an officer decides otherwise', () => {
  it.each([
    ['滞留', '放行', '例科长', '急救药品', undefined],
    ['滞留', '放行', ' ', '急救药品', 'noOfficer'],
    ['滞留', '放行', '例科长', '', 'noReason'],
    ['滞留', '留观转运', '例科长', '发热', 'sameAsVerdict'],
    ['放行', '放行', '例科长', '无', 'sameAsVerdict'],
    ['放行', '劝返', '例科长', '改道', undefined],
  ] as const)('%s → %s by “%s” because “%s”: %s', (verdict, outcome, officer, reason, problem) => {
    const result = overrideVerdict(verdict, outcome, officer, reason, now);
    if (problem) expect(result).toEqual({ ok: false, problem: { tag: problem } });
    else {
      expect(result).toEqual({
        ok: true,
        value: { overriddenBy: officer, overrideReason: reason, overriddenAt: now },
      });
    }
  });

  it('is asked about every outcome that the ledger knows', () => {
    const outcomes = checkpointPasses.fields.outcome.options ?? [];
    for (const { value } of outcomes) {
      const following = (['放行', '现场采样', '滞留', '劝返'] as const).filter((verdict) =>
        followsVerdict(verdict, value),
      );
      expect(following).toHaveLength(1);
    }
  });
});
