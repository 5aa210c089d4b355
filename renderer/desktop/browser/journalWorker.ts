import type { FileProblem, JournalFiles } from '../../../shared/desktop/contract';
import { isEventId, type EventId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import { browserProblem } from './browserProblem';
import {
  namesOfFiles,
  openFile,
  openFileIfThere,
  removeFile,
  type SyncHandle,
} from './originFiles';
import { eventsOf } from '../../../shared/desktop/journalNames';
import { roomLeft } from './roomLeft';
import { newestSlot, slotBytes, writeSlot } from './sentinelSlots';

type Suffix = 'log' | 'sentinel';

async function attempt<T>(name: string, work: () => Promise<T>): Promise<Result<T, FileProblem>> {
  try {
    return ok(await work());
  } catch (problem) {
    return failed(browserProblem(name, problem));
  }
}

function withFile<T>(
  event: EventId,
  suffix: Suffix,
  work: (name: string) => Promise<T>,
): Promise<Result<T, FileProblem>> {
  if (!isEventId(event)) return Promise.resolve(failed({ tag: 'shell', detail: 'not an event' }));
  const name = `${event}.${suffix}`;
  return attempt(name, () => work(name));
}

/** All of the bytes or none: half a frame is cut off again, and the disk is full. */
function append(handle: SyncHandle, bytes: Uint8Array): number {
  const size = handle.getSize();
  try {
    const written = handle.write(bytes as Uint8Array<ArrayBuffer>, { at: size }); // never shared memory
    if (written !== bytes.byteLength) throw new DOMException('short write', 'QuotaExceededError');
    handle.flush();
  } catch (problem) {
    handle.truncate(size);
    throw problem;
  }
  return size + bytes.byteLength;
}

const files: JournalFiles = {
  list: () => attempt('journal', async () => eventsOf(await namesOfFiles())),
  size: (event) =>
    withFile(event, 'log', async (name) => (await openFileIfThere(name))?.getSize() ?? 0),
  read: (event, offset, length) =>
    withFile(event, 'log', async (name) => {
      const handle = await openFileIfThere(name);
      const available = Math.max(0, Math.min(length, (handle?.getSize() ?? 0) - offset));
      const bytes = new Uint8Array(available);
      return bytes.subarray(0, handle?.read(bytes, { at: offset }) ?? 0);
    }),
  append: (event, bytes) =>
    withFile(event, 'log', async (name) => append(await openFile(name), bytes)),
  truncate: (event, size) =>
    withFile(event, 'log', async (name) => {
      const handle = await openFileIfThere(name);
      handle?.truncate(Math.min(size, handle.getSize()));
      handle?.flush();
    }),
  readSentinel: (event) =>
    withFile(event, 'sentinel', async (name) => {
      const both = new Uint8Array(2 * slotBytes);
      (await openFileIfThere(name))?.read(both, { at: 0 });
      return newestSlot(both)?.bytes;
    }),
  writeSentinel: (event, bytes) =>
    withFile(event, 'sentinel', async (name) => {
      const handle = await openFile(name);
      const both = new Uint8Array(2 * slotBytes);
      handle.read(both, { at: 0 });
      const counter = (newestSlot(both)?.counter ?? 0) + 1;
      handle.write(writeSlot(counter, bytes), { at: (counter % 2) * slotBytes });
      handle.flush();
    }),
  freeBytes: () => attempt('journal', roomLeft),
  remove: (event) =>
    withFile(event, 'log', async (name) => {
      await removeFile(name);
      await removeFile(`${event}.sentinel`);
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
      port.postMessage({ id: data.id, value: await call(...data.args) });
    });
  };
};
self.postMessage('started');
