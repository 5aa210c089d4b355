import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { sheetName } from './skeleton';

/** A line of a sheet that is read as a page, not as a ledger. */
export interface SheetLine {
  readonly look: 'title' | 'heading' | 'wording' | 'head' | 'cells';
  /** One text of `title`, `heading` and `wording`, over all columns; a cell each of the others. */
  readonly cells: readonly (string | number)[];
}

const font = { name: '仿宋', size: 12 };
const edge = { style: 'thin', color: { rgb: '000000' } } as const;
const border = { top: edge, right: edge, bottom: edge, left: edge };
const styles: Readonly<Record<SheetLine['look'], CellStyle>> = {
  title: {
    font: { ...font, name: '宋体', size: 18, bold: true },
    alignment: { horizontal: 'center' },
  },
  heading: { font: { ...font, name: '黑体' } },
  wording: { font, alignment: { wrapText: true, vertical: 'top' } },
  head: {
    font: { ...font, name: '黑体' },
    border,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  cells: { font, border, alignment: { vertical: 'center', wrapText: true } },
};
const pointsPerLine = 17;

/**
 * One sheet of wording and tables under each other, as wide as its `widths` (characters); numbers
 * are numbers, so that a spreadsheet program can go on with them.
 */
export function writeSheetOfLines(
  name: string,
  lines: readonly SheetLine[],
  widths: readonly number[],
): Promise<Uint8Array> {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const rowDefs: NonNullable<WriteSheet['rowDefs']> = new Map();
  const merges: NonNullable<WriteSheet['merges']> = [];
  const rows = lines.map(({ look, cells: values }, row): CellValue[] => {
    values.forEach((_, column) => cells.set(`${row},${column}`, { style: styles[look] }));
    if (look === 'title' || look === 'heading' || look === 'wording') {
      merges.push({ startRow: row, startCol: 0, endRow: row, endCol: widths.length - 1 });
      const length = String(values[0] ?? '').length * 2;
      if (look === 'wording')
        rowDefs.set(row, { height: Math.max(1, Math.ceil(length / whole)) * pointsPerLine });
    }
    return [...values];
  });
  return writeXlsx({
    sheets: [
      {
        name: sheetName(name),
        rows,
        cells,
        rowDefs,
        merges,
        columns: widths.map((width) => ({ width })),
      },
    ],
  });
}
