import type { OpenedState, SecondCopyState } from './openedState';
import { writeKeyRing } from '../keys/keyRing';
import { joinBytes } from './stored/deflate';
import { frameKinds, writeFrame, type Frame } from './stored/journalFrames';
import { commitUnit, frameOfUnit } from './stored/journalUnit';
import { sealSetting } from './stored/sealedSetting';

export type Appended = 'written' | 'diskFull' | 'unwritable';

const batchBytes = 4 << 20;

/** Appends bytes after what is known to be good; marks the copy as behind where that fails. */
export async function appendFrame(state: OpenedState, bytes: Uint8Array): Promise<Appended> {
  const { secondCopy } = state;
  const appended = await state.journal.append(state.listing.id, bytes);
  if (appended.ok && appended.value === (secondCopy.goodBytes ?? 0) + bytes.length) {
    secondCopy.goodBytes = appended.value;
    return 'written';
  }
  secondCopy.behind = true;
  return !appended.ok && appended.problem.tag === 'diskFull' ? 'diskFull' : 'unwritable';
}

/** Drops what was appended after `before`; what cannot be dropped now is cut before the next append. */
export async function cutSecondCopy(state: OpenedState, before: SecondCopyState): Promise<void> {
  const { secondCopy } = state;
  secondCopy.goodBytes = before.goodBytes;
  if (before.goodBytes === undefined) return;
  const cut = await state.journal.truncate(state.listing.id, before.goodBytes);
  secondCopy.behind = !cut.ok;
}

/** Brings a copy that has fallen behind up to the database again; tries no harder than once. */
export async function catchUpSecondCopy(state: OpenedState): Promise<void> {
  const { secondCopy, database } = state;
  if (secondCopy.goodBytes === undefined) return;
  const cut = await state.journal.truncate(state.listing.id, secondCopy.goodBytes);
  if (!cut.ok) return;
  const missing = await database.commits
    .where('sequence')
    .between(secondCopy.sequence, state.sequence, false, true)
    .toArray();
  const frames = [
    ...(await looseFrames(state)),
    ...missing.map(({ sealed }) => frameOfUnit(commitUnit(sealed))),
  ];
  secondCopy.behind = false;
  if (await appendFrames(state, frames)) secondCopy.sequence = state.sequence;
}

/** Keys and settings: few and small, so the whole of them is written where any may be missing. */
export async function looseFrames(state: OpenedState): Promise<readonly Frame[]> {
  const settings = await Promise.all(
    [...state.settings.values()].map((setting) =>
      sealSetting(state.key, state.listing.id, setting),
    ),
  );
  return [
    { kind: frameKinds.keys, bytes: writeKeyRing(state.ring) },
    ...settings.map((bytes) => ({ kind: frameKinds.setting, bytes })),
  ];
}

/** False where the copy could not take them all: it is behind then. */
export async function appendFrames(state: OpenedState, frames: Iterable<Frame>): Promise<boolean> {
  let batch: Uint8Array[] = [];
  let size = 0;
  const flush = async () => {
    const written = size === 0 || (await appendFrame(state, joinBytes(batch))) === 'written';
    batch = [];
    size = 0;
    return written;
  };
  for (const frame of frames) {
    const bytes = writeFrame(frame);
    batch.push(bytes);
    size += bytes.length;
    if (size >= batchBytes && !(await flush())) return false;
  }
  return flush();
}
