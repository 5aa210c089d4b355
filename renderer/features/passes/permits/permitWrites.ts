import type { RowId } from '../../../../shared/kernel/ids';
import { ok, type Result } from '../../../../shared/kernel/result';
import { dateOf, type Instant, type IsoDate } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { permitApplications } from '../../../../shared/ledgers/permitApplications';
import { permits } from '../../../../shared/ledgers/permits';
import { pickPermitParts } from '../../../../shared/ledgers/permitParts';
import {
  applicationNumber,
  type ApplicationKind,
  type Filed,
  type Permit,
} from '../../../../shared/passes/lifecycle/application';
import {
  followUp,
  losePermit,
  voidPermit,
  type PermitProblem,
} from '../../../../shared/passes/lifecycle/permitActs';
import type { Write } from '../../../store/contract';

export type EndingAct =
  { readonly type: 'void'; readonly reason: string } | { readonly type: 'lose' };

/** Ends a pass before its last day. */
export function endingWrites(
  { id, values }: Filed<Permit>,
  act: EndingAct,
  at: Instant,
): Result<readonly Write[], PermitProblem> {
  const done = act.type === 'void' ? voidPermit(values, act.reason, at) : losePermit(values, at);
  if (!done.ok) return done;
  return ok([{ type: 'update', ledger: permits.id, row: id, values: done.value }]);
}

/** Begins the application that follows a pass, with all that the pass says. */
export function followUpWrites(
  row: Row,
  permit: Filed<Permit>,
  kind: Exclude<ApplicationKind, '新办'>,
  lastDay: IsoDate,
  filing: { readonly id: RowId; readonly at: Instant; readonly by: string; readonly unit: string },
): readonly Write[] {
  const { id, at, by, unit } = filing;
  return [
    {
      type: 'insert',
      ledger: permitApplications.id,
      row: id,
      values: {
        ...pickPermitParts(row.values),
        ...followUp(kind, permit, dateOf(at), lastDay),
        number: applicationNumber(id, at),
        appliedAt: at,
        unit,
        recorder: by,
        recordedAt: at,
      },
    },
  ];
}
