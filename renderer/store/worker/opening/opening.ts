import type { JournalFiles } from '../../../../shared/desktop/contract';
import type { EventId } from '../../../../shared/kernel/ids';
import type { Clock } from '../../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { OpenProgress, Repair } from '../../eventContract';
import type { LedgerStep } from '../../versions/ledgerSteps';
import type { FoundKey } from './findKey';
import type { OpenedState } from '../openedState';
import type { Checkpoint } from '../stored/checkpoint';
import type { EventDatabase } from '../stored/eventDatabase';
import type { Sentinel } from '../stored/sentinel';

export interface Opening {
  readonly event: EventId;
  readonly secret: string;
  readonly operator: string;
  readonly acceptLosses: boolean;
  readonly journal: JournalFiles;
  readonly clock: Clock;
  readonly ledgers: readonly LedgerDefinition[];
  readonly steps: readonly LedgerStep[];
  readonly onProgress: (progress: OpenProgress) => void;
  readonly onRepaired: (repairs: readonly Repair[]) => void;
}

/** An event whose lock is held and whose key is known, before anything is compared. */
export interface Unlocked extends FoundKey {
  readonly opening: Opening;
  /** Undefined where the database cannot be opened. */
  readonly database: EventDatabase | undefined;
  readonly checkpoint: Checkpoint | undefined;
  readonly sentinel: Sentinel | undefined;
  /** The database holds the keys that fitted. */
  readonly databaseHasKeys: boolean;
  /** So does the file beside the sentinel. */
  readonly sentinelHasKeys: boolean;
  readonly releaseLock: () => void;
}

export interface Opened {
  readonly state: OpenedState;
  readonly repairs: readonly Repair[];
  readonly cleanExit: boolean;
}
