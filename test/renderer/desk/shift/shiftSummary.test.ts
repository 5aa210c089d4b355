import { expect, test } from 'vitest';
import { shiftSpan } from '../../../../renderer/features/desk/shift/shiftSpan';
import { summariseShift } from '../../../../renderer/features/desk/shift/shiftSummary';
import { newRowId } from '../../../../shared/kernel/ids';
import { formatInstant, instantOf, toInstant } from '../../../../shared/kernel/time';
import type { Row, RowValues } from '../../../../shared/ledger/defineLedger';

const at = (day: number, hour: number, minute = 0) =>
  toInstant(Number(instantOf({ year: 2022, month: 3, day, hour, minute, second: 0 })));

test.each([
  ['A班', at(27, 8), '03-27 08:00'],
  ['A班', at(27, 7, 30), '03-27 08:00'],
  ['A班', at(27, 20, 40), '03-27 08:00'],
  ['A班', at(28, 1), '03-27 08:00'],
  ['B班', at(27, 19, 50), '03-27 20:00'],
  ['B班', at(28, 0), '03-27 20:00'],
  ['B班', at(28, 8, 20), '03-27 20:00'],
  ['B班', at(1, 3), '02-28 20:00'],
])('%s at %d is the one that began %s', (shift, now, from) => {
  expect(formatInstant(shiftSpan(shift, now).from).slice(5)).toBe(from);
});

const passage = (passedAt: number, values: RowValues, voided = false): Row => ({
  id: newRowId(toInstant(passedAt), (length) => new Uint8Array(length)),
  values: { passedAt, ...values },
  ...(voided ? { deletedAt: toInstant(passedAt) } : {}),
});

test('a night in figures: by outcome, direction, vehicle and hour, over midnight, void ones nowhere', () => {
  const summary = summariseShift([
    passage(at(27, 21, 5), {
      direction: '进',
      outcome: '放行',
      vehicleType: '货车',
      passengerCount: 1,
    }),
    passage(at(27, 21, 40), { direction: '进', outcome: '劝返' }),
    passage(at(28, 0, 10), { direction: '出', outcome: '放行', vehicleType: '货车' }),
    passage(at(28, 0, 20), { direction: '出', outcome: '放行' }, true),
  ]);
  expect(summary).toEqual({
    total: 3,
    people: 4,
    byOutcome: [
      { value: '放行', passages: 2 },
      { value: '劝返', passages: 1 },
    ],
    byDirection: [
      { value: '进', passages: 2 },
      { value: '出', passages: 1 },
    ],
    byVehicle: [
      { value: '货车', passages: 2 },
      { value: '', passages: 1 },
    ],
    byHour: [
      { value: '21', passages: 2 },
      { value: '00', passages: 1 },
    ],
  });
});
