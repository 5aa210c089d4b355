import type { RawCell } from '../fields/codec';

/** A range of cells shown as one. Rows as the sheet numbers them (from 1), columns from 0. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold something, in order; a cell's place in its row is its column (A = 0). */
  readonly rows: readonly (readonly RawCell[])[];
  /** The number of each of `rows` in the sheet, from 1: `rows[i]` is row `rowNumbers[i]`. */
  readonly rowNumbers: readonly number[];
  /** The first row number that holds something; 0 in an empty sheet. */
  readonly firstRow: number;
  /** Widest row. */
  readonly columns: number;
  readonly merges: readonly Merge[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly filledCells: number;
  /** Rows between the first and the last of `rows` that are not here: only the ends of a sheet are. */
  readonly leftOut?: number;
  /** Holds several tables, each of which stands behind it as a sheet of its own. */
  readonly separated?: true;
  /** One table of the sheet of this name; its cells keep their addresses. */
  readonly tableOf?: string;
  /** What stands over the table alone: `二、生活必需品`. */
  readonly title?: string;
  /** Rows of other sheets, put under those of the first: their own names and row numbers. */
  readonly origins?: readonly RowOrigin[];
}

/** From row `from` on (until the next origin), a row stands in `sheet` at its number less `shift`. */
export interface RowOrigin {
  readonly from: number;
  readonly sheet: string;
  readonly shift: number;
  /** The column there of each column here; undefined: there is none. */
  readonly columns: readonly (number | undefined)[];
}

/** A sheet that is listed in the workbook but cannot be given: never passed over in silence. */
export interface UnreadSheet {
  readonly name: string;
  readonly why: 'chart' | 'macro' | 'missing' | 'damaged';
}

export type WorkbookKind =
  'xlsx' | 'xlsm' | 'xlsb' | 'ods' | 'xls' | 'spreadsheetXml' | 'csv' | 'tsv';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A workbook as read: plain data, can be cloned from a worker to the page. */
export interface Workbook {
  readonly kind: WorkbookKind;
  readonly sheets: readonly Sheet[];
  readonly unreadSheets: readonly UnreadSheet[];
  /** Serials count from 1900 or 1904: give it to `ParseContext.dateSystem`. */
  readonly dateSystem: 1900 | 1904;
  /** Text files only. */
  readonly encoding?: TextEncoding;
}

export const blankCell: RawCell = { type: 'blank' };

/** `A`, `Z`, `AA` … from a column number counted from 0. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** `B7` from a column counted from 0 and the sheet's row number. */
export function cellAddress(column: number, rowNumber: number): string {
  return `${columnLetters(column)}${rowNumber}`;
}

/** Where a row of rows put together stands in its own sheet. */
export function originOf(sheet: Sheet, rowNumber: number): RowOrigin | undefined {
  return sheet.origins?.findLast(({ from }) => from <= rowNumber);
}

/** `B7`, or `七贤镇!B7` where the row comes from another sheet than most. */
export function addressIn(sheet: Sheet, column: number, rowNumber: number): string {
  return addressFrom(originOf(sheet, rowNumber), column, rowNumber);
}

/** The same where the origin of the row is known. */
export function addressFrom(
  origin: RowOrigin | undefined,
  column: number,
  rowNumber: number,
): string {
  if (!origin) return cellAddress(column, rowNumber);
  return `${origin.sheet}!${cellAddress(origin.columns[column] ?? 0, rowNumber - origin.shift)}`;
}

/** 7, or `七贤镇!7`. */
export function rowIn(sheet: Sheet, rowNumber: number): number | string {
  const origin = originOf(sheet, rowNumber);
  return origin ? `${origin.sheet}!${rowNumber - origin.shift}` : rowNumber;
}

/** What a cell shows, near enough to quote it in a message; blank gives ''. */
export function cellText(cell: RawCell | undefined): string {
  if (!cell) return '';
  switch (cell.type) {
    case 'blank':
      return '';
    case 'text':
      return cell.text;
    case 'number':
      return String(cell.number);
    case 'boolean':
      return cell.boolean ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.code;
  }
}

export function isBlankCell(cell: RawCell | undefined): boolean {
  return !cell || cell.type === 'blank' || (cell.type === 'text' && cell.text.trim() === '');
}
