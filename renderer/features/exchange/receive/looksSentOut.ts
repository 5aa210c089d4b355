import { strFromU8, unzipSync } from 'fflate';
import { sniffContainer } from '../../../../shared/exchange/read/sniff';
import { workbookWords } from '../../../../shared/exchange/write/words';
import type { NamedBytes } from '../droppedFiles';

const names = Object.values(workbookWords).map(({ machineSheet }) => machineSheet);
const machineSheet = new RegExp(`<(?:\\w+:)?sheet [^>]*name=["'](?:${names.join('|')})["']`);
const part = 'xl/workbook.xml';
const mostBytes = 1_048_576;

/**
 * True for a workbook that was sent out from here or another computer, by the one small part that
 * lists its sheets; and for one with a password, which has to be opened before anybody can say.
 * Imported like any other, its unedited cells would put back what has changed since.
 */
export function looksSentOut({ name, bytes }: NamedBytes): boolean {
  // The old .xls has the same container, and no password of this kind.
  if (sniffContainer(bytes).type === 'ole2') return /\.xlsx$/i.test(name);
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === part && originalSize <= mostBytes,
    });
    const xml = parts[part];
    return xml !== undefined && machineSheet.test(strFromU8(xml));
  } catch {
    return false; // no zip, or a broken one: the import says so
  }
}
