import type { EventId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/time';

/** One emergency known on this device, as listed before anyone has unlocked it. */
export interface EventListing {
  readonly id: EventId;
  readonly name: string;
  readonly unit: string;
  readonly deviceName: string;
  readonly createdAt: Instant;
  readonly lastOpenedAt: Instant;
}

export interface NewEvent {
  readonly name: string;
  readonly unit: string;
  readonly deviceName: string;
  readonly operator: string;
  readonly passphrase: string;
}

/** Each is a screen of its own. */
export type OpenProblem =
  | { readonly tag: 'wrongPassphrase' }
  | { readonly tag: 'secondWindow' }
  | { readonly tag: 'newerDatabase'; readonly databaseVersion: number; readonly appVersion: number }
  /** Both copies are damaged or gone in these places: what is lost, exactly. Opening may go on without. */
  | { readonly tag: 'damagedPage'; readonly losses: readonly Loss[] }
  | { readonly tag: 'missingPage'; readonly losses: readonly Loss[] }
  /** Neither database nor journal holds the keys of this event any more. */
  | { readonly tag: 'keysLost' }
  | { readonly tag: 'storage'; readonly detail: string };

export interface Loss {
  readonly ledger: string;
  /** Records that cannot be given back; commits name what was done to them. */
  readonly rows: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  /** The records themselves are whole: only what was done to them in these commits is gone. */
  readonly onlyHistory?: boolean;
}

/** A loss without which a person went on: who, and when. Kept in both copies. */
export interface AcceptedLoss extends Loss {
  readonly by: string;
  readonly at: Instant;
}

export type RepairSource = 'secondCopy' | 'database';

/** What was found and mended, by opening or while work goes on; shown once. */
export interface Repair {
  readonly what:
    | 'databaseRebuilt'
    | 'pageRebuilt'
    | 'commitsReplayed'
    | 'journalFileRebuilt'
    | 'journalFileTailDropped'
    | 'sentinelRebuilt'
    | 'keysRestored'
    /** Nothing is lost, but commit number `commits` does not follow from the one before it. */
    | 'chainBroken';
  readonly from: RepairSource;
  readonly ledger?: string;
  readonly rows?: number;
  readonly commits?: number;
}

export interface OpenProgress {
  readonly stage: 'key' | 'check' | 'load' | 'repair' | 'replay';
  readonly done: number;
  readonly total: number;
}
