import { dialog, type BrowserWindow } from 'electron';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileAccess, FileKind, FileProblem, OpenedFile } from '../shared/desktop/contract';
import { failed, ok, type Result } from '../shared/kernel/result';
import { problemOf, replaceFile } from './journalFiles';

const largestBytes = 256 << 20;

const filtersOf = (kinds: readonly FileKind[]) =>
  kinds.map(({ label, extensions }) => ({ name: label, extensions: [...extensions] }));

/** Files the person chooses in the system's own dialogs; the pages never name a path. */
export function createFileAccess(window: () => BrowserWindow | undefined): FileAccess {
  return {
    open: async (kinds, several) => {
      const owner = window();
      if (!owner) return failed({ tag: 'cancelled' });
      const chosen = await dialog.showOpenDialog(owner, {
        properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: filtersOf(kinds),
      });
      return chosen.canceled ? failed({ tag: 'cancelled' }) : readAll(chosen.filePaths);
    },
    save: async (suggestedName, bytes, kind) => {
      const owner = window();
      if (!owner) return failed({ tag: 'cancelled' });
      const chosen = await dialog.showSaveDialog(owner, {
        defaultPath: suggestedName,
        filters: filtersOf([kind]),
      });
      if (chosen.canceled || !chosen.filePath) return failed({ tag: 'cancelled' });
      return writeChosen(chosen.filePath, bytes);
    },
  };
}

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

async function readAll(
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
      return failed({ tag: 'unreadable', name, detail: String(problem) });
    }
  }
  return ok(opened);
}
