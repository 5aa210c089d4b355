import { expect, test } from 'vitest';
import type { HeldVehicle } from '../../../../renderer/app/judging/judgingFacts';
import { holdWrites, voidedHolds } from '../../../../renderer/features/desk/holds/holdWrites';
import { newRowId, type RowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';

const now = toInstant(Date.UTC(2022, 2, 27, 10, 0));
const random = (length: number) => new Uint8Array(length);
const idOf = (minute: number): RowId => newRowId(toInstant(now + minute * 60_000), random);
const [passage, other, holdId] = [idOf(0), idOf(1), idOf(2)];
const held: HeldVehicle = {
  id: holdId,
  checkpoint: 'A',
  plate: '豫HA0001',
  heldFrom: now,
  passage,
};

/** What is written: `begins`, or the outcome that ends the hold. */
function written(
  outcome: string,
  around: { readonly corrected?: string; readonly of?: RowId; readonly open?: boolean },
) {
  const { corrected, of = passage, open = true } = around;
  const [write] = holdWrites({
    reading: {
      values: { plate: '豫HA0001', destination: '修武县' },
      findings: {},
      missing: [],
      unasked: [],
    },
    checkpoint: 'A',
    passage: of,
    outcome,
    corrected,
    passedAt: now,
    at: now,
    reason: '待核实',
    judgement: undefined,
    holds: open ? [held] : [],
    random,
  });
  if (!write) return 'nothing';
  return write.type === 'insert' ? 'begins' : write.type === 'update' && write.values.outcome;
}

test.each([
  ['a new passage', '滞留', { open: false }, 'begins'],
  ['held a second time', '滞留', { of: other }, 'nothing'],
  ['tested meanwhile', '现场采样', { of: other }, 'nothing'],
  ['let go', '放行', { of: other }, '放行'],
  ['corrected in some other field', '放行', { corrected: '放行' }, 'nothing'],
  ['never held, as the correction says', '放行', { corrected: '滞留' }, '放行'],
  ['an earlier passage corrected', '放行', { corrected: '劝返', of: other }, 'nothing'],
  ['held, as the correction says', '滞留', { corrected: '放行', open: false }, 'begins'],
] as const)('%s: %s %j writes %s', (_what, outcome, around, expected) => {
  expect(written(outcome, around)).toBe(expected);
});

test('a passage that is void takes the hold with it that it began', () => {
  expect(voidedHolds(other, '误操作', [held])).toEqual([]);
  expect(voidedHolds(passage, '误操作', [held])).toEqual([
    { type: 'delete', ledger: 'checkpoint-holds', row: holdId, reason: '误操作' },
  ]);
});
