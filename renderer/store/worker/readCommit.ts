import { unsealCommit, type CommitRecord } from './commitRecord';
import type { OpenedState } from './openedState';

/** One commit from the database, or undefined where a loss has swallowed it. */
export async function readCommit(
  state: OpenedState,
  sequence: number,
): Promise<CommitRecord | undefined> {
  const stored = await state.database.commits.get(sequence);
  const found = stored && (await unsealCommit(state.key, state.listing.id, stored.sealed));
  return found?.record;
}
