import type { Desktop } from '../../shared/desktop/contract';
import { failed, ok } from '../../shared/kernel/result';
import type { EventStores, OpenProgress, Store, StoreStatus } from './contract';
import { connectWorker } from './connectWorker';
import type { OpenedReply } from './worker/workerCalls';

interface Surroundings {
  readonly desktop: Desktop;
  /** Runs `serveStore`; owns the databases and keys from then on. */
  readonly worker: Worker;
}

/** The events of this device, as the worker that owns them answers. */
export function createEventStores({ desktop, worker }: Surroundings): EventStores {
  let onProgress: ((progress: OpenProgress) => void) | undefined;
  const changeListeners = new Set<(ledgers: readonly string[], sequence: number) => void>();
  const statusListeners = new Set<(status: StoreStatus) => void>();
  let status: StoreStatus | undefined;
  const { calls } = connectWorker(worker, desktop.journal, {
    openProgress: (progress) => onProgress?.(progress),
    changed: (ledgers, next) => {
      status = next;
      for (const listener of statusListeners) listener(next);
      for (const listener of changeListeners) listener(ledgers, next.sequence);
    },
  });
  desktop.window.onClosing(() => calls.lock());

  function storeOf(reply: OpenedReply): Store {
    status = reply.status;
    const closed = reply.status;
    return {
      event: reply.listing,
      operator: reply.operator,
      ...calls,
      closeView: (view) => {
        void calls.closeView(view);
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
      lock: async () => {
        changeListeners.clear();
        statusListeners.clear();
        await calls.lock();
      },
      commit: async (writes, source, settings = {}) => {
        if (settings.signal?.aborted) return failed({ tag: 'cancelled' });
        settings.onProgress?.(0, writes.length);
        const committed = await calls.commit(writes, source, settings.expectSequence);
        settings.onProgress?.(writes.length, writes.length);
        return committed;
      },
    };
  }

  return {
    list: () => calls.list(),
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
