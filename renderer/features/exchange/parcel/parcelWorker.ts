import { readOwnLedger } from '../../../../shared/ledger/ownLedger';
import { ledgers as known } from '../../../../shared/ledgers/registry';
import { connectMergeLine, type MergeLine } from '../../../store/connectMergeLine';
import { readDefinitions } from '../../../store/readDefinitions';
import { createReceiveDesk, Stopped } from '../receive/receiveDesk';
import { sendParcel, sendReceipt } from '../send/sendParcel';
import type { FromParcelWorker, ParcelCalls, ParcelProgress, ToParcelWorker } from './parcelCalls';

/** The worker's own scope; the pages' library calls it a window. */
const scope = self as unknown as {
  postMessage(message: FromParcelWorker): void;
  close(): void;
  onmessage: ((message: MessageEvent<ToParcelWorker>) => void) | null;
};

/** True from `cancel` until the next thing that can be stopped begins. */
let isStopped = false;
const onProgress = (progress: ParcelProgress) => scope.postMessage({ type: 'progress', progress });
/** A turn of the event loop, so that a cancel can come in. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

function callsOver(line: MergeLine): ParcelCalls {
  /** With those that the event defines, as they are now. */
  const ledgersNow = async () => {
    const own = await readDefinitions(line, known);
    return [...known, ...own.flatMap((row) => readOwnLedger(row) ?? [])];
  };
  const desk = createReceiveDesk({
    line,
    ledgers: ledgersNow,
    onProgress,
    turn: async () => {
      await pause();
      if (isStopped) throw new Stopped();
    },
  });
  const signal = {
    get aborted() {
      return isStopped;
    },
  };
  return {
    ...desk,
    plan: (file, language) => {
      isStopped = false;
      return desk.plan(file, language);
    },
    apply: (file, order) => {
      isStopped = false;
      return desk.apply(file, order);
    },
    send: async (order) => {
      isStopped = false;
      const ledgers = await ledgersNow();
      return sendParcel(order, { line, ledgers, onProgress, signal, pause });
    },
    receipt: (order) => sendReceipt(order, line),
    cancel: () => {
      isStopped = true;
      return Promise.resolve();
    },
  };
}

let calls: ParcelCalls | undefined;

async function answer({ id, call }: Extract<ToParcelWorker, { type: 'call' }>): Promise<void> {
  try {
    if (!calls) throw new Error('no line to the store');
    const method = calls[call.method] as (...args: readonly unknown[]) => Promise<unknown>; // typed on both ends by ParcelCalls
    scope.postMessage({ type: 'answer', id, value: await method(...call.args) });
  } catch (problem) {
    const detail = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    scope.postMessage({ type: 'broken', id, detail });
  }
}

scope.onmessage = ({ data }) => {
  if (data.type === 'line')
    calls = callsOver(connectMergeLine(data.port, () => scope.close())); // locking lets go of what came in
  else void answer(data);
};
