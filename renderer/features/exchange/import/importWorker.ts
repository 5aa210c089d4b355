import { streamWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import type { ReadProblem } from '../../../../shared/exchange/read/readProblem';
import type { Workbook } from '../../../../shared/exchange/workbook';
import { ok, type Result } from '../../../../shared/kernel/result';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { proposeTables, withTables, type Proposal } from './recognise/proposeTables';

export interface ReadOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly ledgers: readonly LedgerDefinition[];
}

export interface ReadAnswer {
  /** Tables of one sheet stand in it as sheets of their own. */
  readonly workbook: Workbook;
  /** Best first. */
  readonly proposals: readonly Proposal[];
}

export type FromImportWorker =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'answer'; readonly answer: Result<ReadAnswer, ReadProblem> };

/** Reads one workbook and looks for its ledger; a stranger's file may take for ever, a worker can be ended. */
async function read({ bytes, fileName, ledgers }: ReadOrder): Promise<void> {
  const say = (message: FromImportWorker) => postMessage(message);
  const opened = await streamWorkbook(bytes, fileName, {
    onProgress: (done, total) => say({ type: 'progress', share: Math.min(1, done / total) }),
  });
  if (!opened.ok) return say({ type: 'answer', answer: opened });
  const workbook = withTables(opened.value, ledgers);
  say({ type: 'answer', answer: ok({ workbook, proposals: proposeTables(workbook, ledgers) }) });
}

addEventListener('message', ({ data }: MessageEvent<ReadOrder>) => {
  read(data).catch((problem: unknown) => {
    // The page hears of exceptions, not of promises that break.
    setTimeout(() => {
      throw problem;
    });
  });
});
