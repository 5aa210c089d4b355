import { writeSheetOfLines, type SheetLine } from '../../exchange/write/writeSheetOfLines';
import { ok, type Result } from '../../kernel/result';
import {
  cellNumber,
  checkGiveOut,
  textOf,
  type FilledBlock,
  type FilledReport,
  type GiveOutProblem,
  type Run,
} from '../filledReport';
import { columnShares } from './columnShares';

/** Characters of a sheet that fits an A4 page. */
const sheetCharacters = 84;

/** The report as a sheet (.xlsx); fails for one that is not given out. */
export async function writeReportWorkbook(
  report: FilledReport,
  name: string,
): Promise<Result<Uint8Array, GiveOutProblem>> {
  const check = checkGiveOut(report);
  if (!check.ok) return check;
  const lines = report.blocks.flatMap(linesOf);
  const tables = lines.filter(({ look }) => look === 'head' || look === 'cells');
  const shares = columnShares(tables.map(({ cells }) => cells.map(String)));
  const widths = (shares.length > 0 ? shares : [1]).map((share) => share * sheetCharacters);
  return ok(await writeSheetOfLines(name, lines, widths));
}

function linesOf(block: FilledBlock): readonly SheetLine[] {
  if (block.type === 'table') {
    const caption = textOf(block.caption);
    const row = (look: 'head' | 'cells') => (cells: readonly (readonly Run[])[]) => ({
      look,
      cells: cells.map((runs) => cellNumber(runs) ?? textOf(runs)),
    });
    return [
      ...(caption === '' ? [] : [{ look: 'heading', cells: [caption] } as const]),
      ...(block.head.length > 0 ? [row('head')(block.head)] : []),
      ...block.rows.map(row('cells')),
    ];
  }
  if (block.type === 'chart')
    return [
      { look: 'heading', cells: [textOf(block.caption)] },
      ...block.lines.map(([words, figure]) => ({
        look: 'cells' as const,
        cells: [words, cellNumber([figure]) ?? figure.text],
      })),
    ];
  const look = block.type === 'title' || block.type === 'heading' ? block.type : 'wording';
  return textOf(block.runs)
    .split('\n')
    .map((line) => ({ look, cells: [line] }));
}
