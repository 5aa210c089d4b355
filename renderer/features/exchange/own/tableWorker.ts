import { guessTable } from '../../../../shared/exchange/recognise/guessTable';
import { streamWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import type { ReadProblem } from '../../../../shared/exchange/read/readProblem';
import type { Sheet } from '../../../../shared/exchange/workbook';
import { ok, type Result } from '../../../../shared/kernel/result';
import { draftOfTable, type OwnDraft } from './ownDraft';

export interface TableOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a workbook would be as a ledger; undefined where no sheet has a header row. */
export type FoundTable = { readonly draft: OwnDraft; readonly rows: number } | undefined;

const longestTitle = 40;

async function read({ name, bytes }: TableOrder): Promise<Result<FoundTable, ReadProblem>> {
  const opened = await streamWorkbook(bytes, name, {});
  if (!opened.ok) return opened;
  const title = name.replace(/\.[^.]*$/, '').slice(0, longestTitle);
  return ok(bestTable(title, opened.value.sheets));
}

/** The table with most columns; visible sheets go before hidden ones. */
function bestTable(title: string, sheets: readonly Sheet[]): FoundTable {
  const [best] = sheets
    .flatMap((sheet) => {
      const table = guessTable(sheet);
      const weight = (table?.columns.length ?? 0) * (sheet.hidden ? 0.1 : 1);
      return table ? [{ sheet, table, weight }] : [];
    })
    .sort((left, right) => right.weight - left.weight);
  return best && { draft: draftOfTable(title, best.sheet, best.table), rows: best.table.rows };
}

addEventListener('message', ({ data }: MessageEvent<TableOrder>) => {
  read(data).then(
    (answer) => postMessage(answer),
    (problem: unknown) => {
      // The page hears of exceptions, not of promises that break.
      setTimeout(() => {
        throw problem;
      });
    },
  );
});
