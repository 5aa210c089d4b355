import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { CommitProblem } from '../contract';
import { storageProblem } from './makeDurable';
import type { OpenedState } from './openedState';
import { appendFrame, catchUpSecondCopy } from './secondCopyWriter';
import { frameKinds, writeFrame } from './stored/journalFrames';
import { sealSetting } from './stored/sealedSetting';
import { writeTransaction } from './stored/transactions';

/** Keeps a setting in both copies. Its value is sealed, its name is not: no data may be in one. */
export async function saveSetting(
  state: OpenedState,
  key: string,
  value: string,
): Promise<Result<void, CommitProblem>> {
  const number = Math.max(0, ...[...state.settings.values()].map((one) => one.number)) + 1;
  const setting = { key, value, number };
  const sealed = await sealSetting(state.key, state.listing.id, setting);
  try {
    await writeTransaction(state.database.dexie, ['settings'], 'strict', (store) =>
      store('settings').put({ key, sealed }),
    );
  } catch (reason) {
    return failed(storageProblem(reason));
  }
  state.settings.set(key, setting);
  if (state.secondCopy.behind) await catchUpSecondCopy(state);
  else await appendFrame(state, writeFrame({ kind: frameKinds.setting, bytes: sealed }));
  return ok();
}
