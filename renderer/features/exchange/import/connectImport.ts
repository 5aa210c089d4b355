import type { ReadProblem } from '../../../../shared/exchange/read/readProblem';
import { failed, type Result } from '../../../../shared/kernel/result';
import type {
  FromImportWorker,
  ImportCalls,
  ImportProgress,
  ReadAnswer,
  ReadOrder,
  ToImportWorker,
  WorkerFailed,
} from './importCalls';

const readTimeoutSeconds = 60;

export type ReadingProblem =
  | ReadProblem
  | { readonly tag: 'cancelled' }
  | { readonly tag: 'timedOut'; readonly seconds: number }
  | WorkerFailed;

/** The worker of one file; a stranger's file may take for ever, a worker can be ended. */
export interface ImportConnection extends Omit<ImportCalls, 'read'> {
  /** Ended when it is cancelled or takes too long. */
  read(order: ReadOrder, signal: AbortSignal): Promise<Result<ReadAnswer, ReadingProblem>>;
  onProgress: ((progress: ImportProgress) => void) | undefined;
  end(): void;
}

export function connectImport(line: MessagePort): ImportConnection {
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (value: never) => void>();
  let next = 1;
  worker.postMessage({ type: 'line', port: line } satisfies ToImportWorker, [line]);
  const call =
    (method: keyof ImportCalls) =>
    (...args: unknown[]) =>
      new Promise((resolve) => {
        const id = next++;
        waiting.set(id, resolve);
        worker.postMessage({ type: 'call', id, call: { method, args } } as ToImportWorker); // typed by ImportCalls at the call
      });
  const names = [
    'read',
    'plan',
    'rows',
    'problems',
    'write',
    'cancel',
  ] as const satisfies readonly (keyof ImportCalls)[];
  const calls = Object.fromEntries(
    names.map((name) => [name, call(name)]),
  ) as unknown as ImportCalls; // each is its own name over the port
  const broken = (detail: string) => {
    for (const resolve of waiting.values())
      resolve(failed<WorkerFailed>({ tag: 'workerFailed', detail }) as never); // as above
    waiting.clear();
  };
  const connection: ImportConnection = {
    ...calls,
    onProgress: undefined,
    end: () => worker.terminate(),
    read: (order, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve(failed({ tag: 'cancelled' }));
        const finish = (answer: Result<ReadAnswer, ReadingProblem>) => {
          clearTimeout(timer);
          signal.removeEventListener('abort', cancel);
          if (!answer.ok) worker.terminate();
          resolve(answer);
        };
        const cancel = () => finish(failed({ tag: 'cancelled' }));
        const timer = setTimeout(
          () => finish(failed({ tag: 'timedOut', seconds: readTimeoutSeconds })),
          readTimeoutSeconds * 1_000,
        );
        signal.addEventListener('abort', cancel);
        void calls.read(order).then(finish);
      }),
  };
  worker.onmessage = ({ data }: MessageEvent<FromImportWorker>) => {
    if (data.type === 'progress') {
      connection.onProgress?.(data.progress);
      return;
    }
    waiting.get(data.id)?.(data.value as never); // typed by ImportCalls at the call
    waiting.delete(data.id);
  };
  worker.onerror = ({ message }) => broken(message);
  worker.onmessageerror = () => broken('answer cannot be read');
  return connection;
}
