import type { RowId } from '../../kernel/ids';
import { dateOf, type Instant, type IsoDate } from '../../kernel/time';
import type { ApplicationPaper } from '../../policy/passageRule';
import type { PassContent } from '../passContent';
import type { PermitStatus } from '../situation';

export type ApplicationState = '待核验' | '待审批' | '待发证' | '已发证' | '已退回';
export type ApplicationKind = '新办' | '变更' | '延期' | '补办';

/** What application and pass say alike; the ledgers' records fit as they are. */
export interface PermitParts {
  readonly transport: PassContent['transport'];
  readonly enterprise: string;
  readonly plate: string;
  readonly driverName: string;
  readonly driverDocumentNumber: string;
  readonly origin: string;
  readonly destination: string;
  readonly goods: string;
  readonly checkpoints?: readonly string[] | undefined;
  readonly expectedHours?: number | undefined;
  readonly validFrom: IsoDate;
  /** The last day. */
  readonly validUntil: IsoDate;
}

export interface Application extends PermitParts {
  readonly number?: string | undefined;
  /** Blank, as an enterprise's workbook leaves it: 新办. */
  readonly kind?: ApplicationKind | undefined;
  /** Blank: 待核验. */
  readonly state?: ApplicationState | undefined;
  readonly attached?: readonly ApplicationPaper[] | undefined;
  /** The pass that the new one takes the place of. */
  readonly replaces?: string | undefined;
  readonly checkedBy?: string | undefined;
  readonly approver?: string | undefined;
}

export interface Permit extends PermitParts {
  readonly number: string;
  readonly status: PermitStatus;
  readonly issuedAt: Instant;
}

/** A record with its id. */
export interface Filed<T> {
  readonly id: RowId;
  readonly values: T;
}

export function stateOf({ state }: Pick<Application, 'state'>): ApplicationState {
  return state ?? '待核验';
}

/** True while somebody has still to do something with it. */
export function isOpen(application: Pick<Application, 'state'>): boolean {
  const state = stateOf(application);
  return state !== '已发证' && state !== '已退回';
}

/** True for a pass that would be accepted on some day from `day` on. */
export function stillHolds(permit: Pick<Permit, 'status' | 'validUntil'>, day: IsoDate): boolean {
  return permit.status === '有效' && permit.validUntil >= day;
}

/**
 * `SQ220327-7K4Q`: the day and the end of the record's own id, so that devices without a network
 * need not agree on numbers.
 */
export function applicationNumber(id: RowId, at: Instant): string {
  return `SQ${dateOf(at).slice(2).replaceAll('-', '')}-${id.slice(-4)}`;
}
