import type { JournalFiles } from '../../../shared/desktop/contract';
import { isEventId, newDeviceId, newEventId, type EventId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import { toInstant, type Clock } from '../../../shared/kernel/time';
import type { EventListing, NewEvent, OpenProblem } from '../eventContract';
import {
  importDataKey,
  newRecoveryCode,
  readKeyRing,
  unwrapKey,
  wrapKey,
  writeKeyRing,
  type KeyRing,
} from '../keys/keyRing';
import type { OpenedState } from './openedState';
import { findKey } from './opening/findKey';
import { holdEvent } from './opening/holdEvent';
import { readFiledRing } from './opening/secondCopy';
import { appendFrame, catchUpSecondCopy, cutSecondCopy } from './secondCopyWriter';
import {
  deleteEventDatabase,
  openEventDatabase,
  readStoredRing,
  storedDatabases,
} from './stored/eventDatabase';
import { frameKinds, writeFrame } from './stored/journalFrames';
import { sealSentinel } from './stored/sentinel';
import { withinLimit } from './timeLimit';
import { writeSentinel } from './upkeep/writeSentinel';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/**
 * Every event that either copy knows, last opened first; keys are not needed for that. One whose
 * keys are gone everywhere has no name any more, but is listed: the device is not new.
 */
export async function listEvents(journal: JournalFiles): Promise<readonly EventListing[]> {
  const filed = await journal.list();
  const stored = await databaseIds();
  const events = [...new Set([...(filed.ok ? filed.value : []), ...stored])];
  const found = await Promise.all(
    events.map(async (id): Promise<EventListing> => {
      const listing = (await readFiledRing(journal, id))?.listing ?? (await storedListing(id));
      return listing ?? nameless(id);
    }),
  );
  return found.sort((a, b) => b.lastOpenedAt - a.lastOpenedAt);
}

const nameless = (id: EventId): EventListing => ({
  id,
  name: '',
  unit: '',
  deviceName: '',
  createdAt: toInstant(0),
  lastOpenedAt: toInstant(0),
});

/** None where the databases cannot be listed: the second copies still can. */
async function databaseIds(): Promise<readonly EventId[]> {
  try {
    const stored = await withinLimit(storedDatabases());
    return stored.flatMap(({ event }) => (isEventId(event) ? [event] : []));
  } catch {
    return [];
  }
}

async function storedListing(event: EventId): Promise<EventListing | undefined> {
  try {
    const ring = await withinLimit(readStoredRing(event));
    return ring && readKeyRing(ring)?.listing;
  } catch {
    return undefined;
  }
}

/** Makes the keys of a new event in both copies. The recovery code is not kept anywhere. */
export async function makeEvent(
  event: NewEvent,
  journal: JournalFiles,
  clock: Clock,
): Promise<Result<{ readonly id: EventId; readonly recoveryCode: string }, OpenProblem>> {
  const now = clock();
  const listing: EventListing = {
    id: newEventId(now, random),
    name: event.name,
    unit: event.unit,
    deviceName: event.deviceName,
    createdAt: now,
    lastOpenedAt: now,
  };
  const dataKey = random(32);
  const recoveryCode = newRecoveryCode();
  const [byPassphrase, byRecoveryCode] = await Promise.all([
    wrapKey(listing, event.passphrase, dataKey),
    wrapKey(listing, recoveryCode, dataKey),
  ]);
  const device = newDeviceId(now, random);
  const ring: KeyRing = { version: 1, listing, device, byPassphrase, byRecoveryCode };
  const stored = await storeRing(ring, await importDataKey(dataKey), journal);
  return stored.ok ? ok({ id: listing.id, recoveryCode }) : stored;
}

/** All three places from the start, so that the first opening finds nothing to mend. */
async function storeRing(
  ring: KeyRing,
  key: CryptoKey,
  journal: JournalFiles,
): Promise<Result<void, OpenProblem>> {
  const { id } = ring.listing;
  const bytes = writeKeyRing(ring);
  const appended = await journal.append(id, writeFrame({ kind: frameKinds.keys, bytes }));
  if (!appended.ok) return failed({ tag: 'storage', detail: appended.problem.tag });
  try {
    const database = await withinLimit(openEventDatabase(id));
    await withinLimit(database.keys.put({ id: 'keys', ring: bytes }));
    database.dexie.close();
  } catch (problem) {
    await journal.remove(id);
    return failed({ tag: 'storage', detail: String(problem) });
  }
  const nothing = { sequence: 0, headHash: '', totals: {}, accepted: [] };
  const sentinel = { version: 1, ...nothing, cleanAt: appended.value } as const;
  await journal.writeSentinel(id, await sealSentinel(key, id, ring, sentinel));
  return ok();
}

/**
 * Wraps the data key anew; the old passphrase opens nothing afterwards, the recovery code still does.
 * Only where both copies take the new keys: a copy left with the old ones would still open with the
 * old passphrase. The second copy comes first, as it is the one that fails.
 */
export async function changePassphrase(
  state: OpenedState,
  current: string,
  next: string,
): Promise<Result<void, OpenProblem>> {
  const dataKey = await unwrapKey(state.ring, current);
  if (!dataKey) return failed({ tag: 'wrongPassphrase' });
  const byPassphrase = await wrapKey(state.ring.listing, next, dataKey);
  return replaceRing(state, { ...state.ring, byPassphrase });
}

/**
 * This laptop was restored from an older copy: others hold changes that it had made and lost. It
 * goes on as another device, so that no number of its journal ever stands for two commits. Where the
 * new id cannot be written the old one stays: both histories are told apart by their hashes.
 */
export async function renewDevice(state: OpenedState): Promise<void> {
  await replaceRing(state, { ...state.ring, device: newDeviceId(state.clock(), random) });
}

async function replaceRing(state: OpenedState, ring: KeyRing): Promise<Result<void, OpenProblem>> {
  const bytes = writeKeyRing(ring);
  if (state.secondCopy.behind) await catchUpSecondCopy(state);
  const before = { ...state.secondCopy };
  const appended = before.behind
    ? 'unwritable'
    : await appendFrame(state, writeFrame({ kind: frameKinds.keys, bytes }));
  if (appended !== 'written') {
    if (!before.behind) await cutSecondCopy(state, before);
    return failed({ tag: 'storage', detail: `second copy: ${appended}` });
  }
  try {
    await withinLimit(state.database.keys.put({ id: 'keys', ring: bytes }));
  } catch (problem) {
    await cutSecondCopy(state, before);
    return failed({ tag: 'storage', detail: String(problem) });
  }
  state.ring = ring;
  await writeSentinel(state, true);
  return ok();
}

/** Destroys the keys and both copies. Needs the passphrase or code, unless no keys are left. */
export async function removeEvent(
  event: EventId,
  secret: string,
  journal: JournalFiles,
): Promise<Result<void, OpenProblem>> {
  const releaseLock = await holdEvent(event);
  if (!releaseLock) return failed({ tag: 'secondWindow' });
  try {
    const stored = await withinLimit(readStoredRing(event)).catch(() => undefined);
    const rings = [stored && readKeyRing(stored), await readFiledRing(journal, event)];
    if (rings.some((ring) => ring) && !(await findKey(rings, secret)))
      return failed({ tag: 'wrongPassphrase' });
    await withinLimit(deleteEventDatabase(event));
    const removed = await journal.remove(event);
    return removed.ok ? ok() : failed({ tag: 'storage', detail: removed.problem.tag });
  } catch (problem) {
    return failed({ tag: 'storage', detail: String(problem) });
  } finally {
    releaseLock();
  }
}
