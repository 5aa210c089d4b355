import type { OpenedState } from '../openedState';
import type { StoredCommit } from '../stored/eventDatabase';
import { unsealCommit } from '../stored/sealedCommit';
import { sealSegment } from '../stored/segment';
import { writeTransaction } from '../stored/transactions';
import { putCheckpoint, type Gate } from './writePages';

/** Commits in a segment; larger ones open more slowly when a record's history is read. */
const segmentCommits = 1_024;
/** A commit of this size is a packed block already: folding it would only write it twice. */
const looseBytes = 16 << 10;

/**
 * Folds runs of small commits that the pages have no more need of into segments; one transaction
 * puts the segment and takes out its commits. Large commits and short runs stay as they are.
 */
export async function foldCommits(state: OpenedState, gate: Gate): Promise<void> {
  for (;;) {
    await gate();
    const { checkpoint } = state;
    if (!checkpoint) return;
    const last = Math.min(checkpoint.sequence, state.secondCopy.sequence);
    if (last - checkpoint.foldedTo < segmentCommits) return;
    const run = await nextRun(state, checkpoint.foldedTo, last);
    if (run.commits.length >= segmentCommits) {
      const folded = await fold(state, run.commits, gate);
      if (!folded) return; // damaged: verification mends it from the other copy
    } else if (!run.closed) return;
    await putCheckpoint(state, { ...checkpoint, foldedTo: run.last });
  }
}

interface Run {
  readonly commits: readonly StoredCommit[];
  /** Ended by a large commit: what is in it will not grow any more. */
  readonly closed: boolean;
  readonly last: number;
}

/** Read in small lots: where commits are large, a thousand of them would fill the memory. */
const lotCommits = 64;

async function nextRun(state: OpenedState, after: number, last: number): Promise<Run> {
  const commits: StoredCommit[] = [];
  let seen = after;
  while (seen < last && commits.length < segmentCommits) {
    const lot = await state.database.commits
      .where('sequence')
      .between(seen, Math.min(last, seen + lotCommits), false, true)
      .toArray();
    for (const commit of lot) {
      seen = commit.sequence;
      if (commit.sealed.length > looseBytes) return { commits, closed: true, last: seen };
      commits.push(commit);
    }
    if (lot.length === 0) break; // a gap that was accepted as lost
  }
  return { commits, closed: false, last: seen };
}

async function fold(
  state: OpenedState,
  commits: readonly StoredCommit[],
  gate: Gate,
): Promise<boolean> {
  const { key, listing, database } = state;
  const encoded: Uint8Array[] = [];
  for (const { sealed } of commits) {
    const commit = await unsealCommit(key, listing.id, sealed);
    if (!commit) return false;
    encoded.push(commit);
  }
  const first = commits[0]?.sequence ?? 0;
  const segment = await sealSegment(key, listing.id, first, encoded);
  await gate();
  await writeTransaction(database.dexie, ['segments', 'commits'], 'strict', (store) => {
    store('segments').put(segment);
    store('commits').delete(IDBKeyRange.bound(segment.first, segment.last));
  });
  return true;
}
