import { Dexie } from 'dexie';
import type { ChangeSource } from '../../../shared/journal/change';
import { nextHybridTime } from '../../../shared/kernel/hybridTime';
import type { DeviceId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { CommitProblem, CommitReceipt, Write } from '../contract';
import { applyRecord } from './applyRecord';
import { buildChanges } from './buildChanges';
import { sealCommit, type CommitRecord, type LinkedChange } from './commitRecord';
import { frameKinds, writeFrame } from './journalFrames';
import type { OpenedState } from './openedState';

/** Checks the writes against the tables and makes them durable in both copies, or changes nothing. */
export async function commitWrites(
  state: OpenedState,
  writes: readonly Write[],
  source: ChangeSource,
  expectSequence: number | undefined,
): Promise<Result<CommitReceipt, CommitProblem>> {
  if (expectSequence !== undefined && expectSequence !== state.sequence)
    return failed({ tag: 'moved', sequence: state.sequence });
  const changes = buildChanges(state.tables, writes);
  return changes.ok ? commitChanges(state, changes.value, source) : changes;
}

async function commitChanges(
  state: OpenedState,
  changes: readonly LinkedChange[],
  source: ChangeSource,
): Promise<Result<CommitReceipt, CommitProblem>> {
  const at = state.clock();
  const totals = { ...state.totals };
  for (const { ledger } of changes) totals[ledger] = (totals[ledger] ?? 0) + 1;
  const record: CommitRecord = {
    version: 1,
    device: state.ring.device as DeviceId, // stored by us when the event was made
    sequence: state.sequence + 1,
    time: nextHybridTime(at, state.lastTime),
    author: state.operator,
    source,
    changes,
    totals,
    previousHash: state.headHash,
  };
  const { sequence, sealed, hash } = await sealCommit(state.key, state.listing.id, record);
  const frame = writeFrame({ kind: frameKinds.commit, bytes: sealed });
  const [stored, appended] = await Promise.allSettled([
    state.database.commits.put({ sequence, sealed }),
    state.journal.append(state.listing.id, frame),
  ]);
  if (stored.status === 'rejected') {
    await dropFrame(state, appended.status === 'fulfilled' && appended.value.ok);
    return failed(storageProblem(stored.reason));
  }
  state.journalSize =
    appended.status === 'fulfilled' && appended.value.ok ? appended.value.value : undefined;
  state.sequence = sequence;
  state.headHash = hash;
  state.lastTime = record.time;
  state.totals = totals;
  state.savedAt = at;
  applyRecord(state.tables, record);
  return ok({ sequence, at });
}

/** A commit reported as failed must not come back from the second copy at the next start. */
async function dropFrame(state: OpenedState, written: boolean): Promise<void> {
  if (!written || state.journalSize === undefined) return;
  const cut = await state.journal.truncate(state.listing.id, state.journalSize);
  if (!cut.ok) state.journalSize = undefined;
}

export function storageProblem(reason: unknown): CommitProblem {
  const name = reason instanceof Dexie.DexieError ? reason.name : '';
  return name === 'QuotaExceededError'
    ? { tag: 'diskFull' }
    : { tag: 'storage', detail: reason instanceof Error ? reason.message : String(reason) };
}
