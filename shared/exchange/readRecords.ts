import { codecFor } from '../fields/codecFor';
import type { ParseContext, RawCell } from '../fields/codec';
import { isRowId, type RowId } from '../kernel/ids';
import type { LedgerDefinition } from '../ledger/defineLedger';
import type { Field, StoredValue } from '../ledger/field';
import type { FoundHeader } from './findHeader';
import { recordNumberTarget, type ColumnMapping, type Mapping } from './mapping';
import type { CellFinding, Severity, SkippedRow } from './plan';
import { skipReason } from './skipRow';
import { blankCell, cellAddress, cellText, isBlankCell, type Merge, type Sheet } from './workbook';

/** One row of the sheet as its cells read, before anyone has looked for its record. */
export interface ReadRecord {
  readonly rowNumber: number;
  readonly recordNumber?: RowId;
  readonly recordNumberColumn?: number;
  readonly values: Readonly<Record<string, StoredValue>>;
  /** Mapped columns whose cell is blank. */
  readonly blanks: readonly string[];
  readonly findings: readonly CellFinding[];
}

export interface MappedColumn extends ColumnMapping {
  readonly field?: { readonly name: string; readonly definition: Field };
}

export function mappedColumns(
  mapping: Mapping,
  definition: LedgerDefinition,
): readonly MappedColumn[] {
  return mapping.flatMap((column): MappedColumn[] => {
    if (column.target === null) return [];
    if (column.target === recordNumberTarget) return [column];
    const field = definition.fields[column.target];
    return field ? [{ ...column, field: { name: column.target, definition: field } }] : [];
  });
}

/** Yields each row under the header, as a record or as skipped; blank rows are passed over. */
export function* readRecords(
  sheet: Sheet,
  header: FoundHeader,
  columns: readonly MappedColumn[],
  context: ParseContext,
): Generator<ReadRecord | SkippedRow> {
  const mapped = new Set(columns.map(({ column }) => column));
  const hidden = new Set(sheet.hiddenRows);
  const merges = new Merges(sheet, header.lastRow);
  for (const [index, row] of sheet.rows.entries()) {
    const rowNumber = sheet.rowNumbers[index] ?? 0;
    if (rowNumber <= header.lastRow) continue;
    if (row.every((cell) => isBlankCell(cell))) continue;
    const reason = skipReason(row, header.headers, mapped);
    if (reason) {
      const shown = row.map((cell) => cellText(cell).trim()).filter(Boolean);
      yield { rowNumber, reason, shown: shown.join(' ').slice(0, 200) };
      continue;
    }
    yield readRecord(rowNumber, row, columns, context, merges, hidden.has(rowNumber));
  }
}

function readRecord(
  rowNumber: number,
  row: readonly RawCell[],
  columns: readonly MappedColumn[],
  context: ParseContext,
  merges: Merges,
  isHidden: boolean,
): ReadRecord {
  const values: Record<string, StoredValue> = {};
  const blanks: string[] = [];
  const findings: CellFinding[] = [];
  let recordNumber: RowId | undefined;
  let recordNumberColumn: number | undefined;
  for (const mapped of columns) {
    const { column, field } = mapped;
    let cell = row[column] ?? blankCell;
    const find = (severity: Severity, rule: CellFinding['rule'], facts?: CellFinding['facts']) =>
      findings.push({
        severity,
        rule,
        ...(facts ? { facts } : {}),
        address: cellAddress(column, rowNumber),
        rowNumber,
        column,
        ...(field ? { field: field.name } : {}),
        shown: cellText(cell),
      });
    if (!field) {
      recordNumberColumn = column;
      const text = cellText(cell).trim().toUpperCase();
      if (text === '') continue;
      if (isRowId(text)) recordNumber = text;
      else find('error', 'recordNumber.malformed');
      continue;
    }
    const merged = merges.over(rowNumber, column);
    if (merged) {
      if (!isBlankCell(cell)) find('warning', 'cell.underMerge', { from: merged.address });
      // Merged over rows: each of them means it. Merged over columns: the first column does.
      cell = merged.sameColumn ? merged.cell : blankCell;
      if (!isBlankCell(cell)) find('note', 'cell.fromMerge', { from: merged.address });
    }
    const parsed = codecFor(field.definition).parse(inHeaderUnit(cell, mapped), context);
    switch (parsed.state) {
      case 'blank':
        blanks.push(field.name);
        break;
      case 'value':
        values[field.name] = parsed.value;
        for (const { rule, facts } of parsed.warnings) find('warning', rule, facts);
        break;
      case 'unreadable':
        find('error', parsed.why.rule, parsed.why.facts);
    }
  }
  if (isHidden) {
    const column = columns[0]?.column ?? 0;
    const address = cellAddress(column, rowNumber);
    findings.push({ severity: 'note', rule: 'row.hidden', address, rowNumber, column, shown: '' });
  }
  return {
    rowNumber,
    values,
    blanks,
    findings,
    ...(recordNumber === undefined ? {} : { recordNumber }),
    ...(recordNumberColumn === undefined ? {} : { recordNumberColumn }),
  };
}

/** A bare number under `产量（公斤）` goes to the codec as `12 公斤` when the field counts in 吨. */
function inHeaderUnit(cell: RawCell, { unit, field }: MappedColumn): RawCell {
  if (unit === undefined || !field || field.definition.kind !== 'quantity') return cell;
  const own = (field.definition.unit ?? '').normalize('NFKC').toLowerCase();
  if (unit === own) return cell;
  if (cell.type === 'number') return { type: 'text', text: `${cell.number}${unit}` };
  const bareNumber = cell.type === 'text' && /^[\s\d.,，]+$/.test(cell.text.normalize('NFKC'));
  return bareNumber ? { type: 'text', text: `${cell.text.trim()}${unit}` } : cell;
}

/** The merges over the rows of a table. Only a merge's first cell shows what it holds. */
class Merges {
  readonly #sheet: Sheet;
  readonly #index: ReadonlyMap<number, number>;
  readonly #byColumn = new Map<number, Merge[]>();

  constructor(sheet: Sheet, headerRow: number) {
    this.#sheet = sheet;
    this.#index = new Map(sheet.rowNumbers.map((rowNumber, index) => [rowNumber, index]));
    for (const merge of sheet.merges) {
      if (merge.bottom <= headerRow) continue;
      for (let column = merge.left; column <= Math.min(merge.right, sheet.columns); column++) {
        const known = this.#byColumn.get(column);
        if (known) known.push(merge);
        else this.#byColumn.set(column, [merge]);
      }
    }
    for (const list of this.#byColumn.values()) list.sort((a, b) => a.top - b.top);
  }

  /** The merge that covers the place, unless the place is its first cell. */
  over(rowNumber: number, column: number) {
    const merges = this.#byColumn.get(column);
    if (!merges) return undefined;
    let low = 0;
    let high = merges.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((merges[middle]?.top ?? 0) <= rowNumber) low = middle;
      else high = middle - 1;
    }
    const merge = merges[low];
    if (!merge || rowNumber < merge.top || rowNumber > merge.bottom) return undefined;
    if (rowNumber === merge.top && column === merge.left) return undefined;
    const cell = this.#sheet.rows[this.#index.get(merge.top) ?? -1]?.[merge.left] ?? blankCell;
    const address = cellAddress(merge.left, merge.top);
    return { cell, address, sameColumn: column === merge.left };
  }
}
