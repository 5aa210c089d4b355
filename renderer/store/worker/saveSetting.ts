import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { CommitProblem } from '../contract';
import { storageProblem } from './commitWrites';
import { frameKinds, writeFrame } from './journalFrames';
import type { OpenedState } from './openedState';
import { sealSetting } from './sealedSetting';

/** Keeps a setting in both copies; the names of settings are not secret, their values are sealed. */
export async function saveSetting(
  state: OpenedState,
  key: string,
  value: string,
): Promise<Result<void, CommitProblem>> {
  const number = Math.max(0, ...[...state.settings.values()].map((one) => one.number)) + 1;
  const setting = { key, value, number };
  const sealed = await sealSetting(state.key, state.listing.id, setting);
  try {
    await state.database.settings.put({ key, sealed });
  } catch (reason) {
    return failed(storageProblem(reason));
  }
  const frame = writeFrame({ kind: frameKinds.setting, bytes: sealed });
  const appended = await state.journal.append(state.listing.id, frame);
  if (appended.ok) state.journalSize = appended.value;
  state.settings.set(key, setting);
  return ok();
}
