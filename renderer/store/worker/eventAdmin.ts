import type { JournalFiles } from '../../../shared/desktop/contract';
import { newDeviceId, newEventId, type EventId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import type { Clock } from '../../../shared/kernel/time';
import type { EventListing, NewEvent, OpenProblem } from '../contract';
import {
  newRecoveryCode,
  readKeyRing,
  unwrapKey,
  wrapKey,
  writeKeyRing,
  type KeyRing,
} from '../keys/keyRing';
import { openEventDatabase, storedDatabases } from './eventDatabase';
import { frameKinds, writeFrame } from './journalFrames';
import type { OpenedState } from './openedState';
import { readFirstRing } from './secondCopy';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Every event that either copy knows, last opened first; keys are not needed for that. */
export async function listEvents(journal: JournalFiles): Promise<readonly EventListing[]> {
  const found = new Map<string, EventListing>();
  const filed = await journal.list();
  for (const event of filed.ok ? filed.value : []) {
    const listing = (await readFirstRing(journal, event))?.listing;
    if (listing) found.set(event, listing);
  }
  for (const { event } of await storedDatabases()) {
    const database = await openEventDatabase(event);
    const stored = await database.keys.get('keys');
    database.dexie.close();
    const listing = stored && readKeyRing(stored.ring)?.listing;
    if (listing && !found.has(event)) found.set(event, listing);
  }
  return [...found.values()].sort((a, b) => b.lastOpenedAt - a.lastOpenedAt);
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
  const ring = writeKeyRing({
    version: 1,
    listing,
    device: newDeviceId(now, random),
    byPassphrase: await wrapKey(listing, event.passphrase, dataKey),
    byRecoveryCode: await wrapKey(listing, recoveryCode, dataKey),
  });
  const appended = await journal.append(
    listing.id,
    writeFrame({ kind: frameKinds.keys, bytes: ring }),
  );
  if (!appended.ok) return failed({ tag: 'storage', detail: appended.problem.tag });
  const database = await openEventDatabase(listing.id);
  await database.keys.put({ id: 'keys', ring });
  database.dexie.close();
  return ok({ id: listing.id, recoveryCode });
}

/** Wraps the data key anew; the old passphrase opens nothing afterwards, the recovery code still does. */
export async function changePassphrase(
  state: OpenedState,
  current: string,
  next: string,
): Promise<Result<void, OpenProblem>> {
  const dataKey = await unwrapKey(state.ring, current);
  if (!dataKey) return failed({ tag: 'wrongPassphrase' });
  const ring: KeyRing = {
    ...state.ring,
    byPassphrase: await wrapKey(state.ring.listing, next, dataKey),
  };
  const bytes = writeKeyRing(ring);
  const appended = await state.journal.append(
    state.listing.id,
    writeFrame({ kind: frameKinds.keys, bytes }),
  );
  if (!appended.ok) return failed({ tag: 'storage', detail: appended.problem.tag });
  state.journalSize = appended.value;
  await state.database.keys.put({ id: 'keys', ring: bytes });
  state.ring = ring;
  return ok();
}
