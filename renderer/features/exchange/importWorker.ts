import { readWorkbook } from '../../../shared/exchange/readWorkbook';
import type { ReadProblem } from '../../../shared/exchange/readProblem';
import type { Workbook } from '../../../shared/exchange/workbook';
import { ok, type Result } from '../../../shared/kernel/result';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import { proposeLedger, type Proposal } from './recognise';

export interface ReadOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly ledgers: readonly LedgerDefinition[];
}

export interface ReadAnswer {
  readonly workbook: Workbook;
  readonly proposal: Proposal | undefined;
}

/** Reads one workbook and looks for its ledger; a stranger's file may take for ever, a worker can be ended. */
addEventListener('message', ({ data }: MessageEvent<ReadOrder>) => {
  const read = readWorkbook(data.bytes, data.fileName);
  const answer: Result<ReadAnswer, ReadProblem> = read.ok
    ? ok({ workbook: read.value, proposal: proposeLedger(read.value, data.ledgers) })
    : read;
  postMessage(answer);
});
