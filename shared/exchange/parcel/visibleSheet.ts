import type { LedgerDefinition } from '../../ledger/defineLedger';
import { isRowId } from '../../kernel/ids';
import { recordNumberHeader } from '../recognise/mapping';
import { normaliseHeader } from '../recognise/normaliseHeader';
import { cellText, type Sheet, type Workbook } from '../workbook';
import { cellDiffers } from './compareCell';
import type { Snapshot } from './payload';

/** Where the fields of a sheet that was sent stand in it now. */
export interface VisibleSheet {
  readonly sheet: Sheet;
  readonly headerRow: number;
  /** Column by field name. */
  readonly columns: ReadonlyMap<string, number>;
  readonly recordNumberColumn?: number;
  /** Found by their content alone: somebody has written another header. */
  readonly renamed: readonly string[];
  /** Shown when sent, and not found again. */
  readonly missing: readonly string[];
}

const searchedRows = 60;

/** The sheet that shows the snapshot's ledger: by its name, else the one whose headers fit best. */
export function findVisibleSheet(
  workbook: Workbook,
  snapshot: Snapshot,
  definition: LedgerDefinition,
  machineSheet: string | undefined,
): VisibleSheet | undefined {
  const candidates = workbook.sheets
    .filter(({ name }) => name !== machineSheet)
    .flatMap((sheet) => {
      const header = findHeaderRow(sheet, snapshot);
      return header ? [{ sheet, ...header }] : [];
    })
    .sort((left, right) => right.found - left.found);
  const named = candidates.find(({ sheet }) => sheet.name === snapshot.sheet);
  const best = named ?? candidates[0];
  return best && placeColumns(best.sheet, best.row, snapshot, definition);
}

const full = (text: string) => normaliseHeader(text).full;
const numberHeaders = new Set(Object.values(recordNumberHeader).map(full));

function findHeaderRow(
  sheet: Sheet,
  { columns }: Snapshot,
): { readonly row: number; readonly found: number } | undefined {
  const wanted = new Set(columns.map(({ header }) => full(header)));
  let best = { row: 0, found: 0 };
  for (const [index, cells] of sheet.rows.slice(0, searchedRows).entries()) {
    const texts = new Set(cells.map((cell) => full(cellText(cell))));
    const found = [...texts].filter((text) => wanted.has(text) || numberHeaders.has(text)).length;
    if (found > best.found) best = { row: sheet.rowNumbers[index] ?? 0, found };
  }
  // One word may stand anywhere; two, or the only one there was, make a header.
  return best.found >= Math.min(2, columns.length) ? best : undefined;
}

function placeColumns(
  sheet: Sheet,
  headerRow: number,
  snapshot: Snapshot,
  definition: LedgerDefinition,
): VisibleSheet {
  const headers = sheet.rows[sheet.rowNumbers.indexOf(headerRow)] ?? [];
  const columns = new Map<string, number>();
  let recordNumberColumn: number | undefined;
  for (const [column, cell] of headers.entries()) {
    const text = full(cellText(cell));
    if (text === '') continue;
    const field = snapshot.columns.find(
      (known) => full(known.header) === text && !columns.has(known.field),
    );
    if (numberHeaders.has(text)) recordNumberColumn ??= column;
    else if (field) columns.set(field.field, column);
  }
  recordNumberColumn ??= columnOfNumbers(sheet, headerRow);
  const renamed: string[] = [];
  for (const { field } of snapshot.columns) {
    if (columns.has(field) || recordNumberColumn === undefined) continue;
    const column = columnLike(sheet, headerRow, snapshot, definition, {
      field,
      taken: new Set([...columns.values(), recordNumberColumn]),
      recordNumberColumn,
    });
    if (column === undefined) continue;
    columns.set(field, column);
    renamed.push(field);
  }
  const missing = snapshot.columns.map(({ field }) => field).filter((field) => !columns.has(field));
  return {
    sheet,
    headerRow,
    columns,
    ...(recordNumberColumn === undefined ? {} : { recordNumberColumn }),
    renamed,
    missing,
  };
}

function rowsBelow(sheet: Sheet, headerRow: number) {
  return sheet.rows.filter((_, index) => (sheet.rowNumbers[index] ?? 0) > headerRow);
}

/** The record numbers are known by their form, whatever stands over them. */
function columnOfNumbers(sheet: Sheet, headerRow: number): number | undefined {
  const counts = new Map<number, number>();
  for (const cells of rowsBelow(sheet, headerRow).slice(0, 200)) {
    for (const [column, cell] of cells.entries()) {
      if (isRowId(cellText(cell).trim())) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  // A reference that is not here shows a number too: the last such column was the records' own.
  return [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0])[0]?.[0];
}

/** The column that holds what the field held: at least two filled cells, six of ten of all. */
function columnLike(
  sheet: Sheet,
  headerRow: number,
  snapshot: Snapshot,
  definition: LedgerDefinition,
  looking: {
    readonly field: string;
    readonly taken: ReadonlySet<number>;
    readonly recordNumberColumn: number;
  },
): number | undefined {
  const { field, taken, recordNumberColumn } = looking;
  const own = definition.fields[field];
  if (!own) return undefined;
  const rows = rowsBelow(sheet, headerRow);
  let best: { readonly column: number; readonly share: number } | undefined;
  for (let column = 0; column < sheet.columns; column++) {
    if (taken.has(column)) continue;
    let same = 0;
    let compared = 0;
    for (const cells of rows) {
      const id = cellText(cells[recordNumberColumn]).trim();
      const sent = isRowId(id) ? snapshot.rows.get(id)?.[field] : undefined;
      if (sent === undefined) continue;
      compared++;
      if (!cellDiffers(own, cells[column], sent, snapshot)) same++;
    }
    const share = compared === 0 ? 0 : same / compared;
    if (same >= Math.min(2, compared) && share >= 0.6 && share > (best?.share ?? 0)) {
      best = { column, share };
    }
  }
  return best?.column;
}
