import type { OpenedState } from '../openedState';
import { sealSentinel } from '../stored/sentinel';

/**
 * Brings the sentinel up to the state. `whole` says that nothing is being written and both copies
 * end here: a start that finds exactly that need not check before work begins.
 */
export async function writeSentinel(state: OpenedState, whole: boolean): Promise<void> {
  const { secondCopy } = state;
  const ring = { ...state.ring, listing: state.listing };
  const bytes = await sealSentinel(state.key, state.listing.id, ring, {
    version: 1,
    sequence: state.sequence,
    headHash: state.headHash,
    totals: state.totals,
    cleanAt: whole && !secondCopy.behind ? (secondCopy.goodBytes ?? false) : false,
    accepted: state.accepted,
  });
  // A sentinel that cannot be written only makes the next start check everything.
  await state.journal.writeSentinel(state.listing.id, bytes);
}
