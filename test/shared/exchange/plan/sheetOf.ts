import type { RawCell } from '../../../../shared/fields/codec';
import { blankCell, type Merge, type Sheet } from '../../../../shared/exchange/workbook';

type Written = string | number | boolean | RawCell;

/** A sheet from plain values, as a reader would give it: blank rows are left out. */
export function sheetOf(
  rows: readonly (readonly Written[])[],
  merges: readonly Merge[] = [],
  hiddenRows: readonly number[] = [],
): Sheet {
  const cells = rows.map((row) => row.map(toCell));
  const kept = cells.flatMap((row, index) =>
    row.some(({ type }) => type !== 'blank') ? [{ row, rowNumber: index + 1 }] : [],
  );
  return {
    name: '表',
    hidden: false,
    rows: kept.map(({ row }) => row),
    rowNumbers: kept.map(({ rowNumber }) => rowNumber),
    firstRow: kept[0]?.rowNumber ?? 0,
    columns: Math.max(0, ...rows.map((row) => row.length)),
    merges,
    hiddenRows,
    hiddenColumns: [],
    filledCells: kept.flatMap(({ row }) => row.filter(({ type }) => type !== 'blank')).length,
  };
}

function toCell(value: Written): RawCell {
  if (typeof value === 'object') return value;
  if (typeof value === 'number') return { type: 'number', number: value };
  if (typeof value === 'boolean') return { type: 'boolean', boolean: value };
  return value === '' ? blankCell : { type: 'text', text: value };
}
