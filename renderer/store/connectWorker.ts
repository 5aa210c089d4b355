import type { JournalFiles } from '../../shared/desktop/contract';
import type { StoreStatus } from './contract';
import type { OpenProgress, Repair } from './eventContract';
import type { FromWorker, ToWorker, WorkerCalls } from './worker/workerCalls';

interface Listeners {
  openProgress(progress: OpenProgress): void;
  changed(ledgers: readonly string[], status: StoreStatus): void;
  commitProgress(commit: number, done: number): void;
  repaired(repairs: readonly Repair[]): void;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (problem: Error) => void;
}

/** The calls of the store's worker; the shell's journal files answer what it asks. */
export function connectWorker(
  worker: Worker,
  journal: JournalFiles,
  listeners: Listeners,
): { readonly calls: WorkerCalls } {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  const send = (message: ToWorker) => {
    worker.postMessage(message);
  };

  async function askJournal(message: Extract<FromWorker, { type: 'journalCall' }>) {
    const call = journal[message.call.method] as (...args: unknown[]) => Promise<unknown>; // same contract on both ends
    send({ type: 'journalAnswer', id: message.id, value: await call(...message.call.args) });
  }

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    switch (data.type) {
      case 'answer':
        waiting.get(data.id)?.resolve(data.value as never); // typed by WorkerCalls at the call
        waiting.delete(data.id);
        break;
      case 'broken':
        waiting.get(data.id)?.reject(new Error(data.detail));
        waiting.delete(data.id);
        break;
      case 'journalCall':
        void askJournal(data);
        break;
      case 'openProgress':
        listeners.openProgress(data.progress);
        break;
      case 'changed':
        listeners.changed(data.ledgers, data.status);
        break;
      case 'commitProgress':
        listeners.commitProgress(data.commit, data.done);
        break;
      case 'repaired':
        listeners.repaired(data.repairs);
        break;
    }
  };
  worker.onerror = (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  };

  const call =
    (method: keyof WorkerCalls) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        send({ type: 'call', id, call: { method, args } as never }); // typed by WorkerCalls at the call
      });
  const methods = [
    'list',
    'create',
    'open',
    'lock',
    'changePassphrase',
    'remove',
    'stage',
    'commit',
    'cancelCommit',
    'undo',
    'leftByUndo',
    'saveSetting',
    'openView',
    'viewRows',
    'closeView',
    'viewTotals',
    'viewPositions',
    'count',
    'row',
    'rows',
    'distinct',
    'aggregate',
    'vehicles',
    'match',
    'names',
    'allNames',
    'searchAll',
    'history',
    'counts',
    'setting',
    'figures',
    'figureParts',
    'contributions',
    'openFigure',
    'figureRows',
    'closeFigure',
  ] as const satisfies readonly (keyof WorkerCalls)[];
  const calls = Object.fromEntries(methods.map((method) => [method, call(method)]));
  return { calls: calls as unknown as WorkerCalls }; // each method is its own name over the port
}
