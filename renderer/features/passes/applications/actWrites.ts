import type { RowId } from '../../../../shared/kernel/ids';
import { ok, type Result } from '../../../../shared/kernel/result';
import type { Instant } from '../../../../shared/kernel/time';
import { permitApplications } from '../../../../shared/ledgers/permitApplications';
import {
  applicationNumber,
  type Application,
  type Filed,
} from '../../../../shared/passes/lifecycle/application';
import {
  actOnApplication,
  type ActProblem,
  type ApplicationAct,
  type ApplicationChange,
} from '../../../../shared/passes/lifecycle/applicationActs';
import type { Write } from '../../../store/contract';

/** What an act writes; an application without a number, as workbooks bring it, gets one with it. */
export function actWrites(
  application: Filed<Application>,
  act: ApplicationAct,
  by: string,
  at: Instant,
): Result<readonly Write[], ActProblem> {
  const done = actOnApplication(application.values, act, by, at);
  return done.ok ? ok([updateOf(application, done.value, at)]) : done;
}

export function updateOf(
  { id, values }: Filed<Application>,
  change: ApplicationChange,
  at: Instant,
): Write {
  const numbered = values.number === undefined ? { number: applicationNumber(id, at) } : {};
  return {
    type: 'update',
    ledger: permitApplications.id,
    row: id satisfies RowId,
    values: { ...change, ...numbered },
  };
}
