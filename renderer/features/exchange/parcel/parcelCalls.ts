import type { Language } from '../../../../shared/fields/codec';
import type { Manifest, ParcelKind, Sender } from '../../../../shared/exchange/parcel/manifest';
import type {
  Acquaintance,
  RecogniseProblem,
  Trust,
} from '../../../../shared/exchange/parcel/recognise';
import type { ParcelProblem } from '../../../../shared/exchange/parcel/sealParcel';
import type { ParcelFile } from '../../../../shared/exchange/parcel/writeParcel';
import type { Result } from '../../../../shared/kernel/result';
import type { RowValues } from '../../../../shared/ledger/defineLedger';
import type { Seen } from '../../../../shared/merge/knowledge';
import type { CommitProblem } from '../../../store/contract';
import type { Choice, LineFilter, ManyLines, ReceiveLine } from '../receive/receiveLine';
import type { PlanSummary } from '../receive/summariseLines';

/** What a dropped file turned out to be. */
export type OpenedParcel =
  | { readonly tag: 'password'; readonly wrong: boolean }
  | {
      readonly tag: 'refused';
      readonly why: RecogniseProblem['tag'] | ParcelProblem['tag'];
      /** Its sheets can still be imported as any other workbook's: the file without its password. */
      readonly bytes?: Uint8Array;
    }
  /** Not sent out by this app, or a blank template: imported as any other workbook. */
  | { readonly tag: 'foreign'; /** Without its password. */ readonly bytes: Uint8Array }
  | {
      readonly tag: 'parcel';
      readonly manifest: Manifest;
      readonly trust: Trust;
      readonly fingerprint: string;
      readonly alreadyReceived: boolean;
      readonly olderThanKnown: boolean;
    };

export interface ApplyOrder {
  readonly file: string;
  /** Its signature did not vouch for it; a person took it all the same. */
  readonly accepted: boolean;
  readonly choices: ReadonlyMap<string, Choice>;
  /** What every record made here has, where the sheet leaves it blank. */
  readonly recordedHere: RowValues;
}

export interface AppliedParcel {
  /** Undefined where there was nothing to write. */
  readonly sequence?: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  /** For the receipt. */
  readonly changes: number;
  readonly edits: number;
  readonly rejected: number;
}

export type ApplyProblem =
  | CommitProblem
  /** The records have changed since it was shown, and there is more to decide now. */
  | { readonly tag: 'replanned'; readonly summary: PlanSummary };

export interface SendOrder {
  readonly kind: Extract<ParcelKind, 'exchange' | 'masked'>;
  readonly ledgers: readonly string[];
  /** All records and all changes, whatever the receiver has. */
  readonly everything: boolean;
  /** What the receiver says it has. */
  readonly seen: Seen;
  readonly head: Pick<Manifest, 'parcel' | 'number' | 'event' | 'sentAt' | 'receipts'> & {
    readonly to?: string;
  };
  readonly sender: Omit<Sender, 'device'>;
  readonly seed: Uint8Array;
  readonly password: string;
  readonly language: Language;
}

export interface WrittenParcel {
  readonly files: readonly ParcelFile[];
  readonly changes: number;
  readonly rows: number;
}

export type SendProblem =
  | { readonly tag: 'cancelled' | 'nothingNew' }
  | { readonly tag: 'tooManyRows'; readonly allowed: number };

export interface ReceiptOrder extends Pick<SendOrder, 'head' | 'sender' | 'seed' | 'language'> {
  readonly of: Pick<Manifest, 'sender' | 'sentAt' | 'number'>;
  readonly password: string;
}

/** What the worker does that reads, plans, merges and writes workbooks. */
export interface ParcelCalls {
  open(
    file: number,
    name: string,
    bytes: Uint8Array,
    passwords: readonly string[],
    known: Acquaintance,
  ): Promise<OpenedParcel>;
  plan(
    file: number,
    language: Language,
  ): Promise<Result<PlanSummary, { readonly tag: 'cancelled' | ParcelProblem['tag'] }>>;
  lines(
    file: number,
    filter: LineFilter,
    from: number,
    to: number,
  ): Promise<readonly ReceiveLine[]>;
  /** Keys of the lines that can be chosen between, for deciding many at once. */
  choosable(file: number, filter: ManyLines): Promise<readonly string[]>;
  apply(file: number, order: ApplyOrder): Promise<Result<AppliedParcel, ApplyProblem>>;
  send(order: SendOrder): Promise<Result<WrittenParcel, SendProblem>>;
  receipt(order: ReceiptOrder): Promise<ParcelFile>;
  /** Stops planning or sending; what is being written to the store is finished. */
  cancel(): Promise<void>;
  forget(file: number): Promise<void>;
}

export interface ParcelProgress {
  readonly stage: 'journal' | 'reading' | 'planning' | 'gathering' | 'writing' | 'applying';
  readonly done: number;
  readonly total: number;
}

type CallOf<Calls> = {
  [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => unknown
    ? { readonly method: Name; readonly args: Args }
    : never;
}[keyof Calls];

export type ToParcelWorker =
  | { readonly type: 'line'; readonly port: MessagePort }
  | { readonly type: 'call'; readonly id: number; readonly call: CallOf<ParcelCalls> };

export type FromParcelWorker =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'broken'; readonly id: number; readonly detail: string }
  | { readonly type: 'progress'; readonly progress: ParcelProgress };
