import type { ChangeSource } from '../../../shared/journal/change';
import type { JournalFiles } from '../../../shared/desktop/contract';
import type { EventId } from '../../../shared/kernel/ids';
import type { Result } from '../../../shared/kernel/result';
import type {
  CommitProblem,
  CommitReceipt,
  StoreReading,
  StoreStatus,
  StoreWriting,
} from '../contract';
import type {
  AcceptedLoss,
  EventListing,
  NewEvent,
  OpenProblem,
  OpenProgress,
  Repair,
} from '../eventContract';
import type { WriteList } from '../packWrites';

/** What the page learns when an event is open. */
export interface OpenedReply {
  readonly listing: EventListing;
  readonly operator: string;
  readonly acceptedLosses: readonly AcceptedLoss[];
  readonly repairs: readonly Repair[];
  readonly cleanExit: boolean;
  readonly status: StoreStatus;
}

/** Reading that the worker answers one to one. */
export type WorkerReading = Pick<
  StoreReading,
  | 'openView'
  | 'viewRows'
  | 'viewTotals'
  | 'viewPositions'
  | 'count'
  | 'row'
  | 'rows'
  | 'distinct'
  | 'aggregate'
  | 'vehicles'
  | 'match'
  | 'names'
  | 'allNames'
  | 'searchAll'
  | 'history'
  | 'leftByUndo'
  | 'counts'
  | 'setting'
  | 'figures'
  | 'figureParts'
  | 'contributions'
  | 'openFigure'
  | 'figureRows'
>;

/** Every call the worker answers; the page's `EventStores` is made of them. */
export interface WorkerCalls extends WorkerReading {
  list(): Promise<Result<readonly EventListing[], OpenProblem>>;
  create(event: NewEvent): Promise<Result<OpenedReply & { recoveryCode: string }, OpenProblem>>;
  open(
    event: EventId,
    secret: string,
    operator: string,
    acceptLosses: boolean,
  ): Promise<Result<OpenedReply, OpenProblem>>;
  lock(): Promise<void>;
  changePassphrase(current: string, next: string): Promise<Result<void, OpenProblem>>;
  closeView(view: number): Promise<void>;
  closeFigure(opened: number): Promise<void>;
  /** Hands over part of a large commit; `commit` with the same number comes after the last one. */
  stage(
    commit: number,
    list: WriteList,
    deflated: Uint8Array<ArrayBuffer> | undefined,
  ): Promise<void>;
  commit(
    commit: number,
    list: WriteList,
    source: ChangeSource,
    expectSequence: number | undefined,
  ): Promise<Result<CommitReceipt, CommitProblem>>;
  /** Without effect once the commit is being written. */
  cancelCommit(commit: number): Promise<void>;
  remove(event: EventId, secret: string): Promise<Result<void, OpenProblem>>;
  undo: StoreWriting['undo'];
  saveSetting: StoreWriting['saveSetting'];
}

type CallOf<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => unknown
    ? { readonly method: Name; readonly args: Args }
    : never;
}[keyof Calls];

export type ToWorker =
  /** Another worker asks over this port what merging needs. */
  | { readonly type: 'mergeLine'; readonly port: MessagePort }
  /** The second copy can be reached over this port, past the page. */
  | { readonly type: 'journalLine'; readonly port: MessagePort }
  | { readonly type: 'call'; readonly id: number; readonly call: CallOf<WorkerCalls> }
  | { readonly type: 'journalAnswer'; readonly id: number; readonly value: unknown };

export type FromWorker =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'broken'; readonly id: number; readonly detail: string }
  | { readonly type: 'journalCall'; readonly id: number; readonly call: CallOf<JournalFiles> }
  | { readonly type: 'openProgress'; readonly progress: OpenProgress }
  | { readonly type: 'commitProgress'; readonly commit: number; readonly done: number }
  | { readonly type: 'repaired'; readonly repairs: readonly Repair[] }
  | {
      readonly type: 'changed';
      readonly ledgers: readonly string[];
      readonly status: StoreStatus;
    };
