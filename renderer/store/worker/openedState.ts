import type { JournalFiles } from '../../../shared/desktop/contract';
import type { HybridTime } from '../../../shared/kernel/hybridTime';
import type { Clock, Instant } from '../../../shared/kernel/time';
import type { EventListing, Loss } from '../contract';
import type { KeyRing } from '../keys/keyRing';
import type { Tables } from './buildChanges';
import type { EventDatabase } from './eventDatabase';
import type { Setting } from './sealedSetting';

/** An unlocked event in the worker's memory. Gone, key and all, when the event is locked. */
export interface OpenedState {
  readonly listing: EventListing;
  readonly operator: string;
  readonly key: CryptoKey;
  readonly database: EventDatabase;
  readonly journal: JournalFiles;
  readonly clock: Clock;
  readonly tables: Tables;
  readonly settings: Map<string, Setting>;
  readonly accepted: readonly Loss[];
  readonly releaseLock: () => void;
  ring: KeyRing;
  sequence: number;
  headHash: string;
  lastTime: HybridTime | 0;
  totals: Readonly<Record<string, number>>;
  /** Bytes of the second copy; undefined while it could not be written. */
  journalSize: number | undefined;
  savedAt: Instant | undefined;
}
