import { dialog, type BrowserWindow } from 'electron';
import type { FileAccess, FileKind, FileProblem } from '../shared/desktop/contract';
import { failed, type Result } from '../shared/kernel/result';
import { readChosen, writeChosen } from './chosenFiles';
import { safeFileName } from '../shared/desktop/fileName';

const filtersOf = (kinds: readonly FileKind[]) =>
  kinds.map(({ label, extensions }) => ({ name: label, extensions: [...extensions] }));

/** Files the person chooses in the system's own dialogs; the pages never name a path. */
export function createFileAccess(window: BrowserWindow): FileAccess {
  return {
    open: async (kinds, several) => {
      const chosen = await dialog.showOpenDialog(window, {
        properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: filtersOf(kinds),
      });
      return chosen.canceled ? failed({ tag: 'cancelled' }) : readChosen(chosen.filePaths);
    },
    save: (suggestedName, bytes, kind) =>
      saveAs(window, suggestedName, kind, () => Promise.resolve(bytes)),
  };
}

/** The folder that the person chooses; undefined where the dialog is closed. */
export async function chooseFolder(window: BrowserWindow): Promise<string | undefined> {
  const chosen = await dialog.showOpenDialog(window, { properties: ['openDirectory'] });
  return chosen.canceled ? undefined : chosen.filePaths[0];
}

/** Asks where to first: what takes long to make is made only when there is a place for it. */
export async function saveAs(
  window: BrowserWindow,
  suggestedName: string,
  kind: FileKind,
  make: () => Promise<Uint8Array>,
): Promise<Result<{ readonly name: string }, FileProblem>> {
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: safeFileName(suggestedName),
    filters: filtersOf([kind]),
    properties: ['showOverwriteConfirmation'],
  });
  if (chosen.canceled || !chosen.filePath) return failed({ tag: 'cancelled' });
  return writeChosen(chosen.filePath, await make());
}
