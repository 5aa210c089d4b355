import { expect, test } from 'vitest';
import { heldVehicles } from '../../../../renderer/features/desk/holds/heldVehicles';
import { newRowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';

const minute = 60_000;
const now = toInstant(Date.UTC(2022, 2, 27, 10, 0));

function passage(plate: string | undefined, outcome: string, minutesAgo: number, voided = false) {
  const passedAt = toInstant(now - minutesAgo * minute);
  const row: Row = {
    id: newRowId(passedAt, (length) => new Uint8Array(length)),
    values: { ...(plate === undefined ? {} : { plate }), outcome, passedAt },
    ...(voided ? { deletedAt: now } : {}),
  };
  return row;
}

const waits = (rows: readonly Row[]) =>
  heldVehicles(rows, now).map(({ row, heldMs }) => [row.values.plate, heldMs / minute]);

test('who waits: held and not let go since, longest first, also since days before', () => {
  const rows = [
    passage('豫HA0001', '放行', 5),
    passage('豫HA0002', '滞留', 30),
    passage('豫HA0003', '滞留', 185),
    passage('豫HA0001', '滞留', 300),
    passage('豫HA0004', '滞留', 400, true),
    passage('豫HA0005', '滞留', 2_000),
  ];
  expect(waits(rows)).toEqual([
    ['豫HA0005', 2_000],
    ['豫HA0003', 185],
    ['豫HA0002', 30],
  ]);
});

test('logged as held a second time, it has waited since the first', () => {
  const rows = [passage('豫HA0001', '滞留', 10), passage('豫HA0001', '滞留', 90)];
  expect(waits(rows)).toEqual([['豫HA0001', 90]]);
});

test('a turned back vehicle that is held when it comes again waits from then on', () => {
  const rows = [passage('豫HA0001', '滞留', 10), passage('豫HA0001', '劝返', 90)];
  expect(waits(rows)).toEqual([['豫HA0001', 10]]);
});

test('on foot, without a plate, each is one', () => {
  expect(waits([passage(undefined, '滞留', 10), passage(undefined, '滞留', 20)])).toHaveLength(2);
});
