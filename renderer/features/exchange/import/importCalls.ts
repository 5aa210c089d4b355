import type { PlanProblem } from '../../../../shared/exchange/plan/plan';
import type { PlanProgress } from '../../../../shared/exchange/plan/planImport';
import type { ReadProblem } from '../../../../shared/exchange/read/readProblem';
import type { FoundHeader } from '../../../../shared/exchange/recognise/findHeader';
import type { Workbook } from '../../../../shared/exchange/workbook';
import type { Language } from '../../../../shared/fields/codec';
import type { ChangeSource } from '../../../../shared/journal/change';
import type { Result } from '../../../../shared/kernel/result';
import type { LedgerDefinition, RowValues } from '../../../../shared/ledger/defineLedger';
import type { CommitProblem, CommitReceipt } from '../../../store/contract';
import type { CheckFilter, CheckSummary, ShownRow } from './check/checkRows';
import type { Proposal } from './recognise/proposeTables';
import type { Choice } from './recognise/recognise';

export interface ReadOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly ledgers: readonly LedgerDefinition[];
}

export interface ReadAnswer {
  /** Of the file's bytes: see `fileDigest`. */
  readonly digest: string;
  /** The ends of its sheets; tables of one sheet stand in it as sheets of their own. */
  readonly workbook: Workbook;
  /** Best first. */
  readonly proposals: readonly Proposal[];
}

/** What a person has chosen, without the rows: those are where the file was read. */
export interface PlanOrder extends Pick<
  Choice,
  'sheetIndex' | 'joined' | 'mapping' | 'clearBlanks' | 'reportOn'
> {
  readonly definition: LedgerDefinition;
  readonly header: Pick<FoundHeader, 'firstRow' | 'lastRow'>;
  readonly defaults: RowValues;
}

/** What a plan says in numbers, and the rows that stand first. */
export interface PlanSummary extends CheckSummary {
  readonly ledger: string;
  readonly sheet: string;
}

/** How the rows that need a person are sent back: see `writeProblems`. */
export interface ProblemsOrder {
  readonly definition: LedgerDefinition;
  readonly language: Language;
  readonly withWarnings: boolean;
}

/** The worker ended by itself: mostly for lack of memory. */
export interface WorkerFailed {
  readonly tag: 'workerFailed';
  readonly detail: string;
}

/** What the worker does that reads a file; rows and plan stay with it until it is ended. */
export interface ImportCalls {
  read(order: ReadOrder): Promise<Result<ReadAnswer, ReadProblem | WorkerFailed>>;
  plan(order: PlanOrder): Promise<Result<PlanSummary, PlanProblem | WorkerFailed>>;
  /** Rows of the plan, by their place among those that pass the filter. */
  rows(filter: CheckFilter, from: number, to: number): Promise<readonly ShownRow[]>;
  /** The workbook of the rows that need a person; large ones take seconds. */
  problems(
    order: ProblemsOrder,
  ): Promise<Result<Uint8Array, { readonly tag: 'notPlanned' } | WorkerFailed>>;
  /** Writes what is planned, from where it is. */
  write(
    source: ChangeSource,
    expectSequence: number,
  ): Promise<Result<CommitReceipt, CommitProblem | WorkerFailed>>;
  /** Ends planning, and writing as long as that can be. */
  cancel(): Promise<void>;
}

export type ImportProgress =
  | { readonly stage: 'reading'; readonly share: number }
  | { readonly stage: 'writing'; readonly done: number; readonly total: number }
  | PlanProgress;

type CallOf<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => unknown
    ? { readonly method: Name; readonly args: Args }
    : never;
}[keyof Calls];

export type ToImportWorker =
  | { readonly type: 'line'; readonly port: MessagePort }
  | { readonly type: 'call'; readonly id: number; readonly call: CallOf<ImportCalls> };

export type FromImportWorker =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown };
