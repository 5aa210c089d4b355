import type { Change, ChangeSource, FieldChange } from '../journal/change';
import type { HashedEntry, Link } from '../journal/entry';
import type { HybridTime } from '../kernel/hybridTime';
import type { DeviceId, RowId } from '../kernel/ids';
import type { Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import type { StoredValue } from '../ledger/field';
import type { DeviceNames } from './deviceNames';
import type { Knowledge, Learnt } from './knowledge';
import type { RowChange } from './rowChange';
import type { Stamp } from './stamp';

/** A record as the store holds it in memory, with the stamp of its newest change. */
export interface HeldRow {
  /** Undefined while only changes to it are here: it has not arrived itself. */
  readonly row?: Row;
  readonly newest: Stamp;
}

/** What merging reads of a store. Nothing here writes. */
export interface MergeReading {
  readonly device: DeviceId;
  /** Number of the last commit: a plan made on it is refused when the store has moved since. */
  readonly sequence: number;
  /** Latest clock of another device that a workbook has told of. */
  readonly heard: HybridTime | 0;
  readonly knowledge: Knowledge;
  /** Of this device, and of every other that a workbook has named. */
  readonly deviceNames: DeviceNames;
  /** In the order asked; undefined: nothing is known of the row. */
  held(ledger: string, rows: readonly RowId[]): Promise<readonly (HeldRow | undefined)[]>;
  /** Every change of the row that the journal holds, own and foreign, in any order. */
  rowChanges(ledger: string, row: RowId): Promise<readonly RowChange[]>;
  /** Live records by the values of a natural key; in the order asked. */
  match(
    ledger: string,
    keyFields: readonly string[],
    keys: readonly (readonly StoredValue[])[],
  ): Promise<readonly (readonly RowId[])[]>;
  /** The entries of one device and ledger after a number (all of them where two share one), in order. */
  entries(ledger: string, device: DeviceId, after: number): Promise<readonly HashedEntry[]>;
  /** Whether this very entry is here. */
  has(ledger: string, device: DeviceId, link: Link): Promise<boolean>;
}

/** `absent` also while only changes to it are here. */
export type Presence = 'absent' | 'live' | 'deleted';

/** What a commit does to a row whose changes cannot be applied as they stand. */
export interface RowEffect {
  readonly ledger: string;
  readonly row: RowId;
  readonly fields: Readonly<Record<string, FieldChange>>;
  readonly was: Presence;
  readonly becomes: Presence;
  readonly deletedAt?: Instant;
  readonly newest: Stamp;
}

/** One commit of a merge: what came, what it does where that is not plain, and what is decided here. */
export interface MergeCommit {
  /** `sequence` of the store as the plan was made. */
  readonly basis: number;
  /** As they came; kept for ever, sent on. */
  readonly entries: readonly HashedEntry[];
  /** Rows whose entries' changes are not applied as they stand: these are, instead. */
  readonly effects: readonly RowEffect[];
  /** This device's own: cells that people edited in the workbook, decisions. */
  readonly changes: readonly Change[];
  readonly source: ChangeSource;
  readonly learnt: readonly Learnt[];
  readonly heard: HybridTime | 0;
}
