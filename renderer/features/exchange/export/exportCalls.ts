import type { WriteProblem } from '../../../../shared/exchange/write/writeLedgerWorkbook';
import type { Language } from '../../../../shared/fields/codec';
import type { Result } from '../../../../shared/kernel/result';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Query } from '../../../store/contract';

/** What goes into the workbook. */
export interface ExportOrder {
  readonly definition: LedgerDefinition;
  readonly query: Query;
  readonly columns: readonly string[];
  readonly masked: boolean;
  readonly language: Language;
  readonly title: string;
}

export interface WrittenExport {
  readonly bytes: Uint8Array;
  readonly rows: number;
}

export type ExportProblem =
  | WriteProblem
  /** The worker ended by itself: mostly for lack of memory. */
  | { readonly tag: 'workerFailed'; readonly detail: string };

export type ToExportWorker =
  /** `port` comes from `Store.openMergeLine`. */
  | { readonly type: 'start'; readonly port: MessagePort; readonly order: ExportOrder }
  | { readonly type: 'cancel' };

export type FromExportWorker =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'ended'; readonly result: Result<WrittenExport, ExportProblem> };
