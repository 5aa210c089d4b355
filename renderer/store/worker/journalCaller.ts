import type { JournalFiles } from '../../../shared/desktop/contract';
import type { FromWorker, ToWorker } from './workerCalls';

interface JournalAnswer {
  readonly id: number;
  readonly value: unknown;
}

/** The second copy lies with the shell: reached over a line of its own, else through the page. */
export function createJournalCaller(askPage: (message: FromWorker) => void): {
  readonly journal: JournalFiles;
  receive(message: Exclude<ToWorker, { type: 'call' }>): void;
} {
  const waiting = new Map<number, (value: unknown) => void>();
  let line: MessagePort | undefined;
  let next = 1;

  const settle = ({ id, value }: JournalAnswer) => {
    waiting.get(id)?.(value);
    waiting.delete(id);
  };
  const call = (method: keyof JournalFiles, args: never) =>
    new Promise((resolve) => {
      const id = next++;
      waiting.set(id, resolve);
      if (line) line.postMessage({ id, method, args });
      else askPage({ type: 'journalCall', id, call: { method, args } });
    });

  return {
    journal: new Proxy({} as JournalFiles, {
      get:
        (_, method: keyof JournalFiles) =>
        (...args: never) =>
          call(method, args),
    }),
    receive(message) {
      if (message.type === 'journalAnswer') return settle(message);
      line = message.port;
      line.onmessage = ({ data }: MessageEvent<JournalAnswer>) => settle(data);
      return undefined;
    },
  };
}
