import type { Desktop } from '../../shared/desktop/contract';
import { failed, ok } from '../../shared/kernel/result';
import type {
  EventListing,
  EventStores,
  OpenProgress,
  Repair,
  Store,
  StoreStatus,
  StoreWriting,
} from './contract';
import { callsOfOpen } from './callsOfOpen';
import { connectWorker } from './connectWorker';
import { packWrites, writesIn, type WriteList } from './packWrites';
import { yieldTurn } from './yieldTurn';
import type { OpenedReply, ToWorker } from './worker/workerCalls';

/** Lists that may be on their way at once: the page packs while the worker takes them in. */
const listsAhead = 4;

interface Surroundings {
  readonly desktop: Desktop;
  /** Runs `serveStore`; owns the databases and keys from then on. */
  readonly worker: Worker;
  /** The worker's own way to the journal files, past the page; not every shell has one. */
  readonly journalLine?: MessagePort | undefined;
}

/** The events of this device, as the worker that owns them answers. */
export function createEventStores({ desktop, worker, journalLine }: Surroundings): EventStores {
  let onProgress: ((progress: OpenProgress) => void) | undefined;
  const changeListeners = new Set<(ledgers: readonly string[], sequence: number) => void>();
  const statusListeners = new Set<(status: StoreStatus) => void>();
  const repairListeners = new Set<(repairs: readonly Repair[]) => void>();
  const commitListeners = new Map<number, (built: number) => void>();
  let nextCommit = 1;
  let status: StoreStatus | undefined;
  /** As it was given out by the opening that still holds. */
  let open: EventListing | undefined;
  const { calls } = connectWorker(worker, desktop.journal, {
    openProgress: (progress) => onProgress?.(progress),
    changed: (ledgers, next) => {
      status = next;
      // The answer to the commit is right behind this message: whoever waits for it comes first.
      setTimeout(() => {
        for (const listener of statusListeners) listener(next);
        if (ledgers.length > 0)
          for (const listener of changeListeners) listener(ledgers, next.sequence);
      });
    },
    commitProgress: (commit, built) => commitListeners.get(commit)?.(built),
    repaired: (repairs) => {
      for (const listener of repairListeners) listener(repairs);
    },
  });
  if (journalLine)
    worker.postMessage({ type: 'journalLine', port: journalLine } satisfies ToWorker, [
      journalLine,
    ]);
  desktop.window.onClosing(() => calls.lock());

  /** Large commits go over in lists, so that neither side stands still, and count twice: over, built. */
  const commit: StoreWriting['commit'] = async (writes, source, settings = {}) => {
    const { signal, onProgress, expectSequence } = settings;
    if (signal?.aborted) return failed({ tag: 'cancelled' });
    const id = nextCommit++;
    const cancel = () => void calls.cancelCommit(id);
    const told = (over: number, built: number) =>
      onProgress?.(Math.floor((over + built) / 2), writes.length);
    signal?.addEventListener('abort', cancel);
    commitListeners.set(id, (built) => told(writes.length, built));
    let over = 0;
    let last: WriteList = { type: 'writes', writes: [] };
    const underWay: Promise<void>[] = [];
    // The last list goes with the commit itself: a small one is one message.
    for (const list of packWrites(writes)) {
      if (signal?.aborted) break;
      if (over > 0) {
        underWay.push(calls.stage(id, last));
        await yieldTurn();
        await underWay[underWay.length - listsAhead];
      }
      last = list;
      over += writesIn(list);
      told(over, 0);
    }
    const committed = await calls.commit(id, last, source, expectSequence);
    commitListeners.delete(id);
    signal?.removeEventListener('abort', cancel);
    if (committed.ok) told(writes.length, writes.length);
    return committed;
  };

  function storeOf(reply: OpenedReply): Store {
    status = reply.status;
    const closed = reply.status;
    open = reply.listing;
    const isOpen = () => open === reply.listing;
    const own = callsOfOpen(calls, isOpen);
    return {
      event: reply.listing,
      operator: reply.operator,
      acceptedLosses: reply.acceptedLosses,
      ...own,
      closeView: (view) => {
        void own.closeView(view);
      },
      closeFigure: (opened) => {
        void own.closeFigure(opened);
      },
      status: () => status ?? closed,
      onStatus: (listener) => {
        statusListeners.add(listener);
        return () => statusListeners.delete(listener);
      },
      onChange: (listener) => {
        changeListeners.add(listener);
        return () => changeListeners.delete(listener);
      },
      openMergeLine: () => {
        const { port1, port2 } = new MessageChannel();
        worker.postMessage({ type: 'mergeLine', port: port1 } satisfies ToWorker, [port1]);
        return port2;
      },
      onRepaired: (listener) => {
        repairListeners.add(listener);
        return () => repairListeners.delete(listener);
      },
      lock: async () => {
        changeListeners.clear();
        statusListeners.clear();
        repairListeners.clear();
        if (!isOpen()) return;
        open = undefined;
        await calls.lock();
      },
      commit: (...args) =>
        isOpen() ? commit(...args) : Promise.resolve(failed({ tag: 'locked' })),
    };
  }

  return {
    list: () => calls.list(),
    remove: async (event, secret) => {
      const removed = await calls.remove(event, secret);
      // Where anything else kept it, it was closed by then all the same.
      const isWrong = !removed.ok && removed.problem.tag === 'wrongPassphrase';
      if (open?.id === event && !isWrong) open = undefined;
      return removed;
    },
    create: async (event) => {
      const made = await calls.create(event);
      if (!made.ok) return made;
      const { recoveryCode, listing, repairs, cleanExit } = made.value;
      return ok({ recoveryCode, listing, repairs, cleanExit, store: storeOf(made.value) });
    },
    open: async (event, secret, operator, settings = {}) => {
      onProgress = settings.onProgress;
      const opened = await calls.open(event, secret, operator, settings.acceptLosses ?? false);
      onProgress = undefined;
      if (!opened.ok) return opened;
      const { listing, repairs, cleanExit } = opened.value;
      return ok({ listing, repairs, cleanExit, store: storeOf(opened.value) });
    },
  };
}
