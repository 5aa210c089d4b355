import { failed } from '../../shared/kernel/result';
import type { StoreWriting } from './contract';
import { packWrites, writesIn, type WriteList } from './packWrites';
import { deflateBlock } from './worker/stored/deflate';
import { yieldTurn } from './yieldTurn';
import type { WorkerCalls } from './worker/workerCalls';

/** Lists that may be on their way at once: one side packs while the other takes them in. */
const listsAhead = 4;
/** So many lists not taken in yet, and the worker is the slower side. */
const listsBehind = 3;

export interface ListedCommits {
  readonly commit: StoreWriting['commit'];
  /** What the worker says about a commit under way: so many writes are built. */
  readonly built: (commit: number, writes: number) => void;
}

/** Large commits go over in lists, so that neither side stands still, and count twice: over, built. */
export function commitInLists(
  calls: Pick<WorkerCalls, 'stage' | 'commit' | 'cancelCommit'>,
): ListedCommits {
  const listeners = new Map<number, (writes: number) => void>();
  let nextCommit = 1;
  const commit: StoreWriting['commit'] = async (writes, source, settings = {}) => {
    const { signal, onProgress, expectSequence } = settings;
    if (signal?.aborted) return failed({ tag: 'cancelled' });
    const id = nextCommit++;
    const cancel = () => void calls.cancelCommit(id);
    const told = (over: number, built: number) =>
      onProgress?.(Math.floor((over + built) / 2), writes.length);
    signal?.addEventListener('abort', cancel);
    listeners.set(id, (built) => told(writes.length, built));
    let over = 0;
    let last: WriteList = { type: 'writes', writes: [] };
    const underWay: Promise<void>[] = [];
    let taken = 0;
    /** Whoever has the time for it deflates a block: this side, as long as the worker is behind. */
    const stage = async (list: WriteList) => {
      const isBehind = list.type === 'rows' && underWay.length - taken >= listsBehind;
      await calls.stage(id, list, isBehind ? deflateBlock(list.block) : undefined);
      taken++;
    };
    // The last list goes with the commit itself: a small one is one message.
    for (const list of packWrites(writes)) {
      if (signal?.aborted) break;
      if (over > 0) {
        underWay.push(stage(last));
        await yieldTurn();
        await underWay[underWay.length - listsAhead];
      }
      last = list;
      over += writesIn(list);
      told(over, 0);
    }
    const committed = await calls.commit(id, last, source, expectSequence);
    listeners.delete(id);
    signal?.removeEventListener('abort', cancel);
    if (committed.ok) told(writes.length, writes.length);
    return committed;
  };
  return { commit, built: (id, writes) => listeners.get(id)?.(writes) };
}
