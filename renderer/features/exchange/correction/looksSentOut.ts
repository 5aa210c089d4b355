import { strFromU8, unzipSync } from 'fflate';
import { workbookWords } from '../../../../shared/exchange/write/words';

const names = Object.values(workbookWords).map(({ machineSheet }) => machineSheet);
const machineSheet = new RegExp(`<(?:\\w+:)?sheet [^>]*name=["'](?:${names.join('|')})["']`);
const part = 'xl/workbook.xml';
const mostBytes = 1_048_576;

/**
 * True for a workbook that was sent out from here or another computer, by the one small part that
 * lists its sheets. Imported like any other, its unedited cells would put back what has changed since.
 */
export function looksSentOut(bytes: Uint8Array): boolean {
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
