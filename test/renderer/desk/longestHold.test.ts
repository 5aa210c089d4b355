import { expect, test } from 'vitest';
import { longestHoldMs } from '../../../renderer/features/desk/longestHold';
import { newRowId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';

const minute = 60_000;
const now = toInstant(Date.UTC(2022, 2, 27, 10, 0));

function passage(plate: string, outcome: string, minutesAgo: number, voided = false): Row {
  const passedAt = toInstant(now - minutesAgo * minute);
  return {
    id: newRowId(passedAt, (length) => new Uint8Array(length)),
    values: { plate, outcome, passedAt },
    ...(voided ? { deletedAt: now } : {}),
  };
}

test('the longest wait is of the vehicle held first and not let go since', () => {
  const rows = [
    passage('豫HA0001', '放行', 5),
    passage('豫HA0002', '滞留', 30),
    passage('豫HA0003', '滞留', 185),
    passage('豫HA0001', '滞留', 300),
    passage('豫HA0004', '滞留', 400, true),
  ];
  expect(longestHoldMs(rows, now)).toBe(185 * minute);
});

test('nobody held, no wait', () => {
  expect(longestHoldMs([passage('豫HA0001', '放行', 5)], now)).toBeUndefined();
});
