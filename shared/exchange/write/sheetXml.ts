import type { WrittenCell } from '../../fields/codec';
import { columnLetters } from '../workbook';

/** Characters XML cannot hold, and lone halves of surrogate pairs. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const special = /[&<>\r_]/;
/** Nothing forbidden or special, as nearly every text is. */
const plain = /^[ -%'-;=?-^`-\uD7FF\uE000-\uFFFD]*$/;
/** Blanks that a reader may take away where it is not told to keep them. */
const edgeBlanks = /^\s|\s$|\n|\t|  /;

function escapeText(text: string): string {
  if (plain.test(text)) return text;
  const clean = text.replace(forbidden, '');
  if (!special.test(clean)) return clean;
  return clean
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') // else spreadsheet programs decode it
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n');
}

/** One `<row>`; blank cells are left out, their look comes from the column's style. */
export function rowXml(
  rowNumber: number,
  cells: readonly (WrittenCell | undefined)[],
  styles: readonly number[],
): string {
  let xml = `<row r="${rowNumber}">`;
  for (const [column, cell] of cells.entries()) {
    const value = cell?.value;
    if (value === undefined || value === null || value === '') continue;
    const start = `<c r="${letters(column)}${rowNumber}" s="${styles[column] ?? 0}"`;
    if (typeof value === 'string') {
      const kept = edgeBlanks.test(value) ? ' xml:space="preserve"' : '';
      xml += `${start} t="inlineStr"><is><t${kept}>${escapeText(value)}</t></is></c>`;
    } else if (typeof value === 'boolean') {
      xml += `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
    } else xml += `${start}><v>${value}</v></c>`;
  }
  return `${xml}</row>`;
}

const knownLetters: string[] = [];

function letters(column: number): string {
  return (knownLetters[column] ??= columnLetters(column));
}
