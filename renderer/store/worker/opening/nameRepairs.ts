import type { Repair } from '../../eventContract';
import { sameKeys } from './findKey';
import type { BadPages } from './loadPages';
import type { ReadableDatabase } from './openThoroughly';
import type { Unlocked } from './opening';
import type { SecondCopy } from './secondCopy';
import type { Walked } from './walkJournal';

interface Mended {
  readonly unlocked: Unlocked;
  readonly copy: SecondCopy;
  readonly walked: Walked;
  /** The second copy was written to. */
  readonly mended: boolean;
  readonly bad: readonly BadPages[];
  /** Undefined where the database was made anew. */
  readonly kept: ReadableDatabase | undefined;
}

/** What a person is told: only what was damaged or missing, not that everything was checked. */
export function nameRepairs(found: Mended): readonly Repair[] {
  const { unlocked, copy, walked } = found;
  const repairs: Repair[] = [];
  const fromSecondCopy = walked.commitsFrom.secondCopy;
  const wasEmpty = found.kept === undefined || found.kept.source.last === 0;
  if (wasEmpty && (fromSecondCopy > 0 || found.kept === undefined))
    repairs.push({
      what: 'databaseRebuilt',
      from: 'secondCopy',
      commits: fromSecondCopy + walked.commitsFrom.database,
    });
  else if (fromSecondCopy > 0)
    repairs.push({ what: 'commitsReplayed', from: 'secondCopy', commits: fromSecondCopy });
  if (!wasEmpty)
    for (const { ledger, rows } of found.bad)
      repairs.push({
        what: 'pageRebuilt',
        from: fromSecondCopy > 0 ? 'secondCopy' : 'database',
        ledger,
        rows,
      });
  if (!unlocked.databaseHasKeys && !wasEmpty)
    repairs.push({ what: 'keysRestored', from: 'secondCopy' });
  if (walked.chainBrokenAt !== undefined)
    repairs.push({ what: 'chainBroken', from: 'database', commits: walked.chainBrokenAt });

  const isDamaged = copy.wholeBytes < copy.size;
  if (found.mended && (walked.toSecondCopy.length > 0 || copy.size === 0))
    repairs.push({
      what: 'journalFileRebuilt',
      from: 'database',
      commits: walked.toSecondCopy.reduce((sum, { first, last }) => sum + last - first + 1, 0),
    });
  else if (found.mended && isDamaged)
    repairs.push({ what: 'journalFileTailDropped', from: 'database' });
  else if (found.mended && !sameKeys(copy.rings.at(-1), unlocked.ring))
    repairs.push({ what: 'keysRestored', from: 'database' });
  if (!unlocked.sentinel) repairs.push({ what: 'sentinelRebuilt', from: 'database' });
  return repairs;
}
