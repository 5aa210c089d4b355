import { Dexie } from 'dexie';
import type { CommitProblem } from '../contract';
import type { OpenedState } from './openedState';
import { frameKinds, writeFrame } from './stored/journalFrames';
import type { SealedCommit } from './stored/sealedCommit';
import { appendFrame, catchUpSecondCopy, cutSecondCopy } from './secondCopyWriter';
import { writeTransaction } from './stored/transactions';
import { withinLimit } from './timeLimit';
import { reviveDatabase } from './upkeep/reviveDatabase';

/**
 * Puts a commit into the database and into the second copy at the same time. Comes back with a
 * problem only when neither will give it back at the next start.
 *
 * | database | second copy | answer                                                   |
 * | written  | written     | done                                                     |
 * | written  | disk full   | taken back from the database: `diskFull`                 |
 * | written  | else failed | done, in one copy; the second catches up when it can     |
 * | failed   |             | cut from the second copy: `diskFull` or `storage`        |
 */
export async function makeDurable(
  state: OpenedState,
  { sequence, sealed }: SealedCommit,
): Promise<CommitProblem | undefined> {
  if (state.secondCopy.behind) await catchUpSecondCopy(state);
  const before = { ...state.secondCopy };
  const frame = writeFrame({ kind: frameKinds.commit, bytes: sealed });
  const [stored, appended] = await Promise.all([
    putCommit(state, sequence, sealed),
    before.behind ? 'unwritable' : appendFrame(state, frame),
  ]);
  if (stored !== undefined) {
    if (appended === 'written') await cutSecondCopy(state, before);
    return stored;
  }
  if (appended === 'diskFull' && (await takeBack(state, sequence))) {
    await cutSecondCopy(state, before);
    return { tag: 'diskFull' };
  }
  if (appended === 'written') state.secondCopy.sequence = sequence;
  return undefined;
}

async function putCommit(
  state: OpenedState,
  sequence: number,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<CommitProblem | undefined> {
  const put = () =>
    writeTransaction(state.database.dexie, ['commits'], 'strict', (store) =>
      store('commits').put({ sequence, sealed }),
    );
  try {
    await put();
    return undefined;
  } catch (reason) {
    const problem = storageProblem(reason);
    if (problem.tag === 'diskFull' || !(await reviveDatabase(state))) return problem;
  }
  try {
    await put();
    return undefined;
  } catch (reason) {
    return storageProblem(reason);
  }
}

/** False where the database keeps the commit all the same: then it counts as done. */
async function takeBack(state: OpenedState, sequence: number): Promise<boolean> {
  try {
    await withinLimit(state.database.commits.delete(sequence));
    return true;
  } catch {
    return false;
  }
}

export function storageProblem(reason: unknown): CommitProblem {
  const inner = reason instanceof Dexie.DexieError ? (reason as { inner?: unknown }).inner : reason;
  const names = [reason, inner].map((one) => (one instanceof Error ? one.name : ''));
  return names.includes('QuotaExceededError')
    ? { tag: 'diskFull' }
    : { tag: 'storage', detail: reason instanceof Error ? reason.message : String(reason) };
}
