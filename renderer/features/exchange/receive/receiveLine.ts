import type { RowId } from '../../../../shared/kernel/ids';
import type { EditNotice } from '../../../../shared/exchange/parcel/humanEdits';
import type { CellFinding } from '../../../../shared/exchange/plan/plan';

/** In the order of the page: what a person has to decide stands first. */
export const lineKinds = [
  'conflict',
  'deletionConflict',
  'twins',
  'clear',
  'deletion',
  'twin',
  'rejected',
  'removed',
  'changed',
  'set',
  'new',
  'added',
  'restored',
  'waiting',
  'notice',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** Between two sides; of something that is ticked, `theirs` is yes. */
export type Choice = 'theirs' | 'ours';

export interface LineFilter {
  readonly ledger?: string;
  readonly kind?: LineKind;
  readonly field?: string;
}

/** Lines decided at once: conflicts of one column or all, or the pairs. */
export interface ManyLines extends Pick<LineFilter, 'ledger' | 'field'> {
  readonly pairs?: boolean;
}

/** What a line shows; values are words already, null where blank. */
export interface ShownLine {
  readonly record: string;
  readonly address?: string;
  readonly before?: string | null;
  readonly theirs?: string | null;
  readonly ours?: string | null;
  /** Who made theirs. */
  readonly who?: string;
  readonly why?: Pick<CellFinding, 'rule' | 'facts'>;
  readonly notice?: EditNotice['type'];
  readonly rowNumber?: number;
}

export interface LineHead {
  /** Stays the same when the plan is made again. */
  readonly key: string;
  readonly kind: LineKind;
  readonly ledger: string;
  /** The record it is about, where the ledger has it already. */
  readonly row?: RowId;
  readonly field?: string;
  readonly choice: 'none' | 'sides' | 'tick';
  /** What happens where nothing is chosen; absent: it has to be decided. */
  readonly preset?: Choice;
}

export type ReceiveLine = LineHead & ShownLine;

/** Pairs that may be one: decided by themselves, never along with the conflicts. */
export const isPair = ({ kind }: Pick<LineHead, 'kind'>) => kind === 'twins' || kind === 'twin';

/** True where nothing happens before a person has chosen. */
export const isUndecided = ({ choice, preset }: Pick<LineHead, 'choice' | 'preset'>) =>
  choice === 'sides' && preset === undefined;
