import type { OpenedState } from '../openedState';
import { openEmptyDatabase } from '../stored/eventDatabase';
import type { JournalUnit } from '../stored/journalUnit';
import { withinLimit } from '../timeLimit';
import { putLooseRecords, putUnits } from './mendDatabase';

/** A new database in place of one that can no longer be used; its pages follow with the next upkeep. */
export async function rebuildDatabase(
  state: OpenedState,
  units: readonly JournalUnit[],
  onProgress: (written: number, total: number) => void,
): Promise<void> {
  state.database.dexie.close();
  state.database = await withinLimit(openEmptyDatabase(state.listing.id));
  await putLooseRecords(state);
  await putUnits(state, units, (written) => {
    onProgress(written, units.length);
  });
  state.checkpoint = undefined;
  for (const { id } of state.ledgers)
    state.dirtyPages.markRange(id, 0, state.tables.get(id)?.size ?? 0);
}
