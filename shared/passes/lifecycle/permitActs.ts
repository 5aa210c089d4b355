import type { RowId } from '../../kernel/ids';
import { failed, ok, type Result } from '../../kernel/result';
import { dateOf, type Instant, type IsoDate } from '../../kernel/time';
import { checkpointMark } from '../checkpointMark';
import type { PassContent } from '../passContent';
import {
  stateOf,
  stillHolds,
  type Application,
  type ApplicationKind,
  type ApplicationState,
  type Filed,
  type Permit,
  type PermitParts,
} from './application';

export type PermitChange = Readonly<Record<string, string | number | null>>;

export type PermitProblem =
  | { readonly tag: 'notNow'; readonly state: ApplicationState | Permit['status'] }
  | { readonly tag: 'noReason' }
  /** Two persons must stand for a pass; one or both are missing, or they are the same. */
  | { readonly tag: 'twoPersons' };

/** The code of a pass carries eight checkpoints at most. */
const mostMarks = 8;

/** What the code on the paper says of a pass. */
export function contentOf(
  permit: PermitParts & { readonly number: string; readonly issuedAt: Instant },
): PassContent {
  const { checkpoints = [], driverDocumentNumber } = permit;
  const tail = driverDocumentNumber.replace(/[^0-9A-Z]/g, '').slice(-4);
  return {
    number: permit.number,
    transport: permit.transport,
    plate: permit.plate,
    driverTail: tail.padStart(4, '0'),
    validFrom: permit.validFrom,
    validUntil: permit.validUntil,
    issuedAt: permit.issuedAt,
    origin: permit.origin,
    destination: permit.destination,
    goods: permit.goods,
    checkpointMarks: checkpoints.slice(0, mostMarks).map(checkpointMark),
    ...(permit.expectedHours === undefined ? {} : { expectedHours: permit.expectedHours }),
  };
}

export interface Issue {
  /** Goes into the new permit beside the parts of the application. */
  readonly permit: {
    readonly number: string;
    readonly issuedAt: Instant;
    readonly approver: string;
    readonly status: '有效';
    readonly application: string;
    readonly replaces?: string;
  };
  readonly application: PermitChange;
  /** Passes of the same vehicle that end with this one. */
  readonly voided: readonly { readonly id: RowId; readonly change: PermitChange }[];
}

/**
 * Makes the pass of an approved application. One vehicle, one pass: whatever else still holds for the
 * plate is voided in the same act, for `reason` (stored as the clerk will read it).
 */
export function issuePermit(
  application: Filed<Application>,
  number: string,
  permit: string,
  permits: readonly Filed<Permit>[],
  reason: string,
  at: Instant,
): Result<Issue, PermitProblem> {
  const { values } = application;
  const state = stateOf(values);
  if (state !== '待发证') return failed({ tag: 'notNow', state });
  const { approver = '', checkedBy = '', plate } = values;
  if (approver === '' || checkedBy === '' || approver === checkedBy) {
    return failed({ tag: 'twoPersons' });
  }
  const replaced = permits.filter(
    (other) => other.values.plate === plate && stillHolds(other.values, dateOf(at)),
  );
  const replaces = values.replaces ?? replaced[0]?.id;
  return ok({
    permit: {
      number,
      issuedAt: at,
      approver,
      status: '有效',
      application: application.id,
      ...(replaces === undefined ? {} : { replaces }),
    },
    application: { state: '已发证', permit },
    voided: replaced.map(({ id }) => ({ id, change: voiding(reason, at) })),
  });
}

function voiding(reason: string, at: Instant): PermitChange {
  return { status: '注销', voidedAt: at, revokedReason: reason };
}

/** Ends a pass before its time. It never holds again; a vehicle gets a new one. */
export function voidPermit(
  permit: Permit,
  reason: string,
  at: Instant,
): Result<PermitChange, PermitProblem> {
  if (permit.status !== '有效') return failed({ tag: 'notNow', state: permit.status });
  const why = reason.trim();
  return why === '' ? failed({ tag: 'noReason' }) : ok(voiding(why, at));
}

/** The paper is lost: the pass ends, and whoever shows it is asked where it comes from. */
export function losePermit(permit: Permit, at: Instant): Result<PermitChange, PermitProblem> {
  return permit.status === '有效'
    ? ok({ status: '遗失', voidedAt: at })
    : failed({ tag: 'notNow', state: permit.status });
}

/** Passes whose last day is over and that still say 有效. */
export function expiredPermits(
  permits: readonly Filed<Permit>[],
  today: IsoDate,
): readonly Filed<Permit>[] {
  return permits.filter(({ values }) => values.status === '有效' && values.validUntil < today);
}

/** The fields of an application that follows a pass, beside the parts that it has from it. */
export interface FollowUp {
  readonly kind: ApplicationKind;
  readonly replaces: string;
  readonly state: ApplicationState;
  readonly validFrom: IsoDate;
  readonly validUntil: IsoDate;
}

/**
 * | kind | days                                   | open to change                     |
 * | 变更 | from today to the old last day         | vehicle, driver, route, goods      |
 * | 延期 | from today to the new last day         | the last day                       |
 * | 补办 | from today to the old last day         | nothing                            |
 * A pass that begins later begins when it did.
 */
export function followUp(
  kind: Exclude<ApplicationKind, '新办'>,
  { id, values }: Filed<Permit>,
  today: IsoDate,
  newLastDay: IsoDate,
): FollowUp {
  return {
    kind,
    replaces: id,
    state: '待核验',
    validFrom: values.validFrom > today ? values.validFrom : today,
    validUntil: kind === '延期' ? newLastDay : values.validUntil,
  };
}
