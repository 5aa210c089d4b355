import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainDifference, type RecordTimes } from '../../../shared/figures/explainDifference';
import type { RowId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';

const row = (name: string) => name as RowId; // ids are only told apart
const times = (madeAt: number, eventAt: number, isDeleted = false): RecordTimes => ({
  madeAt: toInstant(madeAt),
  eventAt: toInstant(eventAt),
  isDeleted,
});
const issued = (contributions: readonly (readonly [string, number])[]) => ({
  issuedAt: toInstant(1_000),
  cutOffAt: toInstant(900),
  contributions: contributions.map(([name, amount]) => ({ row: row(name), amount })),
});

describe('the difference from the report issued at 1,000 for a cut-off at 900', () => {
  it.each([
    ['made after, event after the cut-off', [], [['a', 1]], times(1_100, 1_050), 'new', 1],
    ['made after, event before the cut-off', [], [['a', 1]], times(1_100, 800), 'late', 1],
    ['known then, counted only now', [], [['a', 1]], times(500, 400), 'moved', 1],
    ['counted then, deleted since', [['a', 2]], [], times(500, 400, true), 'deleted', -2],
    ['counted then, no longer held', [['a', 1]], [], times(500, 400), 'moved', -1],
    ['an amount that was corrected', [['a', 2]], [['a', 2.5]], times(500, 400), 'corrected', 0.5],
  ] as const)('%s', (_name, before, now, known, reason, amount) => {
    const after = now.map(([name, each]) => ({ row: row(name), amount: each }));
    expect(explainDifference(issued(before), after, () => known)).toEqual([
      { row: 'a', reason, amount },
    ]);
  });

  it('is accounted for to the last record', () => {
    const contributions = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...'abcdefgh'), fc.integer({ min: -50, max: 50 })),
      { selector: ([name]) => name },
    );
    const sum = (list: readonly (readonly [string, number])[]) =>
      list.reduce((total, [, amount]) => total + amount, 0);
    fc.assert(
      fc.property(contributions, contributions, fc.boolean(), (before, now, isKnown) => {
        const after = now.map(([name, amount]) => ({ row: row(name), amount }));
        const differences = explainDifference(issued(before), after, () =>
          isKnown ? times(1_100, 800) : undefined,
        );
        const explained = differences.reduce((total, { amount }) => total + amount, 0);
        expect(explained).toBe(sum(now) - sum(before));
      }),
    );
  });
});
