import type { ParseContext, RawCell } from '../../fields/codec';
import { isRowId, type RowId } from '../../kernel/ids';
import { Shapes } from '../../kernel/shapes';
import type { LedgerDefinition } from '../../ledger/defineLedger';
import type { Field, StoredValue } from '../../ledger/field';
import type { ReadCell } from '../../ledger/validateRow';
import type { FoundHeader } from '../recognise/findHeader';
import { recordNumberTarget, type ColumnMapping, type Mapping } from '../recognise/mapping';
import type { CellFinding, Severity, SkippedRow } from './plan';
import { headerNames, skipReason } from '../recognise/skipRow';
import { columnReader } from './columnReader';
import {
  addressFrom,
  addressIn,
  blankCell,
  cellText,
  isBlankCell,
  originOf,
  type Merge,
  type RowOrigin,
  type Sheet,
} from '../workbook';

/** One row of the sheet as its cells read, before anyone has looked for its record. */
export interface ReadRecord {
  readonly rowNumber: number;
  /** Where it stands in another sheet than most. */
  readonly origin: RowOrigin | undefined;
  readonly recordNumber: RowId | undefined;
  readonly recordNumberColumn: number | undefined;
  readonly values: Readonly<Record<string, StoredValue>>;
  /** Mapped columns whose cell is blank. */
  readonly blanks: readonly string[];
  readonly findings: readonly CellFinding[];
}

export interface MappedColumn extends ColumnMapping {
  readonly field?: { readonly name: string; readonly definition: Field };
}

interface ReadColumn {
  readonly mapped: MappedColumn;
  /** Absent in the column of record numbers. */
  readonly read?: (cell: RawCell) => ReadCell;
}

interface Reading {
  readonly sheet: Sheet;
  readonly columns: readonly ReadColumn[];
  readonly merges: Merges;
  readonly shapes: Shapes<StoredValue>;
  /** Of the row at hand; one pair of lists, filled anew for every row. */
  readonly names: string[];
  readonly values: StoredValue[];
}

const nothingBlank: readonly string[] = [];
const noFindings: readonly CellFinding[] = [];

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
  const headers = headerNames(header.headers);
  const readers = columns.map((one): ReadColumn => {
    const read = one.field && columnReader(one.field.definition, context);
    return read ? { mapped: one, read } : { mapped: one };
  });
  const shapes = new Shapes<StoredValue>();
  const reading: Reading = { sheet, columns: readers, merges, shapes, names: [], values: [] };
  for (let index = 0; index < sheet.rows.length; index++) {
    const row = sheet.rows[index] ?? [];
    const rowNumber = sheet.rowNumbers[index] ?? 0;
    if (rowNumber <= header.lastRow) continue;
    if (row.every(isBlankCell)) continue;
    // The column that says where a row comes from says nothing about what it is.
    const own = sheet.origins ? row.slice(0, -1) : row;
    const reason = skipReason(own, headers, mapped);
    if (reason) {
      const shown = own.map((cell) => cellText(cell).trim()).filter(Boolean);
      yield { rowNumber, reason, shown: shown.join(' ').slice(0, 200) };
      continue;
    }
    yield readRecord(rowNumber, row, hidden.has(rowNumber), reading);
  }
}

function readRecord(
  rowNumber: number,
  row: readonly RawCell[],
  isHidden: boolean,
  { sheet, columns, merges, shapes, names, values }: Reading,
): ReadRecord {
  let findings: CellFinding[] | undefined;
  let blanks: string[] | undefined;
  const origin = originOf(sheet, rowNumber);
  names.length = 0;
  values.length = 0;
  const say = (
    { column, field }: MappedColumn,
    severity: Severity,
    { rule, facts }: Pick<CellFinding, 'rule' | 'facts'>,
    cell: RawCell = blankCell,
  ) =>
    (findings ??= []).push({
      severity,
      rule,
      ...(facts ? { facts } : {}),
      address: addressFrom(origin, column, rowNumber),
      rowNumber,
      column,
      ...(field ? { field: field.name } : {}),
      shown: cellText(cell),
    });
  let recordNumber: RowId | undefined;
  let recordNumberColumn: number | undefined;
  for (const { mapped, read } of columns) {
    const { column, field } = mapped;
    let cell = row[column] ?? blankCell;
    if (!field || !read) {
      recordNumberColumn = column;
      const text = cellText(cell).trim().toUpperCase();
      if (isRowId(text)) recordNumber = text;
      else if (text !== '') say(mapped, 'error', { rule: 'recordNumber.malformed' }, cell);
      continue;
    }
    const merged = merges.over(rowNumber, column);
    if (merged) {
      const facts = { from: merged.address };
      if (!isBlankCell(cell)) say(mapped, 'warning', { rule: 'cell.underMerge', facts }, cell);
      // Merged over rows: each of them means it. Merged over columns: the first column does.
      cell = merged.sameColumn ? merged.cell : blankCell;
      if (!isBlankCell(cell)) say(mapped, 'note', { rule: 'cell.fromMerge', facts }, cell);
    }
    const { isBlank, value, errors, warnings } = read(inHeaderUnit(cell, mapped));
    if (isBlank) (blanks ??= []).push(field.name);
    if (value !== undefined) {
      names.push(field.name);
      values.push(value);
    }
    for (const finding of errors) say(mapped, 'error', finding, row[column]);
    for (const finding of warnings) say(mapped, 'warning', finding, row[column]);
  }
  const [first] = columns;
  if (isHidden && first) say(first.mapped, 'note', { rule: 'row.hidden' });
  return {
    rowNumber,
    values: shapes.make(names, values),
    blanks: blanks ?? nothingBlank,
    findings: findings ?? noFindings,
    origin,
    recordNumber,
    recordNumberColumn,
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
    const below = sheet.merges.some(({ bottom }) => bottom > headerRow);
    this.#index = new Map(
      below ? sheet.rowNumbers.map((rowNumber, index) => [rowNumber, index]) : [],
    );
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
    const address = addressIn(this.#sheet, merge.left, merge.top);
    return { cell, address, sameColumn: column === merge.left };
  }
}
