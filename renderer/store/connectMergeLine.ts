import type { MergeCommit, MergeReading } from '../../shared/merge/mergeStore';
import type { Result } from '../../shared/kernel/result';
import { commitInLists } from './commitInLists';
import type { CommitProblem, CommitReceipt, StoreWriting } from './contract';
import type { FromMergeLine, MergeLineCalls, ToMergeLine } from './worker/merge/mergeLineCalls';

/** The store as a worker sees it that reads, sends or receives workbooks. */
export interface MergeLine extends Pick<
  MergeLineCalls,
  'rows' | 'allNames' | 'openView' | 'viewRows' | 'closeView' | 'matchKeys'
> {
  /** `Store.commit`, from where the writes were made. */
  readonly write: StoreWriting['commit'];
  /** The store as it stands now; a plan made on it is refused once the store has moved on. */
  read(onProgress?: (done: number, total: number) => void): Promise<MergeReading>;
  commit(merge: MergeCommit): Promise<Result<CommitReceipt, CommitProblem>>;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (problem: Error) => void;
}

/** `port` comes from `Store.openMergeLine`. Calls reject once the event is locked. */
export function connectMergeLine(port: MessagePort, onLocked?: () => void): MergeLine {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let onStanding: ((done: number, total: number) => void) | undefined;
  port.onmessage = ({ data }: MessageEvent<FromMergeLine>) => {
    if (data.type === 'standing') {
      onStanding?.(data.done, data.total);
      return;
    }
    if (data.type === 'commitProgress') {
      built(data.commit, data.done);
      return;
    }
    if (data.type === 'locked') {
      onLocked?.();
      return;
    }
    if (data.type === 'answer')
      waiting.get(data.id)?.resolve(data.value as never); // typed by MergeLineCalls at the call
    else waiting.get(data.id)?.reject(new Error(data.detail));
    waiting.delete(data.id);
  };
  const call =
    (method: keyof MergeLineCalls) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        port.postMessage({ id, call: { method, args } } as ToMergeLine); // as above
      });
  const names = [
    'standing',
    'held',
    'rowChanges',
    'match',
    'entries',
    'has',
    'rows',
    'allNames',
    'openView',
    'viewRows',
    'closeView',
    'matchKeys',
    'stage',
    'commit',
    'cancelCommit',
    'commitMerge',
  ] as const satisfies readonly (keyof MergeLineCalls)[];
  const calls = Object.fromEntries(
    names.map((name) => [name, call(name)]),
  ) as unknown as MergeLineCalls; // each is its own name over the port
  const { rows, allNames, openView, viewRows, closeView, matchKeys, ...others } = calls;
  const { stage, commit, cancelCommit, standing, commitMerge, ...reading } = others;
  const { commit: write, built } = commitInLists({ stage, commit, cancelCommit });
  return {
    rows,
    allNames,
    openView,
    viewRows,
    closeView,
    matchKeys,
    write,
    commit: commitMerge,
    read: async (onProgress) => {
      onStanding = onProgress;
      const now = await standing();
      onStanding = undefined;
      return { ...reading, ...now };
    },
  };
}
