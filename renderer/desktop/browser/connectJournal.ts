import type { FileProblem, JournalFiles } from '../../../shared/desktop/contract';
import { failed, type Failed } from '../../../shared/kernel/result';
import type { LinkedJournalFiles } from '../journalLine';

const notStarted: Failed<FileProblem> = failed({ tag: 'shell', detail: 'journal worker' });

/** The second copy of the browser shell: files of the origin, written by a worker of their own. */
export function connectJournal(): LinkedJournalFiles {
  const worker = new Worker(new URL('./journalWorker.ts', import.meta.url), {
    type: 'module',
    name: 'journal',
  });
  const started = new Promise<boolean>((resolve) => {
    worker.onmessage = () => {
      resolve(true);
    };
    worker.onerror = () => {
      resolve(false);
    };
  });
  /** What is asked before the worker runs waits in the line; where it never runs, nobody hangs. */
  const openLine = () => {
    const { port1, port2 } = new MessageChannel();
    void started.then((isRunning) => {
      if (isRunning) worker.postMessage(port1, [port1]);
      else
        port1.onmessage = ({ data }: MessageEvent<{ id: number }>) => {
          port1.postMessage({ id: data.id, value: notStarted });
        };
    });
    return port2;
  };
  const own = openLine();
  const waiting = new Map<number, (value: never) => void>();
  let next = 1;
  own.onmessage = ({ data }: MessageEvent<{ id: number; value: unknown }>) => {
    waiting.get(data.id)?.(data.value as never); // typed by JournalFiles at the call
    waiting.delete(data.id);
  };
  const ask =
    <Method extends keyof JournalFiles>(method: Method): JournalFiles[Method] =>
    (...args: readonly unknown[]) =>
      new Promise<never>((resolve) => {
        const id = next++;
        waiting.set(id, resolve);
        own.postMessage({ id, method, args });
      });
  return {
    openLine,
    list: ask('list'),
    size: ask('size'),
    read: ask('read'),
    append: ask('append'),
    truncate: ask('truncate'),
    readSentinel: ask('readSentinel'),
    writeSentinel: ask('writeSentinel'),
    freeBytes: ask('freeBytes'),
    remove: ask('remove'),
  };
}
