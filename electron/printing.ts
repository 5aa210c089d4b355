import { dialog, type BrowserWindow } from 'electron';
import type { FileProblem } from '../shared/desktop/contract';
import { failed, type Result } from '../shared/kernel/result';
import { writeChosen } from './files';

/** The page as an A4 PDF, where the person says. */
export async function printToPdf(
  window: BrowserWindow | undefined,
  suggestedName: string,
): Promise<Result<{ readonly name: string }, FileProblem>> {
  if (!window) return failed({ tag: 'cancelled' });
  const chosen = await dialog.showSaveDialog(window, {
    defaultPath: suggestedName,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (chosen.canceled || !chosen.filePath) return failed({ tag: 'cancelled' });
  const bytes = await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true });
  return writeChosen(chosen.filePath, bytes);
}
