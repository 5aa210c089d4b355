import { constants } from 'node:fs';
import {
  mkdir,
  open,
  readdir,
  readFile,
  rm,
  stat,
  statfs,
  type FileHandle,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { FileProblem, JournalFiles } from '../shared/desktop/contract';
import { eventsOf } from '../shared/desktop/journalNames';
import { isEventId, type EventId } from '../shared/kernel/ids';
import { failed, ok, type Result } from '../shared/kernel/result';
import { codeOf, flushFolder, problemOf, replaceFile } from './replaceFile';

type Suffix = 'log' | 'sentinel';

/** The second copy as files in one folder, and a promise of all that was asked of it so far. */
export interface JournalFolder extends JournalFiles {
  settled(): Promise<void>;
}

/** Every change is on the medium before it answers. Problems: `diskFull`, `unwritable`, `shell`. */
export function createJournalFiles(folder: string): JournalFolder {
  /** One call after the other: an append and a truncate must not overtake each other. */
  let queue: Promise<unknown> = Promise.resolve();

  function attempt<T>(name: string, work: () => Promise<T>): Promise<Result<T, FileProblem>> {
    const done = queue.then(async (): Promise<Result<T, FileProblem>> => {
      try {
        await mkdir(folder, { recursive: true });
        return ok(await work());
      } catch (problem) {
        return failed(problemOf(name, problem));
      }
    });
    queue = done;
    return done;
  }

  function withFile<T>(
    event: EventId,
    suffix: Suffix,
    work: (path: string) => Promise<T>,
  ): Promise<Result<T, FileProblem>> {
    // The id names a file: nothing but an id may get near a path.
    if (!isEventId(event)) return Promise.resolve(failed({ tag: 'shell', detail: 'not an event' }));
    const name = `${event}.${suffix}`;
    return attempt(name, () => work(join(folder, name)));
  }

  return {
    list: () => attempt('second-copy', async () => eventsOf(await readdir(folder))),
    size: (event) => withFile(event, 'log', sizeOf),
    read: (event, offset, length) =>
      withFile(event, 'log', (path) => readPart(path, offset, length)),
    append: (event, bytes) =>
      withFile(event, 'log', async (path) => {
        const size = await append(path, bytes);
        if (size === bytes.byteLength) await flushFolder(folder);
        return size;
      }),
    truncate: (event, size) =>
      withFile(event, 'log', (path) =>
        withHandle(path, constants.O_RDWR, async (file) => {
          await file.truncate(Math.min(size, (await file.stat()).size));
          await file.sync();
        }),
      ),
    readSentinel: (event) => withFile(event, 'sentinel', readIfThere),
    writeSentinel: (event, bytes) =>
      withFile(event, 'sentinel', (path) => replaceFile(path, bytes)),
    freeBytes: () =>
      attempt('second-copy', async () => {
        const { bavail, bsize } = await statfs(folder);
        return bavail * bsize;
      }),
    remove: (event) =>
      withFile(event, 'log', async (path) => {
        await rm(path, { force: true });
        await rm(path.replace(/\.log$/, '.sentinel'), { force: true });
        await flushFolder(folder);
      }),
    settled: async () => {
      await queue;
    },
  };
}

/**
 * Appends all of the bytes or none: where the medium ends in the middle of a frame, the file is cut
 * back to what it was, so that the next append does not follow half a frame.
 */
async function append(path: string, bytes: Uint8Array): Promise<number> {
  // Not opened for appending: Windows cannot cut such a file.
  return withHandle(path, constants.O_RDWR | constants.O_CREAT, async (file) => {
    const { size } = await file.stat();
    try {
      for (let written = 0; written < bytes.byteLength;)
        written += (await file.write(bytes, written, bytes.byteLength - written, size + written))
          .bytesWritten;
      await file.sync();
    } catch (problem) {
      await file.truncate(size).catch(() => undefined); // the write's own problem says more
      throw problem;
    }
    return size + bytes.byteLength;
  });
}

/** Fewer bytes than asked for at the end of the file, none past it or where there is no file. */
async function readPart(path: string, offset: number, length: number): Promise<Uint8Array> {
  const available = Math.max(0, Math.min(length, (await sizeOf(path)) - offset));
  if (available === 0) return new Uint8Array();
  return withHandle(path, constants.O_RDONLY, async (file) => {
    const bytes = new Uint8Array(available);
    const { bytesRead } = await file.read(bytes, 0, available, offset);
    return bytes.subarray(0, bytesRead);
  });
}

async function withHandle<T>(
  path: string,
  flags: number,
  work: (file: FileHandle) => Promise<T>,
): Promise<T> {
  const file = await open(path, flags);
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return undefined;
    throw problem;
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (problem) {
    if (codeOf(problem) === 'ENOENT') return 0;
    throw problem;
  }
}
