import { newRowId, type RandomBytes } from '../../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../../shared/kernel/result';
import { dateOf, toInstant, type Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { closedLoopReleases } from '../../../../shared/ledgers/closedLoopReleases';
import type { Write } from '../../../store/contract';
import { dueAtOf, stageOf, testsOf } from './releaseStage';

const ledger = closedLoopReleases.id;

export interface Application {
  readonly applicant: string;
  readonly reason: string;
  readonly community: string;
}

/** Numbered by the day and what the day has had: `BH20220327-02`. */
export function numberFor(rows: readonly Row[], now: Instant): string {
  const start = `BH${dateOf(now).replaceAll('-', '')}-`;
  const taken = rows.flatMap(({ values: { number } }) =>
    typeof number === 'string' && number.startsWith(start)
      ? [Number(number.slice(start.length)) || 0]
      : [],
  );
  return `${start}${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`;
}

/** Nothing goes on without the reason and the community that takes over. */
export function applicationOf(
  { applicant, reason, community }: Application,
  number: string,
  now: Instant,
  random: RandomBytes,
): Result<Extract<Write, { type: 'insert' }>, 'needReason' | 'needCommunity'> {
  if (reason.trim() === '') return failed('needReason');
  if (community.trim() === '') return failed('needCommunity');
  return ok({
    type: 'insert',
    ledger,
    row: newRowId(now, random),
    values: {
      number,
      reason: reason.trim(),
      community: community.trim(),
      appliedAt: now,
      state: '待接收',
      ...(applicant.trim() === '' ? {} : { applicant: applicant.trim() }),
    },
  });
}

export function testedOf({ id, values }: Row, sampledAt: Instant, result: string): Write {
  return update(id, { tests: [...testsOf(values), { sampledAt, result }] });
}

/** The step a release waits for is done now; what it still lacks is said instead. */
export function nextStepOf(
  { id, values }: Row,
  { now, by, limitMs }: { readonly now: Instant; readonly by: string; readonly limitMs: number },
): Result<Write, 'needTest' | 'needReceiver' | 'needVehicle' | 'isOver'> {
  switch (stageOf(values)) {
    case 'tests':
      return failed('needTest');
    case 'agreement':
      if (values.receiver === undefined) return failed('needReceiver');
      return ok(update(id, { agreedAt: now, state: '待批准' }));
    case 'approval':
      return ok(update(id, { approvedAt: now, approvedBy: by, state: '已批准' }));
    case 'departure': {
      if (values.plate === undefined) return failed('needVehicle');
      const dueAt = dueAtOf({ ...values, departedAt: now }, limitMs) ?? toInstant(now + limitMs);
      return ok(update(id, { departedAt: now, dueAt, state: '途中' }));
    }
    case 'arrival':
      return ok(update(id, { arrivedAt: now, state: '已到达' }));
    case 'arrived':
    case 'refused':
      return failed('isOver');
  }
}

/** Only before it has left. */
export function refusalOf({ id, values }: Row): Write | undefined {
  const isOnTheWay = values.departedAt !== undefined || values.state === '未批准';
  return isOnTheWay ? undefined : update(id, { state: '未批准' });
}

export function editOfRelease({ id, values }: Row, name: string, value: StoredValue | null) {
  return (values[name] ?? null) === value ? undefined : update(id, { [name]: value });
}

function update(row: Row['id'], values: Readonly<Record<string, StoredValue | null>>): Write {
  return { type: 'update', ledger, row, values };
}
