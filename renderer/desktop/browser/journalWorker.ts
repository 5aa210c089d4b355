import type { FileProblem, JournalFiles } from '../../../shared/desktop/contract';
import { isEventId, type EventId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import { newestSlot, slotBytes, writeSlot } from './sentinelSlots';

/** What TypeScript's library of pages leaves out, because only workers have it. */
interface SyncHandle {
  getSize(): number;
  read(bytes: Uint8Array<ArrayBuffer>, at: { readonly at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, at: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

interface SyncFile {
  createSyncAccessHandle(settings: { readonly mode: string }): Promise<SyncHandle>;
}

const folder = 'journal';
const handles = new Map<string, Promise<SyncHandle>>();

async function root(): Promise<FileSystemDirectoryHandle> {
  const origin = await navigator.storage.getDirectory();
  return origin.getDirectoryHandle(folder, { create: true });
}

/** Files stay open: taking a handle costs more than an append. A second window reads beside us. */
function handleOf(name: string): Promise<SyncHandle> {
  const known = handles.get(name);
  if (known) return known;
  const opened = (async () => {
    const file = await (await root()).getFileHandle(name, { create: true });
    return (file as unknown as SyncFile).createSyncAccessHandle({ mode: 'readwrite-unsafe' });
  })();
  handles.set(name, opened);
  opened.catch(() => handles.delete(name));
  return opened;
}

const logName = (event: EventId) => `${event}.log`;
const sentinelName = (event: EventId) => `${event}.sentinel`;

async function attempt<T>(name: string, work: () => Promise<T>): Promise<Result<T, FileProblem>> {
  try {
    return ok(await work());
  } catch (problem) {
    const quota = problem instanceof DOMException && problem.name === 'QuotaExceededError';
    return failed(
      quota ? { tag: 'diskFull', name } : { tag: 'unwritable', name, detail: String(problem) },
    );
  }
}

async function exists(name: string): Promise<boolean> {
  try {
    await (await root()).getFileHandle(name);
    return true;
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === 'NotFoundError') return false;
    throw problem;
  }
}

const files: JournalFiles = {
  list: () =>
    attempt(folder, async () => {
      const found = new Set<EventId>();
      for await (const name of (await root()).keys()) {
        const id = name.replace(/\.(log|sentinel)$/, '');
        if (id !== name && isEventId(id)) found.add(id);
      }
      return [...found];
    }),
  size: (event) =>
    attempt(logName(event), async () =>
      (await exists(logName(event))) ? (await handleOf(logName(event))).getSize() : 0,
    ),
  read: (event, offset, length) =>
    attempt(logName(event), async () => {
      const bytes = new Uint8Array(length);
      const read = (await handleOf(logName(event))).read(bytes, { at: offset });
      return bytes.subarray(0, read);
    }),
  append: (event, bytes) =>
    attempt(logName(event), async () => {
      const handle = await handleOf(logName(event));
      const size = handle.getSize();
      try {
        const written = handle.write(bytes as Uint8Array<ArrayBuffer>, { at: size });
        handle.flush();
        if (written !== bytes.length) throw new DOMException('short write', 'QuotaExceededError');
      } catch (problem) {
        handle.truncate(size); // nothing half written
        throw problem;
      }
      return size + bytes.length;
    }),
  truncate: (event, size) =>
    attempt(logName(event), async () => {
      const handle = await handleOf(logName(event));
      handle.truncate(size);
      handle.flush();
    }),
  readSentinel: (event) =>
    attempt(sentinelName(event), async () => {
      if (!(await exists(sentinelName(event)))) return undefined;
      const bytes = new Uint8Array(2 * slotBytes);
      (await handleOf(sentinelName(event))).read(bytes, { at: 0 });
      return newestSlot(bytes)?.bytes;
    }),
  writeSentinel: (event, bytes) =>
    attempt(sentinelName(event), async () => {
      const handle = await handleOf(sentinelName(event));
      const both = new Uint8Array(2 * slotBytes);
      handle.read(both, { at: 0 });
      const counter = (newestSlot(both)?.counter ?? 0) + 1;
      handle.write(writeSlot(counter, bytes), { at: (counter % 2) * slotBytes });
      handle.flush();
    }),
  remove: (event) =>
    attempt(logName(event), async () => {
      for (const name of [logName(event), sentinelName(event)]) {
        (await handles.get(name))?.close();
        handles.delete(name);
        if (await exists(name)) await (await root()).removeEntry(name);
      }
    }),
};

type Asked = MessageEvent<{ id: number; method: keyof JournalFiles; args: readonly unknown[] }>;
/** One call after the other: an append and a truncate must not overtake each other. */
let queue: Promise<void> = Promise.resolve();

/** The page hands in a port for itself and one for each worker that writes. */
self.onmessage = ({ data: port }: MessageEvent<MessagePort>) => {
  port.onmessage = ({ data }: Asked) => {
    queue = queue.then(async () => {
      const call = files[data.method] as (...args: readonly unknown[]) => Promise<unknown>; // same contract on both ends
      const value = await call(...data.args);
      port.postMessage({ id: data.id, value });
    });
  };
};
