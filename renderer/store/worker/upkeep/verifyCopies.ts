import type { Repair } from '../../eventContract';
import { sourceOfDatabase, sourceOfUnits, type JournalSource } from '../opening/journalSource';
import { mendSecondCopy } from '../opening/mendSecondCopy';
import { putUnits } from '../opening/mendDatabase';
import { readSecondCopy } from '../opening/secondCopy';
import { walkJournal, type Walked } from '../opening/walkJournal';
import type { OpenedState } from '../openedState';
import { reviveDatabase } from './reviveDatabase';
import type { Gate } from './writePages';

/** The event is being locked: checking goes on at the next start. */
export class Interrupted extends Error {}

/** Runs work while no commit is under way, and lets none begin before it is done. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * After a start that did not check everything: every frame of the second copy and every commit of
 * the database is read, and what is damaged is mended from the other copy and announced. False where
 * something is damaged in both: the next start has to say so before work begins.
 */
export async function verifyCopies(
  state: OpenedState,
  gate: Gate,
  inTurn: InTurn,
): Promise<boolean> {
  let walked: Walked;
  let isDamaged: boolean;
  try {
    const { database, bytes } = await inTurn(async () => ({
      database: await sourceOfDatabase(state.database),
      bytes: state.secondCopy.goodBytes,
    }));
    if (bytes === undefined || state.secondCopy.behind) return true;
    const copy = await readSecondCopy(state.journal, state.listing.id, bytes);
    isDamaged = copy.wholeBytes < bytes;
    walked = await walkJournal({
      event: state.listing.id,
      key: state.key,
      database: gated(database, gate),
      secondCopy: sourceOfUnits(copy.units),
      expected: [],
      apply: () => undefined,
      applyFrom: Infinity,
      everyLink: true,
      onProgress: () => undefined,
    });
  } catch (problem) {
    if (problem instanceof Interrupted) throw problem;
    // The database does not even let itself be read.
    return inTurn(() => reviveDatabase(state));
  }
  const repairs = await inTurn(() => mend(state, walked, isDamaged));
  if (repairs.length > 0) state.onRepaired(repairs);
  return walked.losses.length === 0;
}

function gated(source: JournalSource, gate: Gate): JournalSource {
  return {
    ...source,
    at: async (sequence) => {
      await gate();
      return source.at(sequence);
    },
  };
}

async function mend(
  state: OpenedState,
  walked: Walked,
  isDamaged: boolean,
): Promise<readonly Repair[]> {
  const repairs: Repair[] = [];
  if (walked.toDatabase.length > 0) {
    await putUnits(state, walked.toDatabase, () => undefined);
    const commits = walked.commitsFrom.secondCopy;
    repairs.push({ what: 'commitsReplayed', from: 'secondCopy', commits });
  }
  if (isDamaged || walked.toSecondCopy.length > 0) {
    const copy = await readSecondCopy(state.journal, state.listing.id);
    if (await mendSecondCopy(state, copy, walked.toSecondCopy)) {
      const commits = walked.toSecondCopy.reduce(
        (sum, { first, last }) => sum + last - first + 1,
        0,
      );
      repairs.push(
        commits > 0
          ? { what: 'journalFileRebuilt', from: 'database', commits }
          : { what: 'journalFileTailDropped', from: 'database' },
      );
    }
  }
  if (walked.chainBrokenAt !== undefined)
    repairs.push({ what: 'chainBroken', from: 'database', commits: walked.chainBrokenAt });
  return repairs;
}
