import { failed, type Result } from '../../../../shared/kernel/result';
import type { CorrectionOrder, CorrectionProblem, OpenedCorrection } from './correctionWorker';

export type OpeningProblem = CorrectionProblem | { readonly tag: 'workerFailed' };

/** Opens a workbook in a worker of its own, which is ended afterwards. */
export function openCorrection(
  order: CorrectionOrder,
): Promise<Result<OpenedCorrection, OpeningProblem>> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./correctionWorker.ts', import.meta.url), {
      type: 'module',
    });
    const finish = (answer: Result<OpenedCorrection, OpeningProblem>) => {
      worker.terminate();
      resolve(answer);
    };
    worker.onmessage = ({ data }: MessageEvent<Result<OpenedCorrection, CorrectionProblem>>) => {
      finish(data);
    };
    worker.onerror = () => finish(failed({ tag: 'workerFailed' }));
    worker.postMessage(order);
  });
}
