import type { Store } from '../../../store/contract';
import type { ParcelProgress } from '../parcel/parcelCalls';
import { connectParcels, type Parcels } from '../parcel/connectParcels';
import type { ReceivedFile } from './useReceive';

export interface ReceivedState {
  readonly files: readonly ReceivedFile[];
  readonly active: number | undefined;
  readonly progress: ParcelProgress | undefined;
}

/** What has come in, with what was decided of it. Lives beside the pages: a look elsewhere loses nothing. */
export interface ReceivedFiles {
  readonly state: () => ReceivedState;
  subscribe(listener: () => void): () => void;
  change(part: (now: ReceivedState) => Partial<ReceivedState>): void;
  /** The worker that holds the workbooks; started when it is first asked for, ended by locking. */
  parcels(): Parcels;
  nextId(): number;
}

function createReceivedFiles(store: Store): ReceivedFiles {
  let current: ReceivedState = { files: [], active: undefined, progress: undefined };
  let worker: Parcels | undefined;
  let lastId = 0;
  const listeners = new Set<() => void>();
  const change: ReceivedFiles['change'] = (part) => {
    current = { ...current, ...part(current) };
    for (const listener of listeners) listener();
  };
  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    parcels() {
      if (worker) return worker;
      worker = connectParcels(store.openMergeLine());
      worker.onProgress = (progress) => change(() => ({ progress }));
      return worker;
    },
    nextId: () => ++lastId,
  };
}

const byStore = new WeakMap<Store, ReceivedFiles>();

/** One for each unlocking: locking lets go of the store, and with it of every file. */
export function receivedFiles(store: Store): ReceivedFiles {
  const known = byStore.get(store) ?? createReceivedFiles(store);
  byStore.set(store, known);
  return known;
}
