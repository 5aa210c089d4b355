import type { Query } from '../../../store/contract';
import { passesLedger } from '../form/deskFields';
import type { Duty } from '../passage/passageValues';
import type { ShiftSpan } from './shiftSpan';

/** The passages of a shift at its checkpoint, in the order of time. */
export function shiftQuery({ checkpoint, shift }: Duty, { firstAt }: ShiftSpan): Query {
  return {
    ledger: passesLedger,
    filters: [
      { field: 'checkpoint', test: { type: 'equals', value: checkpoint } },
      { field: 'shift', test: { type: 'equals', value: shift } },
      { field: 'passedAt', test: { type: 'between', from: firstAt } },
    ],
    sort: [{ field: 'passedAt', descending: false }],
  };
}
