import {
  AlignmentType,
  convertMillimetersToTwip,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { cellNumber, textOf, type FilledBlock, type FilledChart, type Run } from '../filledReport';
import { fonts, page, points } from './layout';
import { columnShares } from './columnShares';

type FilledTable = Extract<FilledBlock, { type: 'table' }>;

/** What a chart shows, in figures. */
export function chartTable({ caption, lines }: FilledChart): FilledTable {
  const rows = lines.map(([words, figure]): readonly (readonly Run[])[] => [
    [{ type: 'text', text: words }],
    [figure],
  ]);
  return { type: 'table', caption, head: [], rows };
}

/** A table as wide as the text; its head is repeated on every page, numbers stand right. */
export function reportTable({ head, rows }: FilledTable): Table {
  const shares = columnShares([head, ...rows].map((row) => row.map(textOf)));
  const widths = shares.map((share) =>
    Math.round(convertMillimetersToTwip(page.textWidthMm) * share),
  );
  const line = (cells: readonly (readonly Run[])[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((runs, column) => cell(runs, widths[column] ?? 0, isHead)),
    });
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [...(head.length > 0 ? [line(head, true)] : []), ...rows.map((row) => line(row, false))],
  });
}

function cell(runs: readonly Run[], width: number, isHead: boolean): TableCell {
  const font = isHead ? fonts.heading : fonts.body;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: isHead
          ? AlignmentType.CENTER
          : cellNumber(runs) === undefined
            ? AlignmentType.LEFT
            : AlignmentType.RIGHT,
        children: [
          new TextRun({
            text: textOf(runs),
            font: { ascii: fonts.latin, eastAsia: font, hAnsi: fonts.latin },
            size: points.table * 2,
          }),
        ],
      }),
    ],
  });
}
