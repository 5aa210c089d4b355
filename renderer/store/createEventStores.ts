import type { Desktop } from '../../shared/desktop/contract';
import { failed, ok } from '../../shared/kernel/result';
import type { EventStores, Store, StoreStatus } from './contract';
import type { EventListing, OpenProgress, Repair } from './eventContract';
import { callsOfOpen } from './callsOfOpen';
import { commitInLists } from './commitInLists';
import { connectWorker } from './connectWorker';
import type { OpenedReply, ToWorker } from './worker/workerCalls';

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
  let status: StoreStatus | undefined;
  /** As it was given out by the opening that still holds. */
  let open: EventListing | undefined;
  let removing: Promise<unknown> = Promise.resolve();
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
    commitProgress: (commit, writes) => built(commit, writes),
    repaired: (repairs) => {
      for (const listener of repairListeners) listener(repairs);
    },
  });
  const { commit, built } = commitInLists(calls);
  if (journalLine)
    worker.postMessage({ type: 'journalLine', port: journalLine } satisfies ToWorker, [
      journalLine,
    ]);
  desktop.window.onClosing(() => calls.lock());

  function storeOf(reply: OpenedReply): Store {
    status = reply.status;
    const closed = reply.status;
    open = reply.listing;
    const isOpen = () => open === reply.listing;
    const own = callsOfOpen(calls, isOpen, () => removing);
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
    remove: (event, secret) => {
      const remove = async () => {
        const removed = await calls.remove(event, secret);
        // Where anything else kept it, it was closed by then all the same.
        const isWrong = !removed.ok && removed.problem.tag === 'wrongPassphrase';
        if (open?.id === event && !isWrong) open = undefined;
        return removed;
      };
      const removal = remove();
      removing = removal.catch(() => undefined);
      return removal;
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
