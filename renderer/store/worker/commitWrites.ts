import type { ChangeSource } from '../../../shared/journal/change';
import { nextHybridTime } from '../../../shared/kernel/hybridTime';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { CommitProblem, CommitReceipt } from '../contract';
import { writesIn, type WriteList } from '../packWrites';
import { createChangeBuilder, type ChangeBuilder } from './buildChanges';
import { commitRecord } from './commitRecord';
import { latestOrder, placeParts } from './merge/placeOwn';
import type { OpenedState } from './openedState';
import { partsOfChanges } from './partsOfChanges';
import type { ChangePart } from './stored/commitRecord';
import { yieldTurn } from '../yieldTurn';

/** A list whose block may be on its way to be stored already. */
export type IncomingList = WriteList & { readonly packed?: Promise<Uint8Array<ArrayBuffer>> };

export interface CommitControl {
  readonly isCancelled: () => boolean;
  /** Writes that are ready so far. */
  readonly onProgress: (done: number) => void;
}

/**
 * Checks the writes against the tables and makes them durable in both copies, or changes nothing.
 * Between lists other calls get their turn; nothing can be cancelled once writing has begun.
 */
export async function commitWrites(
  state: OpenedState,
  lists: readonly IncomingList[],
  source: ChangeSource,
  expectSequence: number | undefined,
  control?: CommitControl,
): Promise<Result<CommitReceipt, CommitProblem>> {
  if (expectSequence !== undefined && expectSequence !== state.sequence)
    return failed({ tag: 'moved', sequence: state.sequence });
  const builder = createChangeBuilder(state.tables);
  const parts: ChangePart[] = [];
  let done = 0;
  for (const list of lists) {
    const built = buildParts(builder, list);
    if (!built.ok) return built;
    parts.push(...built.value);
    done += writesIn(list);
    if (lists.length === 1) continue;
    control?.onProgress(done);
    await yieldTurn();
    if (control?.isCancelled()) return failed({ tag: 'cancelled' });
  }
  return commitParts(state, parts, source, control);
}

function buildParts(
  builder: ChangeBuilder,
  list: IncomingList,
): Result<readonly ChangePart[], CommitProblem> {
  if (list.type === 'writes') {
    const changes = builder.build(list.writes);
    return changes.ok ? ok(partsOfChanges(changes.value)) : changes;
  }
  const { ledger, rows, block, packed } = list;
  const claimed = builder.claim(ledger, block);
  if (!claimed.ok) return claimed;
  const part = { type: 'inserts', ledger, first: claimed.value, rows, block } as const;
  return ok([packed ? { ...part, packed } : part]);
}

async function commitParts(
  state: OpenedState,
  given: readonly ChangePart[],
  source: ChangeSource,
  control: CommitControl | undefined,
): Promise<Result<CommitReceipt, CommitProblem>> {
  const time = nextHybridTime(state.clock(), state.lastTime);
  const parts = await placeParts(state, given, time);
  const { heard, latest } = state.clockOfMerges;
  const clock = { heard, latest: latestOrder(parts, latest) };
  return commitRecord(state, { parts, time, source, clock }, control?.isCancelled);
}
