import { expect, test } from 'vitest';
import { filterHolds, waitingHolds } from '../../../../renderer/features/desk/holds/waitingHolds';
import { newRowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';
import type { Row, RowValues } from '../../../../shared/ledger/defineLedger';

const minute = 60_000;
const now = toInstant(Date.UTC(2022, 2, 27, 10, 0));

function hold(minutesAgo: number, values: RowValues): Row {
  const heldFrom = toInstant(now - minutesAgo * minute);
  return {
    id: newRowId(heldFrom, (length) => new Uint8Array(length)),
    values: { heldFrom, ...values },
  };
}

const rows = [
  hold(30, { plate: '豫HA0002', reason: '健康码黄码' }),
  hold(2_000, { plate: '冀D7T305', name: '王例山', reason: '货物运单遗失' }),
  hold(90, { plate: '豫HA0003', releasedAt: now }),
  hold(-5, { reason: '步行，待核实' }),
];

const shown = (text: string) =>
  filterHolds(waitingHolds(rows, now), text).map(({ row, heldMs }) => [
    row.values.plate,
    heldMs / minute,
  ]);

test('who waits: longest first, without those that have ended; a clock set back counts as nothing', () => {
  expect(shown('')).toEqual([
    ['冀D7T305', 2_000],
    ['豫HA0002', 30],
    [undefined, 0],
  ]);
});

test.each([
  ['d7t', ['冀D7T305']],
  ['豫H·A0002', ['豫HA0002']],
  ['王例山', ['冀D7T305']],
  ['运单', ['冀D7T305']],
  ['豫HA0003', []],
])('the filter %s finds %j', (text, plates) => {
  expect(shown(text).map(([plate]) => plate)).toEqual(plates);
});
