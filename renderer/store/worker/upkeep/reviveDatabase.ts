import { rebuildDatabase } from '../opening/rebuildDatabase';
import { readSecondCopy } from '../opening/secondCopy';
import type { OpenedState } from '../openedState';
import { openEventDatabase } from '../stored/eventDatabase';
import { withinLimit } from '../timeLimit';

/**
 * Brings back a database that has stopped answering while work goes on: opened again where that is
 * enough, else built anew from the second copy. False where neither succeeds.
 */
export async function reviveDatabase(state: OpenedState): Promise<boolean> {
  const event = state.listing.id;
  state.database.dexie.close();
  try {
    const database = await withinLimit(openEventDatabase(event));
    const last = await withinLimit(database.keys.get('keys'));
    if (last && (await holdsHead(state, database))) {
      state.database = database;
      return true;
    }
    database.dexie.close();
  } catch {
    // It cannot even be opened: built anew below.
  }
  return rebuild(state);
}

async function holdsHead(
  { sequence, checkpoint }: OpenedState,
  database: OpenedState['database'],
): Promise<boolean> {
  if (sequence === 0 || checkpoint?.sequence === sequence)
    return (
      (await withinLimit(database.checkpoint.get('checkpoint'))) !== undefined || sequence === 0
    );
  return (await withinLimit(database.commits.get(sequence))) !== undefined;
}

async function rebuild(state: OpenedState): Promise<boolean> {
  const event = state.listing.id;
  const copy = await readSecondCopy(state.journal, event);
  if (!copy.readable || copy.wholeBytes < (state.secondCopy.goodBytes ?? 0)) return false;
  try {
    await rebuildDatabase(state, copy.units, () => undefined);
  } catch {
    return false;
  }
  state.onRepaired([{ what: 'databaseRebuilt', from: 'secondCopy', commits: state.sequence }]);
  return true;
}
