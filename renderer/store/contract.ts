import type { Change, ChangeSource, Decision } from '../../shared/journal/change';
import type { EventId, RowId } from '../../shared/kernel/ids';
import type { Result } from '../../shared/kernel/result';
import type { Instant } from '../../shared/kernel/time';
import type { Row, RowValues } from '../../shared/ledger/defineLedger';
import type { StoredValue } from '../../shared/ledger/field';
import type {
  AcceptedLoss,
  EventListing,
  NewEvent,
  OpenProblem,
  OpenProgress,
  Repair,
} from './eventContract';
import type { StoreFigures } from './figureContract';

export interface OpenedEvent {
  readonly listing: EventListing;
  readonly store: Store;
  readonly repairs: readonly Repair[];
  readonly cleanExit: boolean;
}

/** The events of this device; lives in the page, talks to the worker that owns the databases. */
export interface EventStores {
  list(): Promise<Result<readonly EventListing[], OpenProblem>>;
  /** Makes the event and opens it. The recovery code opens it in place of the passphrase; shown once. */
  create(
    event: NewEvent,
  ): Promise<Result<OpenedEvent & { readonly recoveryCode: string }, OpenProblem>>;
  open(
    event: EventId,
    secret: string,
    operator: string,
    settings?: {
      /** Go on without what both copies have lost; see `Store.acceptedLosses`. */
      readonly acceptLosses?: boolean;
      readonly onProgress?: (progress: OpenProgress) => void;
    },
  ): Promise<Result<OpenedEvent, OpenProblem>>;
  /**
   * Destroys the keys and both copies for good; locks the event first where it is the open one. A
   * wrong secret leaves everything as it is, open or not.
   */
  remove(event: EventId, secret: string): Promise<Result<void, OpenProblem>>;
}

/** Reading and writing are two contracts, so that a read path cannot write. */
export interface Store extends StoreReading, StoreWriting {
  readonly event: EventListing;
  readonly operator: string;
  /** In the order in which they were accepted. */
  readonly acceptedLosses: readonly AcceptedLoss[];
  /** Forgets the data key and every row in memory; the event has to be opened again. */
  lock(): Promise<void>;
  /** For a worker that sends or receives workbooks: see `connectMergeLine`. */
  openMergeLine(): MessagePort;
  /** What is mended after opening: called when it happens. */
  onRepaired(listener: (repairs: readonly Repair[]) => void): () => void;
  changePassphrase(current: string, next: string): Promise<Result<void, OpenProblem>>;
}

export type FilterTest =
  | { readonly type: 'contains'; readonly text: string }
  | { readonly type: 'equals'; readonly value: StoredValue }
  | { readonly type: 'oneOf'; readonly values: readonly (string | number | boolean)[] }
  /** Numbers, dates and instants; both ends included, either may be open. */
  | { readonly type: 'between'; readonly from?: string | number; readonly to?: string | number }
  | { readonly type: 'blank' }
  | { readonly type: 'filled' };

export interface Filter {
  readonly field: string;
  readonly test: FilterTest;
}

export interface Query {
  readonly ledger: string;
  /** All of them must hold. */
  readonly filters?: readonly Filter[];
  /** Quick search over all columns: identity number, plate, phone, name, pinyin initials. */
  readonly search?: string;
  readonly sort?: readonly { readonly field: string; readonly descending: boolean }[];
  readonly deleted?: 'without' | 'with' | 'only';
}

/** A query held open in the worker: rows are asked for by position as the grid scrolls. */
export interface View {
  readonly id: number;
  readonly count: number;
  readonly first: readonly Row[];
}

export interface Totals {
  readonly field: string;
  readonly sum: number;
  readonly filled: number;
}

export interface HistoryEntry {
  readonly sequence: number;
  readonly at: Instant;
  readonly author: string;
  readonly device: string;
  readonly source: ChangeSource;
  readonly change: Change;
}

/** One passage of a vehicle, newest first: what the desk fills in for a returning one. */
export interface KnownVehicle {
  readonly plate: string;
  readonly passages: number;
  readonly last: Row;
}

export interface GroupCount {
  readonly keys: readonly (string | number | boolean | null)[];
  readonly rows: number;
  readonly sums: readonly number[];
}

export interface SearchHit {
  readonly row: Row;
  /** The first of its fields in which the text was found. */
  readonly field: string;
}

/** What a search found in one ledger: the first records, and how many there are in all. */
export interface LedgerHits {
  readonly ledger: string;
  readonly count: number;
  readonly hits: readonly SearchHit[];
}

/** What undoing a commit leaves as it is, because it has changed since. */
export interface LeftField {
  readonly ledger: string;
  readonly row: RowId;
  /** Empty: the record as a whole. */
  readonly field: string;
}

