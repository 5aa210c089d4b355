import { hybridTimeMs } from '../../../../shared/kernel/hybridTime';
import { toInstant } from '../../../../shared/kernel/time';
import type { AcceptedLoss } from '../../eventContract';
import { createLedgerTables, type LedgerTables } from '../ledgerTables';
import type { OpenedState, SecondCopyState } from '../openedState';
import type { Checkpoint } from '../stored/checkpoint';
import { unmerged, type CommitRecord } from '../stored/commitRecord';
import type { EventDatabase } from '../stored/eventDatabase';
import type { Setting } from '../stored/sealedSetting';
import type { Opening, Unlocked } from './opening';
import type { JournalPoint } from './walkJournal';

/** Tables without a row, and nothing to write. */
export function emptyTables({ ledgers }: Opening): LedgerTables {
  return createLedgerTables(ledgers);
}

interface Found {
  readonly database: EventDatabase;
  readonly filled: LedgerTables;
  readonly end: JournalPoint;
  /** The last commit that is known, where it was read. */
  readonly last: Pick<CommitRecord, 'time' | 'clock'> | undefined;
  readonly checkpoint: Checkpoint | undefined;
  /** A checkpoint whose pages are of no use still says how late it was. */
  readonly lastKnown?: Checkpoint | undefined;
  readonly settings: Map<string, Setting>;
  readonly accepted: readonly AcceptedLoss[];
  readonly secondCopy: SecondCopyState;
}

export function freshState(
  { opening, ring, key, releaseLock }: Unlocked,
  found: Found,
): OpenedState {
  const { last, checkpoint, lastKnown = checkpoint } = found;
  const lastTime = last?.time ?? lastKnown?.lastTime ?? 0;
  const clockOfMerges = (last ?? lastKnown)?.clock ?? unmerged;
  return {
    listing: { ...ring.listing, lastOpenedAt: opening.clock() },
    operator: opening.operator,
    key,
    journal: opening.journal,
    clock: opening.clock,
    ...found.filled,
    steps: opening.steps,
    settings: found.settings,
    accepted: found.accepted,
    secondCopy: found.secondCopy,
    releaseLock,
    onRepaired: opening.onRepaired,
    database: found.database,
    ring,
    sequence: found.end.sequence,
    headHash: found.end.headHash,
    lastTime,
    clockOfMerges,
    totals: found.end.totals,
    checkpoint,
    savedAt: lastTime === 0 ? undefined : toInstant(hybridTimeMs(lastTime)),
    freeBytes: undefined,
  };
}
