import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileProblem, JournalFiles } from '../shared/desktop/contract';
import { isEventId, type EventId } from '../shared/kernel/ids';
import { failed, ok, type Result } from '../shared/kernel/result';

/** The second copy as files beside the profile: every append is on the medium before it answers. */
export function createJournalFiles(folder: string): JournalFiles {
  /** One call after the other: an append and a truncate must not overtake each other. */
  let queue: Promise<unknown> = Promise.resolve();

  function attempt<T>(
    event: EventId,
    suffix: string,
    work: (path: string) => Promise<T>,
  ): Promise<Result<T, FileProblem>> {
    const name = `${event}.${suffix}`;
    // The id names a file: nothing but an id may get near a path.
    if (!isEventId(event)) return Promise.resolve(failed({ tag: 'shell', detail: 'not an event' }));
    const done = queue.then(async (): Promise<Result<T, FileProblem>> => {
      try {
        await mkdir(folder, { recursive: true });
        return ok(await work(join(folder, name)));
      } catch (problem) {
        return failed(problemOf(name, problem));
      }
    });
    queue = done;
    return done;
  }

  return {
    list: async () => {
      try {
        await mkdir(folder, { recursive: true });
        const names = await readdir(folder);
        return ok(
          names.flatMap((name) => {
            const id = name.replace(/\.log$/, '');
            return id !== name && isEventId(id) ? [id] : [];
          }),
        );
      } catch (problem) {
        return failed(problemOf(folder, problem));
      }
    },
    size: (event) => attempt(event, 'log', sizeOf),
    read: (event, offset, length) =>
      attempt(event, 'log', async (path) => {
        const file = await open(path, 'r');
        try {
          const bytes = new Uint8Array(length);
          const { bytesRead } = await file.read(bytes, 0, length, offset);
          return bytes.subarray(0, bytesRead);
        } finally {
          await file.close();
        }
      }),
    append: (event, bytes) =>
      attempt(event, 'log', async (path) => {
        const file = await open(path, 'a');
        try {
          await file.appendFile(bytes);
          await file.sync();
          return (await file.stat()).size;
        } finally {
          await file.close();
        }
      }),
    truncate: (event, size) =>
      attempt(event, 'log', async (path) => {
        const file = await open(path, 'a');
        try {
          await file.truncate(size);
          await file.sync();
        } finally {
          await file.close();
        }
      }),
    readSentinel: (event) =>
      attempt(event, 'sentinel', async (path) => {
        if ((await sizeOf(path)) === 0) return undefined;
        const file = await open(path, 'r');
        try {
          return new Uint8Array(await file.readFile());
        } finally {
          await file.close();
        }
      }),
    writeSentinel: (event, bytes) => attempt(event, 'sentinel', (path) => replaceFile(path, bytes)),
    remove: (event) =>
      attempt(event, 'log', async (path) => {
        await rm(path, { force: true });
        await rm(path.replace(/\.log$/, '.sentinel'), { force: true });
      }),
  };
}

/** Temporary file, flush, rename: a reader sees the old file or the new one, never half of it. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.part`;
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

export function problemOf(name: string, problem: unknown): FileProblem {
  const code = (problem as NodeJS.ErrnoException).code; // absent on anything that is no system error
  return code === 'ENOSPC'
    ? { tag: 'diskFull', name }
    : { tag: 'unwritable', name, detail: code ?? String(problem) };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw problem;
  }
}
