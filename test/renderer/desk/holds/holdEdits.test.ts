import { expect, test } from 'vitest';
import {
  careOf,
  closingOf,
  editOf,
  readHoldField,
} from '../../../../renderer/features/desk/holds/holdEdits';
import type { Write } from '../../../../renderer/store/contract';
import { newRowId } from '../../../../shared/kernel/ids';
import { instantOf, toInstant } from '../../../../shared/kernel/time';
import type { Row, RowValues } from '../../../../shared/ledger/defineLedger';

const now = toInstant(Date.UTC(2022, 2, 27, 10, 0)); // 18:00 in China
const hourMs = 3_600_000;
const row = (values: RowValues): Row => ({
  id: newRowId(now, (length) => new Uint8Array(length)),
  values,
});
const valuesOf = (write: Write | undefined) =>
  write?.type === 'update' ? write.values : undefined;

test('whom the checkpoint called: the time of the call is now, unless it was written down', () => {
  const contactedAt = toInstant(now - hourMs);
  expect(valuesOf(editOf(row({}), 'contactUnit', '样例街道', now))).toEqual({
    contactUnit: '样例街道',
    contactedAt: now,
  });
  expect(valuesOf(editOf(row({ contactedAt }), 'contact', '例某', now))).toEqual({
    contact: '例某',
  });
  expect(valuesOf(editOf(row({ contact: '例某' }), 'contact', null, now))).toEqual({
    contact: null,
  });
  expect(editOf(row({ contact: '例某' }), 'contact', '例某', now)).toBeUndefined();
  expect(valuesOf(editOf(row({}), 'releasedTo', '孟州市', now))).toEqual({ releasedTo: '孟州市' });
});

test('the time of a call has been, whatever the words leave open; what is no number is refused', () => {
  const evening = instantOf({ year: 2022, month: 3, day: 26, hour: 23, minute: 40, second: 0 });
  expect(readHoldField('contactedAt', '23:40', now)).toMatchObject({ value: evening });
  expect(readHoldField('contactPhone', '0391-7191234', now).state).toBe('value');
  expect(readHoldField('contactPhone', '明天再打', now).state).toBe('unreadable');
});

test('care stands in the order of its times, also when it is written down later', () => {
  const first = { kind: '餐饮', at: now, by: '例一' };
  const late = { kind: '热水', at: toInstant(now - hourMs), by: '例二' };
  expect(valuesOf(careOf(row({ care: [first] }), late))).toEqual({ care: [late, first] });
});

test.each([
  ['', '', 'needOutcome'],
  ['放行', '', undefined],
  ['劝返', '', undefined],
  ['移交属地', ' ', 'needHandoverUnit'],
  ['移交属地', '样例街道', undefined],
  ['留观转运', '', 'needHandoverUnit'],
])('a hold with outcome %j, handed over to %j closes: %j', (outcome, handoverUnit, problem) => {
  const closing = closingOf(row({}), { outcome, handoverUnit, releasedTo: '孟州市' }, now);
  if (problem !== undefined) {
    expect(closing).toEqual({ ok: false, problem });
    return;
  }
  expect(closing.ok && valuesOf(closing.value)).toEqual({
    outcome,
    releasedAt: now,
    releasedTo: '孟州市',
    handoverUnit: handoverUnit || null,
  });
});
