import type { OpenedState } from '../openedState';
import { appendFrames, looseFrames } from '../secondCopyWriter';
import { frameOfUnit, type JournalUnit } from '../stored/journalUnit';
import { sameKeys } from './findKey';
import type { SecondCopy } from './secondCopy';

/**
 * Cuts the file before its first damage and appends what came after it, what it lacked, and the keys
 * that fitted. Cutting and appending never leaves less than was there, and the database holds all of
 * it meanwhile. True where anything was written.
 */
export async function mendSecondCopy(
  state: OpenedState,
  copy: SecondCopy,
  missing: readonly JournalUnit[],
): Promise<boolean> {
  const { secondCopy } = state;
  if (!copy.readable) {
    Object.assign(secondCopy, { goodBytes: undefined, behind: true });
    return false;
  }
  const isDamaged = copy.wholeBytes < copy.size;
  const hasKeys = sameKeys(copy.rings.at(-1), state.ring);
  if (!isDamaged && hasKeys && missing.length === 0) return false;
  if (isDamaged) {
    const cut = await state.journal.truncate(state.listing.id, copy.wholeBytes);
    secondCopy.goodBytes = copy.wholeBytes;
    secondCopy.behind = !cut.ok;
    if (!cut.ok) return false;
  }
  const units = [...copy.units.slice(copy.unitsBeforeDamage), ...missing];
  const loose = isDamaged || !hasKeys ? await looseFrames(state) : [];
  return appendFrames(state, [...loose, ...units.map(frameOfUnit)]);
}
