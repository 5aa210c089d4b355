import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileProblem } from '../shared/desktop/contract';

/**
 * Temporary file beside it, flush, rename: a reader sees the old file or the new one, never half of
 * it. Where it fails the old file stands and nothing is left behind. Throws the system's error.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (problem) {
    await rm(temporary, { force: true }).catch(() => undefined); // what made the write fail may forbid this too
    throw problem;
  }
  await flushFolder(dirname(path));
}

/** A new name is on the medium only when its folder is; Windows does this by itself. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const entries = await open(folder, 'r');
  try {
    await entries.sync();
  } catch (problem) {
    // Some file systems of USB sticks cannot flush a folder: the file itself is flushed.
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(codeOf(problem) ?? '')) throw problem;
  } finally {
    await entries.close();
  }
}

/** What a person is told about a write that failed. `name` is what they know the file by. */
export function problemOf(name: string, problem: unknown): FileProblem {
  const code = codeOf(problem);
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? { tag: 'diskFull', name }
    : { tag: 'unwritable', name, detail: code ?? 'unknown' };
}

/** The system's code (`ENOSPC`), undefined on anything that is no system error. */
export function codeOf(problem: unknown): string | undefined {
  return problem instanceof Error ? (problem as NodeJS.ErrnoException).code : undefined;
}
