/**
 * Cells as spreadsheet programs put them on the clipboard: tabs, line ends, quotes where needed. What
 * such a program would run as a formula stands behind an apostrophe, and is text there as it is in
 * the workbooks written here.
 */
export function writeTableText(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map((text) => quoted(inert(text))).join('\t')).join('\r\n');
}

/** Full-width signs too: Chinese and Japanese editions of Excel take them for the narrow ones. */
const formulaStart = /^'*[=+\-@＝＋－＠]/;
const negativeNumber = /^-\d[\d,]*(\.\d+)?$/;

function inert(text: string): string {
  return formulaStart.test(text) && !negativeNumber.test(text) ? `'${text}` : text;
}

/** The text again; one whose own apostrophe stood before such a sign had been given another. */
function withoutGuard(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The block on the clipboard; a last line end that programs add is no row. */
export function readTableText(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let at = 0;
  const endCell = () => {
    rows.at(-1)?.push(withoutGuard(cell));
    cell = '';
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '"' && cell === '') {
      const end = closingQuote(text, at + 1);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else if (sign === '\t') {
      endCell();
      at++;
    } else if (sign === '\n' || sign === '\r') {
      endCell();
      rows.push([]);
      at += text.startsWith('\r\n', at) ? 2 : 1;
    } else {
      cell += sign;
      at++;
    }
  }
  endCell();
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}

/** Where the quoted cell ends; the end of the text when its quote is never closed. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}
