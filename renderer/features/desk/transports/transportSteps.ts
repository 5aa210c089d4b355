import { failed, ok, type Result } from '../../../../shared/kernel/result';
import type { Instant } from '../../../../shared/kernel/time';
import type { Row, RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { transportRecords } from '../../../../shared/ledgers/transportRecords';
import type { Write } from '../../../store/contract';

/** From purchase to storage, in the order of the closed loop (S04 运输专项台账). */
export const steps = [
  'purchase',
  'departure',
  'arrival',
  'disinfection',
  'unloading',
  'storage',
] as const;
export type Step = (typeof steps)[number];

/** When a step was done. */
export const timeOfStep: Readonly<Record<Step, string>> = {
  purchase: 'purchasedAt',
  departure: 'departedAt',
  arrival: 'arrivedAt',
  disinfection: 'disinfectedAt',
  unloading: 'unloadedAt',
  storage: 'storedAt',
};

/** The stage that a step begins; the others leave it as it is. */
const stageOfStep: Readonly<Partial<Record<Step, string>>> = {
  purchase: '采购',
  departure: '在途',
  arrival: '交接',
  storage: '入库',
};

/** What must be on record before a step can be done. */
const needs: Readonly<Record<Step, readonly string[]>> = {
  purchase: [],
  departure: ['plate'],
  arrival: ['handoverArea'],
  disinfection: ['disinfectant', 'disinfectedBy'],
  unloading: ['crew', 'crewClosed'],
  storage: [],
};

/**
 * The step that a transport waits for; undefined: all are done. What has happened later says that
 * what comes before it is not waited for, but for disinfection: nothing is unloaded without it.
 * | departed | disinfected | unloaded | waits for    |
 * | no       |             |          | departure    |
 * | yes      | no          | yes      | disinfection |
 * | yes      | yes         | yes      | storage      |
 */
export function stepOf(values: RowValues): Step | undefined {
  const isDone = (step: Step) => values[timeOfStep[step]] !== undefined;
  if (isDone('unloading') && !isDone('disinfection')) return 'disinfection';
  const last = steps.findLastIndex(isDone);
  return steps[last + 1];
}

export type StepProblem =
  /** The first field that is wanting. */
  { readonly tag: 'lacks'; readonly field: string } | { readonly tag: 'isOver' };

/** The step a transport waits for is done now; what it still lacks is said instead. */
export function nextStep({ id, values }: Row, now: Instant): Result<Write, StepProblem> {
  const step = stepOf(values);
  if (!step) return failed({ tag: 'isOver' });
  const lacking = needs[step].find((name) => values[name] === undefined || values[name] === false);
  if (lacking !== undefined) return failed({ tag: 'lacks', field: lacking });
  const stage = stageOfStep[step];
  return ok(changeOf(id, { [timeOfStep[step]]: now, ...(stage === undefined ? {} : { stage }) }));
}

export function changeOf(
  row: Row['id'],
  values: Readonly<Record<string, StoredValue | null>>,
): Write {
  return { type: 'update', ledger: transportRecords.id, row, values };
}
