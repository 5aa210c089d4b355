import type { Change } from '../journal/change';
import type { HybridTime } from '../kernel/hybridTime';
import type { RowId } from '../kernel/ids';
import { conflictKey, type Conflict } from './conflict';
import { orderTime } from './orderTime';

/**
 * The changes with their place in time, as this device makes them. `newest` gives the ordering time
 * of the row's newest change here (0: none); several changes of one row follow each other.
 */
export function placeInTime(
  changes: readonly Change[],
  time: HybridTime,
  heard: HybridTime | 0,
  newest: (ledger: string, row: RowId) => HybridTime | 0,
): readonly Change[] {
  const own = new Map<string, HybridTime>();
  return changes.map((change) => {
    const key = `${change.ledger} ${change.row}`;
    // A row's own changes of one commit share their time: their index tells them apart.
    const order =
      own.get(key) ?? orderTime({ time, heard, newest: newest(change.ledger, change.row) });
    own.set(key, order);
    return order === time ? change : { ...change, order };
  });
}

/**
 * What a decision about a conflict writes: that it was decided, so that nobody is asked again, and
 * what has to change for it. The merge itself has already chosen `later` and `deleted`.
 */
export function settleConflict(
  ledger: string,
  row: RowId,
  conflict: Conflict,
  keepOther: boolean,
): readonly Change[] {
  const key = conflictKey(conflict);
  if (conflict.type === 'deletion') {
    const kept = keepOther ? 'restored' : 'deleted';
    const decided: Change = {
      type: 'decide',
      ledger,
      row,
      key,
      decision: { about: 'deletion', kept },
    };
    return keepOther ? [decided, { type: 'restore', ledger, row }] : [decided];
  }
  const kept = keepOther ? 'earlier' : 'later';
  const decided: Change = {
    type: 'decide',
    ledger,
    row,
    key,
    decision: { about: 'conflict', kept },
  };
  if (!keepOther) return [decided];
  const { field, value, lost } = conflict;
  const fields = { [field]: { before: value, after: lost.after } };
  return [decided, { type: 'update', ledger, row, fields }];
}