export interface StoreReading extends StoreFigures {
  openView(query: Query, firstRows: number): Promise<View>;
  /** Rows `from` to `to` (excluded) of an open view, in its order; deleted views give none. */
  viewRows(view: number, from: number, to: number): Promise<readonly Row[]>;
  closeView(view: number): void;
  viewTotals(view: number, fields: readonly string[]): Promise<readonly Totals[]>;
  /** Positions of the rows in an open view (-1: not in it). */
  viewPositions(view: number, rows: readonly RowId[]): Promise<readonly number[]>;
  count(query: Query): Promise<number>;
  row(ledger: string, id: RowId): Promise<Row | undefined>;
  rows(ledger: string, ids: readonly RowId[]): Promise<readonly (Row | undefined)[]>;
  /** Distinct values of a column with their counts, most frequent first: filter menus. */
  distinct(ledger: string, field: string, limit: number): Promise<readonly GroupCount[]>;
  /** Rows and sums by the values of `by`; an instant grouped as `field:day` counts by calendar day. */
  aggregate(
    query: Query,
    by: readonly string[],
    sums: readonly string[],
  ): Promise<readonly GroupCount[]>;
  /** Vehicles whose plate starts with the text (or contains it, when nothing starts so), newest first. */
  vehicles(prefix: string, limit: number): Promise<readonly KnownVehicle[]>;
  /** Records of one ledger matched by a natural key's values, for imports; same order as asked. */
  match(
    ledger: string,
    keyFields: readonly string[],
    keys: readonly (readonly StoredValue[])[],
  ): Promise<readonly (readonly RowId[])[]>;
  /** What a reference shows: the name field of each record. */
  names(ledger: string, ids: readonly RowId[]): Promise<readonly (string | undefined)[]>;
  /** Every name of a ledger, for pickers and for resolving references in workbooks. */
  allNames(ledger: string): Promise<readonly { readonly id: RowId; readonly name: string }[]>;
  /**
   * Ledgers in which the text is found, in the order of the navigation. Other calls are answered in
   * between; a later search stops an earlier one, which then gives what it has found by then. An
   * empty text finds nothing and only stops.
   */
  searchAll(text: string, limitPerLedger: number): Promise<readonly LedgerHits[]>;
  history(ledger: string, row: RowId): Promise<readonly HistoryEntry[]>;
  /** What `undo` of the commit would leave if it came now. */
  leftByUndo(sequence: number): Promise<readonly LeftField[]>;
  /** Live (not deleted) rows in each ledger. */
  counts(): Promise<Readonly<Record<string, number>>>;
  /** Settings kept with the event: saved views, column mappings, desk choices. Sealed like rows. */
  setting(key: string): Promise<string | undefined>;
  status(): StoreStatus;
  onStatus(listener: (status: StoreStatus) => void): () => void;
  /** Called after each commit with the ledgers it touched. */
  onChange(listener: (ledgers: readonly string[], sequence: number) => void): () => void;
}

export interface StoreStatus {
  /** Last commit that is in both copies. */
  readonly savedAt: Instant | undefined;
  /** The newest moment of any commit made here. Never goes back: a clock that does is told by it. */
  readonly latestAt: Instant | undefined;
  readonly sequence: number;
  readonly copies: 'both' | 'databaseOnly';
  /** What the disk has room for; undefined before it was asked, and where that is plenty but unknown. */
  readonly freeBytes: number | undefined;
}

/** A change to make; the store fills in `before`, ids are given by the caller. */
export type Write =
  | {
      readonly type: 'insert';
      readonly ledger: string;
      readonly row: RowId;
      readonly values: RowValues;
    }
  /** `null` clears the field. */
  | {
      readonly type: 'update';
      readonly ledger: string;
      readonly row: RowId;
      readonly values: Readonly<Record<string, StoredValue | null>>;
    }
  | {
      readonly type: 'delete';
      readonly ledger: string;
      readonly row: RowId;
      readonly reason?: string;
    }
  | { readonly type: 'restore'; readonly ledger: string; readonly row: RowId }
  | {
      readonly type: 'reveal';
      readonly ledger: string;
      readonly row: RowId;
      readonly fields: readonly string[];
    }
  /** A person has decided about a conflict: kept in the record's history, changes no field. */
  | {
      readonly type: 'decide';
      readonly ledger: string;
      readonly row: RowId;
      readonly decision: Decision;
      readonly key: string;
    };

export type CommitProblem =
  /** The row is not there, is deleted, or exists already: nothing was written. */
  | { readonly tag: 'noSuchRow'; readonly ledger: string; readonly row: RowId }
  | { readonly tag: 'rowExists'; readonly ledger: string; readonly row: RowId }
  /** The store has moved since the plan was made (only with `expectSequence`). */
  | { readonly tag: 'moved'; readonly sequence: number }
  | { readonly tag: 'cancelled' }
  | { readonly tag: 'diskFull' }
  | { readonly tag: 'locked' }
  | { readonly tag: 'storage'; readonly detail: string };

export interface CommitReceipt {
  readonly sequence: number;
  readonly at: Instant;
}

export interface StoreWriting {
  /** All or nothing; comes back only when durable in the database and in the second copy. */
  commit(
    writes: readonly Write[],
    source: ChangeSource,
    settings?: {
      readonly expectSequence?: number;
      readonly onProgress?: (done: number, total: number) => void;
      readonly signal?: AbortSignal;
    },
  ): Promise<Result<CommitReceipt, CommitProblem>>;
  /** Takes back a whole commit by a commit of its own; fields changed since are left and named. */
  undo(sequence: number): Promise<
    Result<
      CommitReceipt & {
        readonly left: readonly LeftField[];
      },
      CommitProblem
    >
  >;
  saveSetting(key: string, value: string): Promise<Result<void, CommitProblem>>;
}
