import type { Sheet } from '../workbook';

/** Header, title and samples stand among the first rows; footnotes among the last. */
const rowsAtTop = 300;
const rowsAtEnd = 20;

/** A sheet as far as it takes to recognise it: row numbers stay, so that addresses hold. */
export function sheetEnds(sheet: Sheet): Sheet {
  const leftOut = sheet.rows.length - rowsAtTop - rowsAtEnd;
  if (leftOut <= 0) return sheet;
  const ends = <T>(all: readonly T[]) => [...all.slice(0, rowsAtTop), ...all.slice(-rowsAtEnd)];
  const rowNumbers = ends(sheet.rowNumbers);
  const known = new Set(rowNumbers);
  return {
    ...sheet,
    rows: ends(sheet.rows),
    rowNumbers,
    merges: sheet.merges.filter(({ top }) => known.has(top)),
    hiddenRows: sheet.hiddenRows.filter((row) => known.has(row)),
    leftOut,
  };
}

/** Rows of the whole sheet under row `lastRow`, those that are left out with them. */
export function rowsUnder({ rowNumbers, leftOut = 0 }: Sheet, lastRow: number): number {
  return rowNumbers.filter((row) => row > lastRow).length + leftOut;
}
