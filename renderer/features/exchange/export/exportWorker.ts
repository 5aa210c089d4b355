import { failed } from '../../../../shared/kernel/result';
import { connectMergeLine } from '../../../store/connectMergeLine';
import { yieldTurn } from '../../../store/yieldTurn';
import type { FromExportWorker, ToExportWorker } from './exportCalls';
import { writeExport } from './writeExport';

/** The worker's own scope; the pages' library calls it a window. */
const scope = self as unknown as {
  postMessage(message: FromExportWorker, transfer?: readonly Transferable[]): void;
  onmessage: ((message: MessageEvent<ToExportWorker>) => void) | null;
  close(): void;
};

const stopping = new AbortController();

async function start({ port, order }: Extract<ToExportWorker, { type: 'start' }>): Promise<void> {
  // Locking lets go of every row that is on its way.
  const line = connectMergeLine(port, () => scope.close());
  const result = await writeExport(order, {
    line,
    onProgress: (done, total) => scope.postMessage({ type: 'progress', done, total }),
    signal: stopping.signal,
    pause: yieldTurn,
  });
  scope.postMessage(
    { type: 'ended', result },
    result.ok ? [result.value.bytes.buffer as ArrayBuffer] : [], // made here, shared with nobody
  );
}

scope.onmessage = ({ data }) => {
  if (data.type === 'cancel') {
    stopping.abort();
    return;
  }
  start(data).catch((problem: unknown) => {
    const detail = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    scope.postMessage({ type: 'ended', result: failed({ tag: 'workerFailed', detail }) });
  });
};
