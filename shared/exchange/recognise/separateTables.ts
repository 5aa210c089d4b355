import type { RawCell } from '../../fields/codec';
import type { LedgerDefinition } from '../../ledger/defineLedger';
import { blankCell, cellAddress, cellText, isBlankCell, type Sheet } from '../workbook';
import { knownHeaders } from './mapping';
import { normaliseHeader } from './normaliseHeader';
import { isFootnote } from './skipRow';

/** A row that names columns, by its place in `rows`. */
interface HeaderRow {
  readonly index: number;
  /** Normalised header by column. */
  readonly names: ReadonlyMap<number, string>;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

const searchedRows = 30;
/** A title, perhaps with a unit beside it. */
const mostOverHeader = 2;
const leastNamed = 3;
const leastNamedBeside = 2;
const leastShare = 0.6;
/** A longer text is no header: spares the look at every cell of a ledger full of words. */
const longestHeader = 24;

/**
 * The tables of a sheet that holds several, under one another or side by side, each as a sheet whose
 * cells keep their addresses; nothing where it holds one. A table begins at a row that names columns
 * of some ledger, with the title over it. The same header again without a title goes on with the
 * same table (a list printed page by page).
 */
export function separateTables(
  sheet: Sheet,
  ledgers: readonly LedgerDefinition[],
): readonly Sheet[] {
  const known = knownHeaders(ledgers);
  const headers = headerRows(sheet, known);
  const [first] = headers;
  if (!first) return [];
  const starts = [{ header: first, from: 0, title: titleOver(sheet, first.index, -1).title }];
  for (const header of headers.slice(1)) {
    const previous = starts.at(-1);
    if (!previous) break;
    const { from, title } = titleOver(sheet, header.index, previous.header.index);
    if (title === undefined && sameNames(header, previous.header)) continue;
    starts.push({ header, from, title });
  }
  const blocks = starts.flatMap(({ header, from, title }, place) => {
    const next = starts[place + 1];
    const rows = { first: from, last: (next?.from ?? sheet.rows.length) - 1 };
    return columnBlocks(sheet, header, rows, known).map((columns) => ({ rows, columns, title }));
  });
  if (blocks.length === 1) return [];
  return blocks.map(({ rows, columns, title }) => tableOf(sheet, rows, columns, title));
}

function headerRows(sheet: Sheet, known: ReadonlySet<string>): readonly HeaderRow[] {
  const found: HeaderRow[] = [];
  for (const [index, row] of sheet.rows.entries()) {
    if (!mayBegin(sheet, index)) continue;
    const header = headerRow(row, index, known);
    if (!header) continue;
    // Its second line, or the same in the other language.
    const above = found.at(-1)?.index ?? -2;
    const isNext = (sheet.rowNumbers[index] ?? 0) - (sheet.rowNumbers[above] ?? 0) === 1;
    if (index === above + 1 && isNext) continue;
    found.push(header);
  }
  return found;
}

/** At the top, after a blank row, or under a title or a note: a table does not begin amid records. */
function mayBegin({ rows, rowNumbers }: Sheet, index: number): boolean {
  if (index < searchedRows) return true;
  if ((rowNumbers[index] ?? 0) - (rowNumbers[index - 1] ?? 0) > 1) return true;
  let filled = 0;
  for (const cell of rows[index - 1] ?? [])
    if (!isBlankCell(cell) && ++filled > mostOverHeader) return false;
  return true;
}

function headerRow(
  row: readonly RawCell[],
  index: number,
  known: ReadonlySet<string>,
): HeaderRow | undefined {
  const names = new Map<number, string>();
  let named = 0;
  for (const [column, cell] of row.entries()) {
    if (isBlankCell(cell)) continue;
    if (cell.type !== 'text') return undefined;
    const { full, base } =
      cell.text.length > longestHeader * 2 ? nameless : normaliseHeader(cell.text);
    names.set(column, full);
    if (known.has(full) || known.has(base)) named++;
    // Of the first three cells of a header, one at least is a column somebody knows.
    else if (names.size === 3 && named === 0) return undefined;
  }
  return named >= leastNamed && named / names.size >= leastShare ? { index, names } : undefined;
}

const nameless = { full: '', base: '' };

function sameNames(one: HeaderRow, other: HeaderRow): boolean {
  return (
    one.names.size === other.names.size &&
    [...one.names].every(([column, name]) => other.names.get(column) === name)
  );
}

/** Rows of one cell each right over a header: its title. Notes under the table above are not. */
function titleOver(
  sheet: Sheet,
  header: number,
  previous: number,
): { readonly from: number; readonly title: string | undefined } {
  let from = header;
  let title: string | undefined;
  while (from - 1 > previous) {
    const texts = filledTexts(sheet.rows[from - 1] ?? []);
    // Over a merged title, cells in the same row may hold a unit of the table (单位：吨).
    if (texts.length > mostOverHeader || texts.some(isFootnote)) break;
    if (texts.length > 1 && !texts.some((text) => /[:：]/.test(text))) break;
    from--;
    title = texts[0];
  }
  return { from, title };
}

function filledTexts(row: readonly RawCell[]): readonly string[] {
  return row.flatMap((cell) => (isBlankCell(cell) ? [] : [cellText(cell).trim()]));
}

/** Runs of columns with blank ones between, each of which names columns of its own. */
function columnBlocks(
  sheet: Sheet,
  header: HeaderRow,
  rows: Span,
  known: ReadonlySet<string>,
): readonly Span[] {
  const whole = [{ first: 0, last: sheet.columns - 1 }];
  const filled = new Set<number>(header.names.keys());
  // Mostly every column is named, and no row need be looked at to know that none is blank.
  for (let at = header.index; at <= rows.last && filled.size < sheet.columns; at++) {
    for (const [column, cell] of (sheet.rows[at] ?? []).entries())
      if (!isBlankCell(cell)) filled.add(column);
  }
  const runs: { first: number; last: number }[] = [];
  for (const column of [...filled].sort((left, right) => left - right)) {
    const run = runs.at(-1);
    if (run && column === run.last + 1) run.last = column;
    else runs.push({ first: column, last: column });
  }
  const isTable = ({ first, last }: Span) => {
    const names = [...header.names].filter(([column]) => column >= first && column <= last);
    const named = names.filter(([, name]) => known.has(name)).length;
    return named >= leastNamedBeside && named / names.length >= leastShare;
  };
  return runs.length > 1 && runs.every(isTable) ? runs : whole;
}

function tableOf(sheet: Sheet, rows: Span, columns: Span, title: string | undefined): Sheet {
  const isWhole = columns.first === 0 && columns.last === sheet.columns - 1;
  const cut = (row: readonly RawCell[]) =>
    isWhole
      ? row
      : row
          .slice(0, columns.last + 1)
          .map((cell, column) => (column < columns.first ? blankCell : cell));
  const kept = sheet.rows.slice(rows.first, rows.last + 1).map(cut);
  const rowNumbers = sheet.rowNumbers.slice(rows.first, rows.last + 1);
  const [top = 0, bottom = 0] = [rowNumbers[0], rowNumbers.at(-1)];
  let [leftmost, rightmost, widest, filledCells] = [columns.last, columns.first, 0, 0];
  for (const row of kept) {
    widest = Math.max(widest, row.length);
    for (const [column, cell] of row.entries()) {
      if (isBlankCell(cell)) continue;
      filledCells++;
      leftmost = Math.min(leftmost, column);
      rightmost = Math.max(rightmost, column);
    }
  }
  const range = `${cellAddress(leftmost, top)}:${cellAddress(rightmost, bottom)}`;
  return {
    ...sheet,
    name: `${sheet.name}!${range}`,
    tableOf: sheet.name,
    ...(title === undefined ? {} : { title }),
    rows: kept,
    rowNumbers,
    firstRow: top,
    columns: widest,
    filledCells,
  };
}
