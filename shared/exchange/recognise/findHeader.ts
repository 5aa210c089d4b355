import type { LedgerDefinition } from '../../ledger/defineLedger';
import { candidatesFor } from './mapping';
import { normaliseHeader, type HeaderText } from './normaliseHeader';
import { cellText, isBlankCell, type Merge, type Sheet } from '../workbook';

/** Where the table of a sheet begins. */
export interface FoundHeader {
  /** Row numbers as the sheet counts them. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** One per column from A: the header rows joined from top to bottom; '' where there is none. */
  readonly headers: readonly string[];
  /** Share of the non-blank header cells that some field is known by. */
  readonly share: number;
  /** Fields found by their own name or a synonym. */
  readonly recognised: number;
}

/** Made uniform once, however many ledgers a sheet is held against. */
export type HeaderTexts = Map<string, HeaderText>;

const searchedRows = 30;
const mostHeaderRows = 3;

/**
 * The header rows among the first 30 rows, or undefined where no row names even one field: then a
 * person points at it (`headerAt`). Title rows, blank rows and columns before the table do not matter.
 */
export function findHeader(
  sheet: Sheet,
  definition: LedgerDefinition,
  texts: HeaderTexts = new Map(),
): FoundHeader | undefined {
  let best: FoundHeader | undefined;
  let bestScore = 0;
  const known = new Map<string, number>();
  for (const [index, rowNumber] of sheet.rowNumbers.entries()) {
    if (index >= searchedRows || rowNumber > sheet.firstRow + 200) break;
    for (let rows = 1; rows <= mostHeaderRows; rows++) {
      const lastRow = rowNumber + rows - 1;
      if (rows > 1 && !isHeaderBlock(sheet, rowNumber, lastRow)) break;
      const found = headerAt(sheet, rowNumber, lastRow, definition, known, texts);
      // A later or taller block must be better, not as good: data rows may repeat a header's words.
      const score = found.recognised + found.share;
      if (score > bestScore && found.recognised > 0) {
        best = found;
        bestScore = score;
      }
    }
  }
  return best;
}

/** The header made of these rows, wherever a person says it is. */
export function headerAt(
  sheet: Sheet,
  firstRow: number,
  lastRow: number,
  definition: LedgerDefinition,
  known = new Map<string, number>(),
  texts: HeaderTexts = new Map(),
): FoundHeader {
  const headers = joinedHeaders(sheet, firstRow, lastRow, texts);
  let recognised = 0;
  let filled = 0;
  for (const header of headers) {
    if (header === '') continue;
    filled++;
    let score = known.get(header);
    if (score === undefined) {
      const text = uniform(header, texts);
      score = candidatesFor(header, definition, text)[0]?.score ?? 0;
      known.set(header, score);
    }
    if (score >= 0.85) recognised++;
    else recognised += score / 4;
  }
  return { firstRow, lastRow, headers, recognised, share: filled === 0 ? 0 : recognised / filled };
}

/** Rows belong to one header when a merge ties them or the upper one spans columns of the lower. */
export function isHeaderBlock(sheet: Sheet, firstRow: number, lastRow: number): boolean {
  const tied = sheet.merges.some(
    ({ top, bottom, left, right }) =>
      top >= firstRow &&
      top < lastRow &&
      ((bottom > top && bottom <= lastRow) || (bottom === top && right > left)),
  );
  if (!tied) return false;
  // All text: numbers are data.
  for (let rowNumber = firstRow; rowNumber <= lastRow; rowNumber++) {
    const row = sheet.rows[sheet.rowNumbers.indexOf(rowNumber)];
    if (!row) return false;
    if (row.some((cell) => cell.type === 'number' || cell.type === 'boolean')) return false;
  }
  return true;
}

function uniform(header: string, texts: HeaderTexts): HeaderText {
  const known = texts.get(header);
  if (known) return known;
  const text = normaliseHeader(header);
  texts.set(header, text);
  return text;
}

export function joinedHeaders(
  sheet: Sheet,
  firstRow: number,
  lastRow: number,
  texts: HeaderTexts = new Map(),
): readonly string[] {
  const parts: string[][] = [];
  for (let rowNumber = firstRow; rowNumber <= lastRow; rowNumber++) {
    const row = sheet.rows[sheet.rowNumbers.indexOf(rowNumber)] ?? [];
    for (const [column, cell] of row.entries()) {
      if (isBlankCell(cell)) continue;
      const text = uniform(cellText(cell), texts).shown;
      const merge = mergeFrom(sheet.merges, rowNumber, column);
      // A title over several columns belongs to each of them, unless it is the lowest header row.
      const right = merge && rowNumber < lastRow ? merge.right : column;
      for (let place = column; place <= Math.min(right, column + 255); place++) {
        (parts[place] ??= []).push(text);
      }
    }
  }
  return Array.from({ length: parts.length }, (_, column) => {
    const texts = parts[column] ?? [];
    return texts.filter((text, index) => texts.indexOf(text) === index).join('');
  });
}

function mergeFrom(merges: readonly Merge[], row: number, column: number): Merge | undefined {
  return merges.find(({ top, left }) => top === row && left === column);
}
