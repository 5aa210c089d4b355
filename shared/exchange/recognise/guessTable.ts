import type { RawCell } from '../../fields/codec';
import { cellText, isBlankCell, type Sheet } from '../workbook';
import { isHeaderBlock, joinedHeaders } from './findHeader';
import { guessColumns, type GuessedColumn } from './guessColumns';
import { skipReason } from './skipRow';

/** A table of which no ledger is known: where it begins and what its columns seem to be. */
export interface GuessedTable {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly GuessedColumn[];
  /** Rows under the header that are records. */
  readonly rows: number;
}

const searchedRows = 30;
const mostHeaderRows = 3;
/** Enough to tell what a column holds. */
const readRows = 2_000;

/**
 * The header is the first row that names most columns of the sheet in words; a title over the table
 * fills one cell. Undefined where there is no such row.
 */
export function guessTable(sheet: Sheet): GuessedTable | undefined {
  const widths = sheet.rows.slice(0, searchedRows * 2).map(filledIn);
  const widest = Math.max(0, ...widths);
  const index = sheet.rows
    .slice(0, searchedRows)
    .findIndex((row) => isNaming(row) && filledIn(row) * 2 > widest);
  const firstRow = sheet.rowNumbers[index];
  if (firstRow === undefined) return undefined;
  let lastRow = firstRow;
  while (
    lastRow - firstRow + 1 < mostHeaderRows &&
    isHeaderBlock(sheet, firstRow, lastRow + 1) &&
    sheet.rowNumbers.includes(lastRow + 1)
  )
    lastRow++;
  const headers = joinedHeaders(sheet, firstRow, lastRow);
  const mapped = new Set(headers.keys());
  const records = sheet.rows
    .filter((_, place) => (sheet.rowNumbers[place] ?? 0) > lastRow)
    .slice(0, readRows)
    .filter((row) => skipReason(row, headers, mapped) === undefined);
  return { firstRow, lastRow, columns: guessColumns(headers, records), rows: records.length };
}

function filledIn(row: readonly RawCell[]): number {
  return row.filter((cell) => !isBlankCell(cell)).length;
}

/** Words, each once: numbers, days and repeated values are data. */
function isNaming(row: readonly RawCell[]): boolean {
  const texts = row.filter((cell) => !isBlankCell(cell)).map((cell) => cellText(cell).trim());
  const isWord = (cell: RawCell) =>
    isBlankCell(cell) || (cell.type === 'text' && !/^[\d\s./:年月日-]+$/.test(cell.text));
  return texts.length > 0 && row.every(isWord) && new Set(texts).size === texts.length;
}
