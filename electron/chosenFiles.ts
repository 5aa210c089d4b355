import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileProblem, OpenedFile } from '../shared/desktop/contract';
import { failed, ok, type Result } from '../shared/kernel/result';
import { codeOf, problemOf, replaceFile } from './replaceFile';

/** Larger files cannot be workbooks of ours: the importer refuses them anyway. */
const largestBytes = 256 << 20;

/** Writes where the person said; answers with the name alone, never the path. */
export async function writeChosen(
  path: string,
  bytes: Uint8Array,
): Promise<Result<{ readonly name: string }, FileProblem>> {
  const name = basename(path);
  try {
    await replaceFile(path, bytes);
    return ok({ name });
  } catch (problem) {
    return failed(problemOf(name, problem));
  }
}

/** All of the files, or the problem of the first that cannot be had. */
export async function readChosen(
  paths: readonly string[],
): Promise<Result<readonly OpenedFile[], FileProblem>> {
  const opened: OpenedFile[] = [];
  for (const path of paths) {
    const name = basename(path);
    try {
      const { size, mtimeMs } = await stat(path);
      if (size > largestBytes) return failed({ tag: 'tooLarge', name, limitBytes: largestBytes });
      opened.push({ name, bytes: new Uint8Array(await readFile(path)), modifiedAt: mtimeMs });
    } catch (problem) {
      return failed({ tag: 'unreadable', name, detail: codeOf(problem) ?? 'unknown' });
    }
  }
  return ok(opened);
}
