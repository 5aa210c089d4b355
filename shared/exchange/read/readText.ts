import type { RawCell } from '../../fields/codec';
import { failed, ok, type Result } from '../../kernel/result';
import { delimitedRows } from './delimited';
import type { ReadLimits } from './limits';
import type { ReadProblem } from './readProblem';
import { unmarkedUtf16 } from './sniff';
import { decodeStrictly } from './textDecoder';
import { blankCell, isBlankCell, type Sheet, type TextEncoding, type Workbook } from '../workbook';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Byte order mark first, then strict UTF-8, then GB 18030 (which holds GBK and GB 2312, what
 * Chinese Excel writes as CSV). Every encoding is strict: a wrong guess would be a silent misread.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, ReadProblem> {
  const marked: TextEncoding | undefined =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : unmarkedUtf16(bytes);
  const candidates: readonly TextEncoding[] = marked ? [marked] : ['utf-8', 'gb18030'];
  for (const encoding of candidates) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== undefined) return ok({ text, encoding });
  }
  return failed({ tag: 'unknownEncoding' });
}

const delimiters = [',', '\t', ';', '|', '，'];

/** A delimited text as a workbook of one sheet. All cells are text: nothing is guessed to be a number. */
export function readDelimited(
  { text, encoding }: DecodedText,
  sheetName: string,
  limits: ReadLimits,
): Result<Workbook, ReadProblem> {
  // Excel's own first line that names the separator.
  const declared = /^sep=(.)\r?\n/i.exec(text);
  const body = declared ? text.slice(declared[0].length) : text;
  const delimiter = declared?.[1] ?? guessDelimiter(body);
  const rows: RawCell[][] = [];
  const rowNumbers: number[] = [];
  let rowNumber = declared ? 1 : 0;
  let cells = 0;
  let columns = 0;
  const tooLarge = (limit: keyof ReadLimits, found: number) =>
    failed<ReadProblem>({ tag: 'tooLarge', limit, allowed: limits[limit], found });
  for (const record of delimitedRows(body, delimiter)) {
    rowNumber++;
    const row = record.cells.map((value): RawCell =>
      value === '' ? blankCell : { type: 'text', text: value },
    );
    while (row.length > 0 && isBlankCell(row.at(-1))) row.pop();
    cells += row.length;
    const longest = record.cells.reduce((most, value) => Math.max(most, value.length), 0);
    if (record.unclosed) {
      return failed({
        tag: 'damaged',
        detail: 'a quotation mark does not close',
        where: String(rowNumber),
      });
    }
    if (rowNumber > limits.rows) return tooLarge('rows', rowNumber);
    if (row.length > limits.columns) return tooLarge('columns', row.length);
    if (cells > limits.cells) return tooLarge('cells', cells);
    if (longest > limits.cellCharacters) return tooLarge('cellCharacters', longest);
    if (row.length === 0) continue;
    columns = Math.max(columns, row.length);
    rows.push(row);
    rowNumbers.push(rowNumber);
  }
  const sheet: Sheet = {
    name: sheetName,
    hidden: false,
    rows,
    rowNumbers,
    firstRow: rowNumbers[0] ?? 0,
    columns,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    filledCells: rows.reduce(
      (sum, row) => sum + row.filter((cell) => !isBlankCell(cell)).length,
      0,
    ),
  };
  return ok({
    kind: delimiter === '\t' ? 'tsv' : 'csv',
    sheets: [sheet],
    unreadSheets: [],
    dateSystem: 1900,
    encoding,
  });
}

/** The delimiter that cuts the first lines into the same number of cells, and into most. */
function guessDelimiter(text: string): string {
  const head = text.slice(0, 65_536);
  let best = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const widths: number[] = [];
    for (const { cells } of delimitedRows(head, delimiter)) {
      if (cells.some((cell) => cell !== '')) widths.push(cells.length);
      if (widths.length >= 20) break;
    }
    const widest = Math.max(1, ...widths);
    const steady =
      widths.filter((width) => width === widths[0]).length / Math.max(1, widths.length);
    const score = (widest - 1) * steady;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}
