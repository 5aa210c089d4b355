import type { RawCell } from '../../fields/codec';
import type { LedgerDefinition } from '../../ledger/defineLedger';
import { blankCell, type Merge, type RowOrigin, type Sheet } from '../workbook';
import { findHeader, type FoundHeader } from './findHeader';
import { normaliseHeader } from './normaliseHeader';

/** Header of the column that says from which sheet a row came; it can be given to a field. */
export const sourceHeader = '工作表';

/** A sheet and where its table begins. */
export interface TablePlace {
  readonly sheet: Sheet;
  readonly header: FoundHeader;
}

/** The other visible sheets whose columns bear the same names, in whatever order. */
export function alikeSheets(
  sheets: readonly Sheet[],
  { sheet, header }: TablePlace,
  definition: LedgerDefinition,
): readonly TablePlace[] {
  const names = namesIn(header);
  const key = [...names].sort().join('|');
  return sheets.flatMap((other) => {
    if (other === sheet || other.hidden || other.separated || isPartOf(sheet, other)) return [];
    const found = findHeader(other, definition);
    return found && [...namesIn(found)].sort().join('|') === key
      ? [{ sheet: other, header: found }]
      : [];
  });
}

function isPartOf(table: Sheet, whole: Sheet): boolean {
  return table.tableOf === whole.name;
}

function namesIn({ headers }: FoundHeader): readonly string[] {
  return headers.map(columnName).filter((name) => name !== '');
}

/** With its unit: 吨 under 公斤 would be another quantity. */
function columnName(header: string): string {
  const { full, unit } = normaliseHeader(header);
  return unit === undefined ? full : `${full}/${unit}`;
}

/**
 * One table of several: rows of the others stand under those of the first, in its columns, with row
 * numbers that go on. `originOf` and `addressIn` say where each comes from, and so does a last column
 * (`sourceHeader`: the title over its table, else the name of its sheet).
 */
export function joinSheets(first: TablePlace, others: readonly TablePlace[]): TablePlace {
  const headers = [...first.header.headers];
  const width = Math.max(first.sheet.columns, headers.length);
  while (headers.length < width) headers.push('');
  const placed = others.map(({ header }) => placeColumns(header, headers));
  const source = headers.length;
  const rows: (readonly RawCell[])[] = [];
  const rowNumbers: number[] = [];
  const merges: Merge[] = [...first.sheet.merges];
  const hiddenRows: number[] = [...first.sheet.hiddenRows];
  const origins: RowOrigin[] = [];
  for (const [index, row] of first.sheet.rows.entries()) {
    const rowNumber = first.sheet.rowNumbers[index] ?? 0;
    const { lastRow } = first.header;
    if (rowNumber > lastRow) rows.push(withLast(row, source, nameOf(first.sheet)));
    else rows.push(rowNumber === lastRow ? withLast(row, source, sourceHeader) : row);
    rowNumbers.push(rowNumber);
  }
  for (const [place, { sheet, header }] of others.entries()) {
    const to = placed[place] ?? [];
    const shift = (rowNumbers.at(-1) ?? 0) - header.lastRow;
    origins.push({
      from: header.lastRow + 1 + shift,
      sheet: sheet.tableOf ?? sheet.name,
      shift,
      columns: Array.from({ length: source + 1 }, (_, column) => {
        const there = to.indexOf(column);
        return there < 0 ? undefined : there;
      }),
    });
    for (const [index, row] of sheet.rows.entries()) {
      const rowNumber = sheet.rowNumbers[index] ?? 0;
      if (rowNumber <= header.lastRow) continue;
      const moved: RawCell[] = [];
      for (const [column, cell] of row.entries()) {
        const target = to[column];
        if (target !== undefined) moved[target] = cell;
      }
      rows.push(withLast(moved, source, nameOf(sheet)));
      rowNumbers.push(rowNumber + shift);
    }
    for (const { top, left, bottom, right } of sheet.merges) {
      const [from, until] = [to[left], to[right]];
      // Columns in another order pull a merge over several of them apart: its cells then stand alone.
      if (top <= header.lastRow || from === undefined || until !== from + right - left) continue;
      merges.push({ top: top + shift, bottom: bottom + shift, left: from, right: until });
    }
    for (const row of sheet.hiddenRows) if (row > header.lastRow) hiddenRows.push(row + shift);
  }
  const leftOut = [first, ...others].reduce((sum, { sheet }) => sum + (sheet.leftOut ?? 0), 0);
  return {
    header: { ...first.header, headers: [...headers, sourceHeader] },
    sheet: {
      ...first.sheet,
      ...(leftOut > 0 ? { leftOut } : {}),
      name: [first, ...others].map(({ sheet }) => sheet.name).join('、'),
      rows,
      rowNumbers,
      columns: source + 1,
      merges,
      hiddenRows,
      origins,
      filledCells: others.reduce(
        (sum, { sheet }) => sum + sheet.filledCells,
        first.sheet.filledCells,
      ),
    },
  };
}

/** Column here of each column there; what has no name of its own here goes behind (`headers` grows). */
function placeColumns({ headers: theirs }: FoundHeader, headers: string[]): readonly number[] {
  const open = new Map<string, number[]>();
  for (const [column, header] of headers.entries()) {
    const name = columnName(header);
    if (name !== '') open.set(name, [...(open.get(name) ?? []), column]);
  }
  return theirs.map((header) => {
    const name = columnName(header);
    const [column, ...rest] = open.get(name) ?? [];
    if (column === undefined) return headers.push(header) - 1;
    open.set(name, rest);
    return column;
  });
}

function withLast(row: readonly RawCell[], column: number, text: string): readonly RawCell[] {
  const cells = Array.from({ length: column }, (_, at) => row[at] ?? blankCell);
  return [...cells, { type: 'text', text }];
}

function nameOf({ title, tableOf, name }: Sheet): string {
  return title ?? tableOf ?? name;
}
