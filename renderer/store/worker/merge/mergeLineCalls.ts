import type { Result } from '../../../../shared/kernel/result';
import type { MergeCommit } from '../../../../shared/merge/mergeStore';
import type { CommitProblem, CommitReceipt, StoreReading } from '../../contract';
import type { WorkerCalls } from '../workerCalls';
import type { MergeQueries, MergeStanding } from './mergeReading';

/** What a worker that reads, sends or receives workbooks asks of the store, past the page. */
export interface MergeLineCalls
  extends
    Omit<MergeQueries, 'standing'>,
    Pick<StoreReading, 'rows' | 'allNames' | 'openView' | 'viewRows'>,
    Pick<WorkerCalls, 'stage' | 'commit' | 'cancelCommit'> {
  /** `StoreReading.match`; merging has a `match` of its own. */
  matchKeys: StoreReading['match'];
  /** Takes a while the first time: the whole journal is looked at. */
  standing(): Promise<MergeStanding>;
  closeView(view: number): Promise<void>;
  commitMerge(merge: MergeCommit): Promise<Result<CommitReceipt, CommitProblem>>;
}

type CallOf<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => unknown
    ? { readonly method: Name; readonly args: Args }
    : never;
}[keyof Calls];

export interface ToMergeLine {
  readonly id: number;
  readonly call: CallOf<MergeLineCalls>;
}

export type FromMergeLine =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'broken'; readonly id: number; readonly detail: string }
  | { readonly type: 'standing'; readonly done: number; readonly total: number }
  | { readonly type: 'commitProgress'; readonly commit: number; readonly done: number }
  /** The event was locked: whatever the other end holds of it has to go. */
  | { readonly type: 'locked' };
