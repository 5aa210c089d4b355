import type { BrowserWindow } from 'electron';
import type { Printing } from '../shared/desktop/contract';
import { saveAs } from './files';
import type { ShellText } from './text/zh';

/** The page as an A4 PDF, where the person says. */
export function createPrinting(window: BrowserWindow, text: () => ShellText): Printing {
  return {
    toPdf: (suggestedName) =>
      saveAs(window, suggestedName, { label: text().pdf, extensions: ['pdf'] }, () =>
        window.webContents.printToPDF({
          pageSize: 'A4',
          preferCSSPageSize: true,
          printBackground: true,
        }),
      ),
  };
}
