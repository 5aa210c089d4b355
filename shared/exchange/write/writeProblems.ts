import {
  writeXlsx,
  type CellStyle,
  type CellValue,
  type ColumnDef,
  type WriteSheet,
} from 'hucre/xlsx';
import type { Language, RawCell } from '../../fields/codec';
import type { FoundHeader } from '../recognise/findHeader';
import type { CellFinding, ImportPlan } from '../plan/plan';
import { workbookWords } from './words';
import { cellText, columnLetters, isBlankCell, rowIn, type Sheet } from '../workbook';

export interface ProblemsRequest {
  readonly sheet: Sheet;
  readonly header: FoundHeader;
  /** Of it: rows whose cells are in `sheet`. */
  readonly plan: Pick<ImportPlan, 'rejected' | 'inserts' | 'updates' | 'unchanged'>;
  readonly language: Language;
  /** The words for a finding, without its address. */
  readonly describe: (finding: CellFinding) => string;
  /** Rows with warnings too; otherwise only rows that were not taken. */
  readonly withWarnings?: boolean;
}

const colours = { error: 'F8CBAD', warning: 'FFE699', note: 'DDEBF7' } as const;
const rank = { error: 2, warning: 1, note: 0 } as const;

function style(rgb: string, bold = false): CellStyle {
  return {
    font: { name: '等线', size: 11, bold },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } },
    alignment: { vertical: 'center', wrapText: true },
  };
}

/**
 * The rows that need a person, to be sent back: columns as they came, the cells coloured that have a
 * problem, what is wrong in a comment and summed up in a last column, with the row number of the
 * sender's file. Corrected, it can be imported as it is: the added columns map to nothing.
 */
export function writeProblems(request: ProblemsRequest): Promise<Uint8Array> {
  const { sheet, header, plan, language, describe, withWarnings = false } = request;
  const words = workbookWords[language];
  const wanted = new Map<number, readonly CellFinding[]>();
  for (const { rowNumber, findings } of plan.rejected) wanted.set(rowNumber, findings);
  if (withWarnings) {
    for (const { rowNumber, findings } of [...plan.inserts, ...plan.updates, ...plan.unchanged]) {
      if (findings.some(({ severity }) => severity === 'warning')) wanted.set(rowNumber, findings);
    }
  }
  const width = Math.max(sheet.columns, header.headers.length);
  const rows: CellValue[][] = [
    [
      ...Array.from({ length: width }, (_, column) => header.headers[column] ?? ''),
      words.rowNumber,
      words.problemsColumn,
    ],
  ];
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (let column = 0; column < width + 2; column++) {
    cells.set(`0,${column}`, { style: style('DDE6F2', true) });
  }
  for (const [index, source] of sheet.rows.entries()) {
    const rowNumber = sheet.rowNumbers[index] ?? 0;
    const findings = wanted.get(rowNumber);
    if (!findings) continue;
    const place = rows.length;
    rows.push([
      ...Array.from({ length: width }, (_, column) => plain(source[column])),
      rowIn(sheet, rowNumber),
      summary(findings, request),
    ]);
    for (let column = 0; column < width; column++) {
      const here = findings.filter((finding) => finding.column === column);
      const cell = source[column];
      const numFmt = cell?.type === 'number' ? (cell.format ?? 'General') : '@';
      const [worst] = [...here].sort((a, b) => rank[b.severity] - rank[a.severity]);
      if (!worst) {
        if (!isBlankCell(cell)) cells.set(`${place},${column}`, { style: { numFmt } });
        continue;
      }
      cells.set(`${place},${column}`, {
        value: plain(cell) ?? '',
        style: { ...style(colours[worst.severity]), numFmt },
        comment: { text: here.map(describe).join('\n') },
      });
    }
    cells.set(`${place},${width + 1}`, { style: { alignment: { wrapText: true } } });
  }
  const columns: ColumnDef[] = Array.from({ length: width + 2 }, (_, column) => ({
    width: column === width + 1 ? 60 : column === width ? 10 : 18,
  }));
  return writeXlsx({
    sheets: [
      {
        name: words.problemsColumn,
        rows,
        cells,
        columns,
        freezePane: { rows: 1 },
        autoFilter: { range: `A1:${columnLetters(width + 1)}${Math.max(2, rows.length)}` },
      },
    ],
    properties: { title: words.problemsColumn },
  });
}

function plain(cell: RawCell | undefined): CellValue {
  if (!cell || cell.type === 'blank') return null;
  if (cell.type === 'number') return cell.number;
  return cell.type === 'boolean' ? cell.boolean : cellText(cell);
}

function summary(
  findings: readonly CellFinding[],
  { describe, language }: ProblemsRequest,
): string {
  const parts = findings
    .filter(({ severity }) => severity !== 'note')
    .map((finding) => `${columnLetters(finding.column)}: ${describe(finding)}`);
  return parts.join(language === 'zh' ? '；' : '; ');
}
