import { toInstant } from '../../../../shared/kernel/time';
import { connectMergeLine } from '../../../store/connectMergeLine';
import { yieldTurn } from '../../../store/yieldTurn';
import type { FromImportWorker, ImportCalls, ImportProgress, ToImportWorker } from './importCalls';
import { createImportTable } from './importTable';

/** The worker's own scope; the pages' library calls it a window. */
const scope = self as unknown as {
  postMessage(message: FromImportWorker): void;
  onmessage: ((message: MessageEvent<ToImportWorker>) => void) | null;
  close(): void;
};

const betweenMs = 100;
let toldAt = -Infinity;

/** Each is drawn by the page: ten a second are as good as all. */
function tell(progress: ImportProgress): void {
  const now = Date.now();
  if (now - toldAt < betweenMs) return;
  toldAt = now;
  scope.postMessage({ type: 'progress', progress });
}

let calls: ImportCalls | undefined;

async function answer({ id, call }: Extract<ToImportWorker, { type: 'call' }>): Promise<void> {
  if (!calls) throw new Error('no line to the store');
  const method = calls[call.method] as (...args: readonly unknown[]) => Promise<unknown>; // typed on both ends by ImportCalls
  scope.postMessage({ type: 'answer', id, value: await method(...call.args) });
}

scope.onmessage = ({ data }) => {
  if (data.type === 'line') {
    // Locking lets go of every file that was read.
    const line = connectMergeLine(data.port, () => scope.close());
    calls = createImportTable({
      line,
      clock: () => toInstant(Date.now()),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      onProgress: tell,
      pause: yieldTurn,
    });
    return;
  }
  answer(data).catch((problem: unknown) => {
    // The page hears of exceptions, not of promises that break.
    setTimeout(() => {
      throw problem;
    });
  });
};
