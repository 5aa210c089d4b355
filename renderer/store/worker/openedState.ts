import type { JournalFiles } from '../../../shared/desktop/contract';
import type { HybridTime } from '../../../shared/kernel/hybridTime';
import type { Clock, Instant } from '../../../shared/kernel/time';
import type { AcceptedLoss, EventListing, Repair } from '../eventContract';
import type { KeyRing } from '../keys/keyRing';
import type { LedgerStep } from '../versions/ledgerSteps';
import type { LedgerTables } from './ledgerTables';
import type { Checkpoint } from './stored/checkpoint';
import type { MergeClock } from './stored/commitRecord';
import type { EventDatabase } from './stored/eventDatabase';
import type { Setting } from './stored/sealedSetting';

/** What stands for sure in the second copy, and whether it has fallen behind the database. */
export interface SecondCopyState {
  /**
   * Bytes that hold whole frames only; anything after them is cut before the next append. Undefined
   * where the shell cannot read the file: it is left alone then.
   */
  goodBytes: number | undefined;
  /** The last commit in it. */
  sequence: number;
  /** It could not be written: what it lacks is appended as soon as it can be. */
  behind: boolean;
}

/** An unlocked event in the worker's memory. Gone, key and all, when the event is locked. */
export interface OpenedState extends LedgerTables {
  readonly listing: EventListing;
  readonly operator: string;
  readonly key: CryptoKey;
  readonly journal: JournalFiles;
  readonly clock: Clock;
  readonly steps: readonly LedgerStep[];
  readonly settings: Map<string, Setting>;
  readonly accepted: readonly AcceptedLoss[];
  readonly secondCopy: SecondCopyState;
  readonly releaseLock: () => void;
  /** Mended while work goes on: shown when it happens. */
  readonly onRepaired: (repairs: readonly Repair[]) => void;
  /** Another one after the database had to be built anew. */
  database: EventDatabase;
  ring: KeyRing;
  sequence: number;
  headHash: string;
  lastTime: HybridTime | 0;
  clockOfMerges: MergeClock;
  totals: Readonly<Record<string, number>>;
  /** What the pages in the database vouch for; undefined while there are none. */
  checkpoint: Checkpoint | undefined;
  savedAt: Instant | undefined;
  freeBytes: number | undefined;
}
