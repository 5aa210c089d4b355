import type { RawCell } from '../../fields/codec';
import { isRowId, type RowId } from '../../kernel/ids';
import type { LedgerDefinition, RowValues } from '../../ledger/defineLedger';
import { headerNames, skipReason } from '../recognise/skipRow';
import { cellText, isBlankCell } from '../workbook';
import { cellDiffers } from './compareCell';
import type { Snapshot } from './payload';
import type { VisibleSheet } from './visibleSheet';

export interface VisibleRow {
  readonly rowNumber: number;
  readonly cells: readonly RawCell[];
}

/** What each row of the sheet is. */
export interface MatchedRows {
  readonly sent: readonly { readonly id: RowId; readonly row: VisibleRow }[];
  /** New ones; `copyOf` where it carries the number of a record that is there as well. */
  readonly added: readonly { readonly row: VisibleRow; readonly copyOf?: RowId }[];
  /** Word for word another row with the same number. */
  readonly copies: readonly { readonly id: RowId; readonly row: VisibleRow }[];
  /** A record number that the sheet did not have when it was sent. */
  readonly strange: readonly { readonly id: RowId; readonly row: VisibleRow }[];
  readonly missing: readonly RowId[];
}

/**
 * | the row's record number          | the row is                                                  |
 * | one that was sent                | that record                                                 |
 * | one that was sent, several rows  | the least changed of them; the others are copies or new     |
 * | another                          | strange                                                     |
 * | none, every cell as some record  | that record: the number was cleared or its column deleted   |
 * | none, natural key of a record    | that record                                                 |
 * | none                             | new                                                         |
 */
export function matchRows(
  visible: VisibleSheet,
  snapshot: Snapshot,
  definition: LedgerDefinition,
): MatchedRows {
  const byId = new Map<RowId, VisibleRow[]>();
  const strange: { id: RowId; row: VisibleRow }[] = [];
  const unnumbered: VisibleRow[] = [];
  for (const row of dataRows(visible)) {
    const id = numberOf(row, visible);
    if (id === undefined) unnumbered.push(row);
    else if (!snapshot.rows.has(id)) strange.push({ id, row });
    else byId.set(id, [...(byId.get(id) ?? []), row]);
  }
  const changes = (row: VisibleRow, id: RowId) =>
    changedCells(row, visible, snapshot.rows.get(id) ?? {}, definition, snapshot);
  const sent: { id: RowId; row: VisibleRow }[] = [];
  const added: { row: VisibleRow; copyOf?: RowId }[] = [];
  const copies: { id: RowId; row: VisibleRow }[] = [];
  for (const [id, rows] of byId) {
    const ranked = rows
      .map((row) => ({ row, changed: changes(row, id) }))
      .sort(
        (left, right) => left.changed - right.changed || left.row.rowNumber - right.row.rowNumber,
      );
    for (const [place, { row, changed }] of ranked.entries()) {
      if (place === 0) sent.push({ id, row });
      else if (changed === 0) copies.push({ id, row });
      else added.push({ row, copyOf: id });
    }
  }
  const open = new Set([...snapshot.rows.keys()].filter((id) => !byId.has(id)));
  for (const row of unnumbered) {
    const id = recordOf(row, visible, snapshot, definition, open);
    if (id === undefined) added.push({ row });
    else {
      open.delete(id);
      sent.push({ id, row });
    }
  }
  return { sent, added, copies, strange, missing: [...open] };
}

function dataRows({ sheet, headerRow, columns, recordNumberColumn }: VisibleSheet) {
  const headerCells = sheet.rows[sheet.rowNumbers.indexOf(headerRow)] ?? [];
  const headers = headerNames(headerCells.map(cellText));
  const mapped = new Set(columns.values());
  return sheet.rows.flatMap((cells, index): VisibleRow[] => {
    const rowNumber = sheet.rowNumbers[index] ?? 0;
    const numbered =
      recordNumberColumn !== undefined && isRowId(cellText(cells[recordNumberColumn]).trim());
    const filled = cells.some((cell, column) => mapped.has(column) && !isBlankCell(cell));
    if (rowNumber <= headerRow || (!numbered && !filled)) return [];
    return numbered || !skipReason(cells, headers, mapped) ? [{ rowNumber, cells }] : [];
  });
}

function numberOf({ cells }: VisibleRow, { recordNumberColumn }: VisibleSheet): RowId | undefined {
  if (recordNumberColumn === undefined) return undefined;
  const text = cellText(cells[recordNumberColumn]).trim().toUpperCase();
  return isRowId(text) ? text : undefined;
}

function changedCells(
  { cells }: VisibleRow,
  { columns }: VisibleSheet,
  values: RowValues,
  definition: LedgerDefinition,
  snapshot: Snapshot,
): number {
  let changed = 0;
  for (const [name, column] of columns) {
    const field = definition.fields[name];
    if (field && cellDiffers(field, cells[column], values[name], snapshot)) changed++;
  }
  return changed;
}

/** The record that an unnumbered row shows, among those no other row stands for. */
function recordOf(
  row: VisibleRow,
  visible: VisibleSheet,
  snapshot: Snapshot,
  definition: LedgerDefinition,
  open: ReadonlySet<RowId>,
): RowId | undefined {
  for (const id of open) {
    const values = snapshot.rows.get(id) ?? {};
    if (changedCells(row, visible, values, definition, snapshot) === 0) return id;
  }
  for (const key of definition.matchOn) {
    const placed = key.every((name) => visible.columns.has(name));
    if (!placed) continue;
    for (const id of open) {
      const values = snapshot.rows.get(id) ?? {};
      const named = key.every((name) => {
        const field = definition.fields[name];
        const cell = row.cells[visible.columns.get(name) ?? -1];
        const sent = values[name];
        return field && sent !== undefined && !cellDiffers(field, cell, sent, snapshot);
      });
      if (named) return id;
    }
  }
  return undefined;
}
