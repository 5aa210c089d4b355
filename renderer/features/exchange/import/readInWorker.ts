import type { ReadProblem } from '../../../../shared/exchange/read/readProblem';
import { failed, type Result } from '../../../../shared/kernel/result';
import type { FromImportWorker, ReadAnswer, ReadOrder } from './importWorker';

export const readTimeoutSeconds = 60;

export type ReadingProblem =
  | ReadProblem
  | { readonly tag: 'cancelled' }
  | { readonly tag: 'timedOut'; readonly seconds: number }
  /** The worker ended by itself: mostly for lack of memory. */
  | { readonly tag: 'workerFailed'; readonly detail: string };

/** Reads a workbook apart from the page; ended when it is cancelled or takes too long. */
export function readInWorker(
  order: ReadOrder,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Result<ReadAnswer, ReadingProblem>> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(failed({ tag: 'cancelled' }));
    const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' });
    const finish = (answer: Result<ReadAnswer, ReadingProblem>) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      worker.terminate();
      resolve(answer);
    };
    const cancel = () => finish(failed({ tag: 'cancelled' }));
    const timer = setTimeout(
      () => finish(failed({ tag: 'timedOut', seconds: readTimeoutSeconds })),
      readTimeoutSeconds * 1_000,
    );
    signal.addEventListener('abort', cancel);
    worker.onmessage = ({ data }: MessageEvent<FromImportWorker>) => {
      if (data.type === 'progress') onProgress(data.share);
      else finish(data.answer);
    };
    const broken = (detail: string) => finish(failed({ tag: 'workerFailed', detail }));
    worker.onerror = ({ message }) => broken(message);
    worker.onmessageerror = () => broken('answer cannot be read');
    worker.postMessage(order);
  });
}
