import type { Finding, ParseContext } from '../../fields/codec';
import type { RowId } from '../../kernel/ids';
import type { LedgerDefinition, RowValues } from '../../ledger/defineLedger';
import type { StoredValue } from '../../ledger/field';
import { hasErrors, readRow } from '../../ledger/validateRow';
import { blankCell, cellAddress, type Merge, type Sheet, type Workbook } from '../workbook';
import { readCell, sentContext } from './compareCell';
import { matchRows, type VisibleRow } from './matchRows';
import type { Snapshot } from './payload';
import { findVisibleSheet, type VisibleSheet } from './visibleSheet';

/** One cell that a person has changed. */
export interface CellEdit {
  readonly row: RowId;
  readonly field: string;
  /** As the sheet showed it when it was sent. */
  readonly before: StoredValue | null;
  /** `null`: cleared. */
  readonly after: StoredValue | null;
  readonly address: string;
  readonly findings: readonly Finding[];
}

export interface AddedRow {
  readonly rowNumber: number;
  readonly values: RowValues;
  /** The record it was copied from, number and all. */
  readonly copyOf?: RowId;
}

export interface RejectedCell {
  readonly address: string;
  readonly row?: RowId;
  readonly field?: string;
  readonly why: Finding | { readonly rule: 'row.deleted' };
}

/** Something a program or a person did to the sheet that changes no record; told, not asked. */
export type EditNotice =
  | { readonly type: 'sheetMissing' }
  | { readonly type: 'columnRenamed' | 'columnMissing'; readonly field: string }
  | { readonly type: 'numberMissing' }
  | { readonly type: 'copyIgnored' | 'rowNotSent'; readonly row: RowId; readonly address: string }
  | {
      readonly type: 'digitsLost' | 'underMerge';
      readonly row: RowId;
      readonly field: string;
      readonly address: string;
    };

/** Everything that differs from what was sent, and nothing else. */
export interface HumanEdits {
  readonly ledger: string;
  readonly sheet: string;
  readonly cells: readonly CellEdit[];
  readonly added: readonly AddedRow[];
  /** Rows that are gone: proposals to delete, off until somebody says so. */
  readonly missing: readonly RowId[];
  readonly rejected: readonly RejectedCell[];
  readonly notices: readonly EditNotice[];
  readonly unchanged: number;
}

/** Visible minus snapshot. `here` resolves references and dates as this device knows them. */
export function findHumanEdits(
  workbook: Workbook,
  snapshot: Snapshot,
  definition: LedgerDefinition,
  here: ParseContext,
  machineSheet: string | undefined,
): HumanEdits {
  const visible = findVisibleSheet(workbook, snapshot, definition, machineSheet);
  const base = { ledger: snapshot.ledger, sheet: visible?.sheet.name ?? snapshot.sheet };
  if (!visible) {
    const notices = [{ type: 'sheetMissing' } as const];
    return { ...base, cells: [], added: [], missing: [], rejected: [], notices, unchanged: 0 };
  }
  const context = sentContext(snapshot, { ...here, dateSystem: workbook.dateSystem });
  const matched = matchRows(visible, snapshot, definition);
  const cells: CellEdit[] = [];
  const rejected: RejectedCell[] = [];
  const notices: EditNotice[] = [
    ...visible.renamed.map((field) => ({ type: 'columnRenamed', field }) as const),
    ...visible.missing.map((field) => ({ type: 'columnMissing', field }) as const),
    ...(visible.recordNumberColumn === undefined ? [{ type: 'numberMissing' } as const] : []),
  ];
  const address = ({ rowNumber }: VisibleRow) =>
    cellAddress(visible.recordNumberColumn ?? 0, rowNumber);
  for (const { id, row } of matched.copies) {
    notices.push({ type: 'copyIgnored', row: id, address: address(row) });
  }
  for (const { id, row } of matched.strange) {
    notices.push({ type: 'rowNotSent', row: id, address: address(row) });
  }
  let unchanged = 0;
  for (const { id, row } of matched.sent) {
    const found = cells.length + rejected.length;
    readSentRow({ id, row, visible, snapshot, definition, context, cells, rejected, notices });
    if (cells.length + rejected.length === found) unchanged++;
  }
  const added: AddedRow[] = [];
  for (const { row, copyOf } of matched.added) {
    const read = readAdded(row, visible, definition, context);
    rejected.push(...read.rejected);
    if (read.rejected.length > 0) continue;
    const { rowNumber } = row;
    added.push({ rowNumber, values: read.values, ...(copyOf === undefined ? {} : { copyOf }) });
  }
  return { ...base, cells, added, missing: matched.missing, rejected, notices, unchanged };
}

interface SentRow {
  readonly id: RowId;
  readonly row: VisibleRow;
  readonly visible: VisibleSheet;
  readonly snapshot: Snapshot;
  readonly definition: LedgerDefinition;
  readonly context: ParseContext;
  readonly cells: CellEdit[];
  readonly rejected: RejectedCell[];
  readonly notices: EditNotice[];
}

function readSentRow(sent: SentRow): void {
  const { id, row, visible, snapshot, definition, context, cells, rejected, notices } = sent;
  const values = snapshot.rows.get(id) ?? {};
  for (const [name, column] of visible.columns) {
    const field = definition.fields[name];
    if (!field) continue;
    const address = cellAddress(column, row.rowNumber);
    const reading = readCell(field, row.cells[column], values[name], context);
    if (reading.state === 'same') continue;
    if (reading.state === 'destroyed') {
      notices.push({ type: 'digitsLost', row: id, field: name, address });
      continue;
    }
    // What a merge hides was not written there by anyone.
    if (isCovered(visible.sheet, row.rowNumber, column)) {
      notices.push({ type: 'underMerge', row: id, field: name, address });
      continue;
    }
    const before = values[name] ?? null;
    if (reading.state === 'unreadable') {
      rejected.push({ address, row: id, field: name, why: reading.why });
    } else if (reading.state === 'cleared') {
      cells.push({ row: id, field: name, before, after: null, address, findings: [] });
    } else {
      const { value: after, findings } = reading;
      cells.push({ row: id, field: name, before, after, address, findings });
    }
  }
}

function isCovered({ merges }: Sheet, rowNumber: number, column: number): boolean {
  const inside = ({ top, bottom, left, right }: Merge) =>
    rowNumber >= top && rowNumber <= bottom && column >= left && column <= right;
  return merges.some(
    (merge) => inside(merge) && !(merge.top === rowNumber && merge.left === column),
  );
}

function readAdded(
  row: VisibleRow,
  visible: VisibleSheet,
  definition: LedgerDefinition,
  context: ParseContext,
): { readonly values: RowValues; readonly rejected: readonly RejectedCell[] } {
  const cells = Object.fromEntries(
    [...visible.columns].map(([name, column]) => [name, row.cells[column] ?? blankCell] as const),
  );
  const { values, findings } = readRow(definition, cells, context);
  const place = (name: string) => cellAddress(visible.columns.get(name) ?? 0, row.rowNumber);
  const unreadable = hasErrors(findings)
    ? Object.entries(findings).flatMap(([field, { errors }]) =>
        errors.map((why) => ({ address: place(field), field, why })),
      )
    : [];
  const wanting = Object.entries(definition.fields).flatMap(([field, { required }]) =>
    required && values[field] === undefined && !findings[field]
      ? [{ address: place(field), field, why: { rule: 'required' } as const }]
      : [],
  );
  return { values, rejected: [...unreadable, ...wanting] };
}
