import { nextHybridTime, type HybridTime } from '../../../../shared/kernel/hybridTime';
import type { RowId } from '../../../../shared/kernel/ids';
import { failed, type Result } from '../../../../shared/kernel/result';
import type { MergeCommit } from '../../../../shared/merge/mergeStore';
import { rowChangesOf } from '../../../../shared/merge/rowChange';
import type { CommitProblem, CommitReceipt } from '../../contract';
import { commitRecord } from '../commitRecord';
import { renewDevice } from '../eventAdmin';
import type { OpenedState } from '../openedState';
import type { ChangePart, LinkedChange, MergePart } from '../stored/commitRecord';
import { mergeIndexOf } from './mergeIndex';
import { latestOrder, placeChanges } from './placeOwn';

/**
 * One received workbook as one commit: the entries as they came, what they do, and what people have
 * edited and decided. All of it or nothing; refused as `moved` where the store has gone on since the
 * plan was made.
 */
export async function commitMerge(
  state: OpenedState,
  merge: MergeCommit,
): Promise<Result<CommitReceipt, CommitProblem>> {
  if (merge.basis !== state.sequence) return failed({ tag: 'moved', sequence: state.sequence });
  const index = mergeIndexOf(state);
  await index.catchUp();
  const time = nextHybridTime(state.clock(), state.lastTime);
  const known = state.clockOfMerges;
  const heard = merge.heard > known.heard ? merge.heard : known.heard;

  const arrived = new Map<string, HybridTime>();
  let latest = known.latest;
  const previous: Record<string, Record<string, number>> = {};
  for (const { entry } of merge.entries) {
    for (const { change, stamp } of rowChangesOf(entry)) {
      const { ledger, row } = change;
      const key = `${ledger} ${row}`;
      if (stamp.time > latest) latest = stamp.time;
      if (stamp.time > (arrived.get(key) ?? 0)) arrived.set(key, stamp.time);
      const last = index.lastCommit(ledger, row);
      if (last > 0) (previous[ledger] ??= {})[row] = last;
    }
  }
  const { entries, effects, learnt } = merge;
  const part: MergePart = { type: 'merge', entries, effects, learnt, previous };
  const linked = merge.changes.map((change): LinkedChange => ({
    ...change,
    previous: index.lastCommit(change.ledger, change.row),
  }));
  const came = (ledger: string, row: RowId) => arrived.get(`${ledger} ${row}`) ?? 0;
  const own: ChangePart = {
    type: 'changes',
    changes: placeChanges(state, linked, time, heard, came),
  };
  const parts = linked.length > 0 ? [part, own] : [part];
  const done = await commitRecord(state, {
    parts,
    time,
    source: merge.source,
    clock: { heard, latest: latestOrder(parts, latest) },
  });
  if (done.ok && bringsOwn(merge, state)) await renewDevice(state);
  return done;
}

/** Entries of this very device that are not here: it has lost them. */
function bringsOwn({ entries }: MergeCommit, { ring }: OpenedState): boolean {
  return entries.some(({ entry }) => entry.device === ring.device);
}
