import { failed, type Result } from '../../../../shared/kernel/result';
import type {
  ExportOrder,
  ExportProblem,
  FromExportWorker,
  ToExportWorker,
  WrittenExport,
} from './exportCalls';

export interface RunningExport {
  readonly ended: Promise<Result<WrittenExport, ExportProblem>>;
  /** It ends as `cancelled` with the batch that is being written. */
  cancel(): void;
}

/** Writes in a worker of its own, so that the page goes on; `line` comes from `Store.openMergeLine`. */
export function connectExport(
  line: MessagePort,
  order: ExportOrder,
  onProgress: (done: number, total: number) => void,
): RunningExport {
  const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module' });
  const send = (message: ToExportWorker, transfer: readonly Transferable[] = []) =>
    worker.postMessage(message, [...transfer]);
  const ended = new Promise<Result<WrittenExport, ExportProblem>>((resolve) => {
    const end = (result: Result<WrittenExport, ExportProblem>) => {
      worker.terminate();
      resolve(result);
    };
    worker.onmessage = ({ data }: MessageEvent<FromExportWorker>) => {
      if (data.type === 'progress') onProgress(data.done, data.total);
      else end(data.result);
    };
    worker.onerror = ({ message }) => end(failed({ tag: 'workerFailed', detail: message }));
    worker.onmessageerror = () =>
      end(failed({ tag: 'workerFailed', detail: 'answer cannot be read' }));
  });
  send({ type: 'start', port: line, order }, [line]);
  return { ended, cancel: () => send({ type: 'cancel' }) };
}
