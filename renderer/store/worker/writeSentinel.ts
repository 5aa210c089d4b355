import type { OpenedState } from './openedState';
import { sealSentinel } from './sentinel';

/** Brings the sentinel up to the state; a clean exit also records how long the second copy is. */
export async function writeSentinel(state: OpenedState, clean: boolean): Promise<void> {
  const bytes = await sealSentinel(state.key, state.listing.id, {
    version: 1,
    sequence: state.sequence,
    headHash: state.headHash,
    totals: state.totals,
    cleanAt: clean && state.journalSize !== undefined ? state.journalSize : false,
    accepted: state.accepted,
  });
  // A sentinel that cannot be written only makes the next start check everything.
  await state.journal.writeSentinel(state.listing.id, bytes);
}
