import type { ChangeSource } from '../../../shared/journal/change';
import type { HybridTime } from '../../../shared/kernel/hybridTime';
import type { DeviceId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { CommitProblem, CommitReceipt } from '../contract';
import { applyRecord } from './applyRecord';
import { makeDurable } from './makeDurable';
import type { OpenedState } from './openedState';
import {
  changeCounts,
  type ChangePart,
  type CommitRecord,
  type MergeClock,
} from './stored/commitRecord';
import { sealCommit } from './stored/sealedCommit';

/** What a commit is made of, apart from what the journal before it says. */
interface Content {
  readonly parts: readonly ChangePart[];
  readonly time: HybridTime;
  readonly source: ChangeSource;
  readonly clock: MergeClock;
}

/** Makes a commit durable in both copies and carries it into the tables, or changes nothing. */
export async function commitRecord(
  state: OpenedState,
  { parts, time, source, clock }: Content,
  isCancelled?: () => boolean,
): Promise<Result<CommitReceipt, CommitProblem>> {
  const sequence = state.sequence + 1;
  const counts = changeCounts(parts);
  const totals = { ...state.totals };
  for (const [ledger, count] of counts) totals[ledger] = (totals[ledger] ?? 0) + count;
  const versions: Record<string, number> = {};
  for (const { id, version } of state.ledgers)
    if (version !== 1 && counts.has(id)) versions[id] = version;
  const record: CommitRecord = {
    device: state.ring.device as DeviceId, // stored by us when the event was made
    sequence,
    time,
    author: state.operator,
    source,
    parts,
    totals,
    versions,
    previousHash: state.headHash,
    ...(clock.latest === 0 && clock.heard === 0 ? {} : { clock }),
  };
  const sealed = await sealCommit(state.key, state.listing.id, record);
  if (isCancelled?.()) return failed({ tag: 'cancelled' });
  const problem = await makeDurable(state, sealed);
  if (problem) return failed(problem);
  const at = state.clock();
  state.sequence = sequence;
  state.headHash = sealed.hash;
  state.lastTime = time;
  state.clockOfMerges = clock;
  state.totals = totals;
  state.savedAt = at;
  applyRecord(state, record);
  return ok({ sequence, at });
}
