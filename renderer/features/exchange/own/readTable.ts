import { failed, type Result } from '../../../../shared/kernel/result';
import type { ReadingProblem } from '../import/connectImport';
import type { FoundTable, TableOrder } from './tableWorker';

const limitSeconds = 60;

/** Reads a workbook apart from the page and tells what its table would be as a ledger. */
export function readTable(order: TableOrder): Promise<Result<FoundTable, ReadingProblem>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./tableWorker.ts', import.meta.url), { type: 'module' });
    const finish = (answer: Result<FoundTable, ReadingProblem>) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(
      () => finish(failed({ tag: 'timedOut', seconds: limitSeconds })),
      limitSeconds * 1_000,
    );
    worker.onmessage = ({ data }: MessageEvent<Result<FoundTable, ReadingProblem>>) => finish(data);
    worker.onerror = ({ message }) => finish(failed({ tag: 'workerFailed', detail: message }));
    worker.postMessage(order);
  });
}
