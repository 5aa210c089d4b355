import type { HybridTime } from '../../../../shared/kernel/hybridTime';
import type { RowId } from '../../../../shared/kernel/ids';
import { furthestAheadMs } from '../../../../shared/merge/orderTime';
import { placeInTime } from '../../../../shared/merge/ownChanges';
import type { OpenedState } from '../openedState';
import { insertsOf, type ChangePart, type LinkedChange } from '../stored/commitRecord';
import { mergeIndexOf } from './mergeIndex';

/** Clock readings count 1,024 to the millisecond: `shared/kernel/hybridTime`. */
const counterSpan = 1024;

/**
 * The parts of an ordinary commit with their place in time, where that is not simply the commit's
 * own: its clock is behind a row's newest change, or too far ahead of everyone it has heard from.
 */
export async function placeParts(
  state: OpenedState,
  parts: readonly ChangePart[],
  time: HybridTime,
): Promise<readonly ChangePart[]> {
  const { heard, latest } = state.clockOfMerges;
  const isBounded = heard !== 0 && time > heard + furthestAheadMs * counterSpan;
  if (time > latest && !isBounded) return parts;
  await mergeIndexOf(state).catchUp();
  return parts.map((part): ChangePart => {
    if (part.type === 'merge') return part;
    const changes = part.type === 'changes' ? part.changes : insertsOf(part);
    return { type: 'changes', changes: placeChanges(state, changes, time, heard) };
  });
}

/** `arrived` gives the newest place in time that the same commit's entries bring to a row. */
export function placeChanges(
  state: OpenedState,
  changes: readonly LinkedChange[],
  time: HybridTime,
  heard: HybridTime | 0,
  arrived?: (ledger: string, row: RowId) => HybridTime | 0,
): readonly LinkedChange[] {
  const index = mergeIndexOf(state);
  const placed = placeInTime(changes, time, heard, (ledger, row) => {
    const known = index.newest(ledger, row)?.time ?? 0;
    const came = arrived?.(ledger, row) ?? 0;
    return known > came ? known : came;
  });
  return placed.map((change, place) => ({ ...change, previous: changes[place]?.previous ?? 0 }));
}

/** The latest place in time that is not the commit's own, or what was known where there is none. */
export function latestOrder(parts: readonly ChangePart[], known: HybridTime | 0): HybridTime | 0 {
  let latest = known;
  for (const part of parts) {
    if (part.type !== 'changes') continue;
    for (const { order } of part.changes) if (order !== undefined && order > latest) latest = order;
  }
  return latest;
}
