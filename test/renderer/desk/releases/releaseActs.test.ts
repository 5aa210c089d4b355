import { describe, expect, test } from 'vitest';
import {
  applicationOf,
  nextStepOf,
  numberFor,
  refusalOf,
  testedOf,
} from '../../../../renderer/features/desk/releases/releaseActs';
import { inOrder, lateMs, stageOf } from '../../../../renderer/features/desk/releases/releaseStage';
import { newRowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';
import type { Row, RowValues } from '../../../../shared/ledger/defineLedger';

const hourMs = 3_600_000;
const now = toInstant(Date.UTC(2022, 2, 27, 10, 0));
const random = (length: number) => new Uint8Array(length);
const row = (values: RowValues): Row => ({ id: newRowId(now, random), values });
const negative = [{ sampledAt: now - hourMs, result: '阴性' }];
const positive = [...negative, { sampledAt: now, result: '阳性' }];
const around = { now, by: '测试员', limitMs: 6 * hourMs };

describe('what a release waits for', () => {
  test.each<[RowValues, string]>([
    [{}, 'tests'],
    [{ tests: positive, agreedAt: now }, 'tests'],
    [{ tests: [...positive].reverse(), agreedAt: now }, 'tests'],
    [{ tests: negative }, 'agreement'],
    [{ tests: negative, agreedAt: now }, 'approval'],
    [{ tests: negative, agreedAt: now, approvedAt: now }, 'departure'],
    [{ approvedAt: now, departedAt: now }, 'arrival'],
    [{ departedAt: now, arrivedAt: now }, 'arrived'],
    [{ tests: negative, agreedAt: now, state: '未批准' }, 'refused'],
  ])('%j waits for %s', (values, stage) => {
    expect(stageOf(values)).toBe(stage);
  });
});

describe('its next step', () => {
  test.each<[RowValues, object]>([
    [{}, { problem: 'needTest' }],
    [{ tests: negative }, { problem: 'needReceiver' }],
    [{ tests: negative, receiver: '例某' }, { values: { agreedAt: now, state: '待批准' } }],
    [
      { tests: negative, agreedAt: now },
      { values: { approvedAt: now, approvedBy: '测试员', state: '已批准' } },
    ],
    [{ approvedAt: now }, { problem: 'needVehicle' }],
    [
      { approvedAt: now, plate: '豫HA0001' },
      { values: { departedAt: now, dueAt: now + 6 * hourMs, state: '途中' } },
    ],
    [{ departedAt: now }, { values: { arrivedAt: now, state: '已到达' } }],
    [{ departedAt: now, arrivedAt: now }, { problem: 'isOver' }],
  ])('of %j is %j', (values, expected) => {
    const step = nextStepOf(row(values), around);
    expect(step.ok ? step.value : step).toMatchObject(expected);
  });

  test('it can be refused until it has left', () => {
    expect(refusalOf(row({ approvedAt: now }))).toMatchObject({ values: { state: '未批准' } });
    expect(refusalOf(row({ departedAt: now }))).toBeUndefined();
  });
});

test('a test is added to those before it', () => {
  expect(testedOf(row({ tests: negative }), now, '阳性')).toMatchObject({
    values: { tests: positive },
  });
});

test('applications are numbered by the day, over gaps, and need a reason and a community', () => {
  const rows = [row({ number: 'BH20220327-01' }), row({ number: 'BH20220327-07' }), row({})];
  expect(numberFor(rows, now)).toBe('BH20220327-08');
  expect(numberFor(rows, toInstant(now + 24 * hourMs))).toBe('BH20220328-01');
  const filled = { applicant: ' 王例山 ', reason: '返乡', community: '样例社区' };
  const made = applicationOf(filled, 'BH1', now, random);
  expect(made.ok && made.value.values).toMatchObject({ applicant: '王例山', state: '待接收' });
  expect(applicationOf({ ...filled, reason: ' ' }, 'BH1', now, random)).toMatchObject({
    problem: 'needReason',
  });
  expect(applicationOf({ ...filled, community: '' }, 'BH1', now, random)).toMatchObject({
    problem: 'needCommunity',
  });
});

test('an arrival is late from its time on, else from the hours after departure; late ones come first', () => {
  const departedAt = now - 7 * hourMs;
  const late = row({ departedAt });
  const onTime = row({ departedAt, dueAt: now + hourMs });
  const over = row({ departedAt, arrivedAt: now });
  expect(lateMs(late.values, 6 * hourMs, now)).toBe(hourMs);
  expect(lateMs(onTime.values, 6 * hourMs, now)).toBe(0);
  expect(lateMs(over.values, 6 * hourMs, now)).toBe(0);
  expect(inOrder([over, onTime, late], 6 * hourMs, now)).toEqual([late, onTime, over]);
});
