import { describe, expect, it, test } from 'vitest';
import {
  nextStep,
  stepOf,
  steps,
  timeOfStep,
} from '../../../../renderer/features/desk/transports/transportSteps';
import { newRowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';
import type { Row, RowValues } from '../../../../shared/ledger/defineLedger';

const now = toInstant(Date.UTC(2022, 2, 27, 4));
const rowOf = (values: RowValues): Row => ({
  id: newRowId(now, (length) => new Uint8Array(length)),
  values,
});

const complete: RowValues = {
  plate: '豫H12345',
  handoverArea: '1号交接区',
  disinfectant: '500mg/L含氯消毒液',
  disinfectedBy: '例消杀',
  crew: '装卸1组',
  crewClosed: true,
};

it('goes from purchase to storage step by step, and says when all is done', () => {
  let values = complete;
  const went: (readonly [string | undefined, unknown])[] = [];
  for (;;) {
    const step = stepOf(values);
    const next = nextStep(rowOf(values), now);
    if (!next.ok) {
      expect(next.problem).toEqual({ tag: 'isOver' });
      break;
    }
    if (next.value.type !== 'update') throw new Error(next.value.type);
    values = { ...values, ...(next.value.values as RowValues) }; // nothing is cleared by a step
    went.push([step, values.stage]);
  }
  expect(went).toEqual([
    ['purchase', '采购'],
    ['departure', '在途'],
    ['arrival', '交接'],
    ['disinfection', '交接'],
    ['unloading', '交接'],
    ['storage', '入库'],
  ]);
  for (const step of steps) expect(values[timeOfStep[step]]).toBe(now);
});

describe('a step is not done', () => {
  const done = (...names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, now] as const));
  const arrived = done('purchasedAt', 'departedAt', 'arrivedAt');

  test.each<readonly [string, RowValues, string]>([
    ['departure without a vehicle', done('purchasedAt'), 'plate'],
    ['arrival without a handover area', done('purchasedAt', 'departedAt'), 'handoverArea'],
    ['disinfection without the agent', { ...arrived, disinfectedBy: '例' }, 'disinfectant'],
    ['disinfection by nobody', { ...arrived, disinfectant: '酒精' }, 'disinfectedBy'],
    [
      'unloading by a crew that is not closed off',
      { ...arrived, ...done('disinfectedAt'), crew: '1组', crewClosed: false },
      'crewClosed',
    ],
  ])('%s', (_name, values, field) => {
    const next = nextStep(rowOf(values), now);
    expect(next).toEqual({ ok: false, problem: { tag: 'lacks', field } });
  });

  it('what was unloaded before it was disinfected waits for that', () => {
    expect(stepOf({ ...arrived, ...done('unloadedAt') })).toBe('disinfection');
    expect(stepOf({ ...arrived, ...done('unloadedAt', 'disinfectedAt') })).toBe('storage');
  });

  it('a transport that came with its departure alone is on the way', () => {
    expect(stepOf(done('departedAt'))).toBe('arrival');
  });
});
