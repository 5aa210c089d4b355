/** One record of a delimited text. Nothing is trimmed or guessed. */
export interface DelimitedRow {
  readonly cells: readonly string[];
  /** A quotation mark opened and never closed: the rest of the file is in the last cell. */
  readonly unclosed: boolean;
}

/**
 * RFC 4180 with what spreadsheet programs do beyond it: any one-character delimiter, line ends of
 * any system, a quoted cell may hold delimiters, line breaks and doubled quotes, and text after a
 * closing quote belongs to the cell. Lazy, so that a limit can stop it at any row.
 */
export function* delimitedRows(text: string, delimiter: string): Generator<DelimitedRow> {
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; ;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          yield { cells: [...cells, cell + text.slice(at)], unclosed: true };
          return;
        }
        cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
    }
    let stop = at;
    while (stop < text.length) {
      const letter = text[stop];
      if (letter === delimiter || letter === '\n' || letter === '\r') break;
      stop++;
    }
    cells.push(cell + text.slice(at, stop));
    at = stop + 1;
    const end = text[stop];
    if (end === delimiter) {
      if (at < text.length) continue;
      cells.push('');
    } else if (end === '\r' && text[at] === '\n') at++;
    yield { cells, unclosed: false };
    cells = [];
  }
}
