import type { RowId } from '../../../shared/kernel/ids';
import { dateOf, instantOf, toInstant, type Instant } from '../../../shared/kernel/time';
import type { Row, RowValues } from '../../../shared/ledger/defineLedger';
import { defaultPolicy } from '../../../shared/policy/policy';
import type { WorkMoment } from '../../../shared/work/workList';

/** A moment of March 2022. */
export const on = (day: number, hour = 12, minute = 0, month = 3): Instant =>
  instantOf({ year: 2022, month, day, hour, minute, second: 0 }) ?? toInstant(0);

export const momentOf = (at: Instant): WorkMoment => ({
  at,
  today: dateOf(at),
  policy: defaultPolicy,
});

export const rowOf = (id: string, values: RowValues): Row => ({ id: id as RowId, values }); // ids are only told apart
