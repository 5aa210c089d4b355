import { toInstant, type Instant } from '../../../../shared/kernel/time';
import type { Row, RowValues } from '../../../../shared/ledger/defineLedger';

/** What a closed-loop release waits for, in order. */
export const stages = ['tests', 'agreement', 'approval', 'departure', 'arrival'] as const;
export type Stage = (typeof stages)[number] | 'arrived' | 'refused';

/**
 * | refused | arrived | departed | approved | agreed | a negative test | waits for |
 * | yes     |         |          |          |        |                 | refused   |
 * | no      | yes     |          |          |        |                 | arrived   |
 * | no      | no      | yes      |          |        |                 | arrival   |
 * | no      | no      | no       | yes      |        |                 | departure |
 * | no      | no      | no       | no       | yes    | yes             | approval  |
 * | no      | no      | no       | no       | no     | yes             | agreement |
 * | no      | no      | no       | no       |        | no              | tests     |
 */
export function stageOf(values: RowValues): Stage {
  if (values.state === '未批准') return 'refused';
  if (values.arrivedAt !== undefined) return 'arrived';
  if (values.departedAt !== undefined) return 'arrival';
  if (values.approvedAt !== undefined) return 'departure';
  if (!lastTestIsNegative(values)) return 'tests';
  return values.agreedAt === undefined ? 'agreement' : 'approval';
}

type Test = Readonly<Record<string, string | number | boolean>>;

/** In the order of sampling. */
export function testsOf({ tests }: RowValues): readonly Test[] {
  if (!Array.isArray(tests)) return [];
  return tests
    .filter((test): test is Test => typeof test === 'object' && test !== null)
    .sort((left, right) => Number(left.sampledAt) - Number(right.sampledAt));
}

function lastTestIsNegative(values: RowValues): boolean {
  return testsOf(values).at(-1)?.result === '阴性';
}

/** When it must have arrived: as written, else the hours after departure that the office has set. */
export function dueAtOf({ dueAt, departedAt }: RowValues, limitMs: number): Instant | undefined {
  if (typeof dueAt === 'number') return toInstant(dueAt);
  return typeof departedAt === 'number' ? toInstant(departedAt + limitMs) : undefined;
}

/** How late an arrival is; 0 for one that is not. */
export function lateMs(values: RowValues, limitMs: number, now: Instant): number {
  if (stageOf(values) !== 'arrival') return 0;
  const due = dueAtOf(values, limitMs);
  return due === undefined ? 0 : Math.max(0, now - due);
}

/** The latest first; overdue arrivals before everything, what is over at the end. */
export function inOrder(rows: readonly Row[], limitMs: number, now: Instant): readonly Row[] {
  const isOver = ({ values }: Row) => ['arrived', 'refused'].includes(stageOf(values));
  const rank = (row: Row) => (isOver(row) ? 1 : -lateMs(row.values, limitMs, now));
  const applied = ({ values }: Row) => Number(values.appliedAt ?? 0);
  return [...rows].sort(
    (left, right) => rank(left) - rank(right) || applied(right) - applied(left),
  );
}
