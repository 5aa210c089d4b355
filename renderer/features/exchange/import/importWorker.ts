import { streamWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import type { ReadProblem } from '../../../../shared/exchange/read/readProblem';
import type { Workbook } from '../../../../shared/exchange/workbook';
import { ok, type Result } from '../../../../shared/kernel/result';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { proposeLedger, type Proposal } from './recognise/recognise';

export interface ReadOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly ledgers: readonly LedgerDefinition[];
}

export interface ReadAnswer {
  readonly workbook: Workbook;
  readonly proposal: Proposal | undefined;
}

export type FromImportWorker =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'answer'; readonly answer: Result<ReadAnswer, ReadProblem> };

/** Reads one workbook and looks for its ledger; a stranger's file may take for ever, a worker can be ended. */
async function read({ bytes, fileName, ledgers }: ReadOrder): Promise<void> {
  const say = (message: FromImportWorker) => postMessage(message);
  const workbook = await streamWorkbook(bytes, fileName, {
    onProgress: (done, total) => say({ type: 'progress', share: Math.min(1, done / total) }),
  });
  const answer = workbook.ok
    ? ok({ workbook: workbook.value, proposal: proposeLedger(workbook.value, ledgers) })
    : workbook;
  say({ type: 'answer', answer });
}

addEventListener('message', ({ data }: MessageEvent<ReadOrder>) => {
  read(data).catch((problem: unknown) => {
    // The page hears of exceptions, not of promises that break.
    setTimeout(() => {
      throw problem;
    });
  });
});
