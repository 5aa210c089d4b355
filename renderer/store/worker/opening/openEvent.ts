import { Dexie } from 'dexie';
import { failed, type Result, ok } from '../../../../shared/kernel/result';
import type { OpenProblem } from '../../eventContract';
import { readKeyRing, type KeyRing } from '../../keys/keyRing';
import {
  databaseVersion,
  openEventDatabase,
  storedDatabases,
  type EventDatabase,
} from '../stored/eventDatabase';
import { unsealCheckpoint } from '../stored/checkpoint';
import { readSentinelFile, unsealSentinel } from '../stored/sentinel';
import { withinLimit } from '../timeLimit';
import { writeSentinel } from '../upkeep/writeSentinel';
import { findKey, sameKeys } from './findKey';
import { holdEvent } from './holdEvent';
import { fetchPages } from './loadPages';
import type { Opened, Opening } from './opening';
import { openFast } from './openFast';
import { openThoroughly } from './openThoroughly';
import { readSecondCopy } from './secondCopy';

/** Unlocks, compares what both copies hold, mends each from the other, and fills the tables. */
export async function openEvent(opening: Opening): Promise<Result<Opened, OpenProblem>> {
  const version = await versionOf(opening.event);
  if (version > databaseVersion)
    return failed({
      tag: 'newerDatabase',
      databaseVersion: version,
      appVersion: databaseVersion,
    });
  const releaseLock = await holdEvent(opening.event);
  if (!releaseLock) return failed({ tag: 'secondWindow' });
  let database: EventDatabase | undefined;
  const giveUp = () => {
    database?.dexie.close();
    releaseLock();
  };
  try {
    database = await openDatabase(opening.event);
    const opened = await openHeld(opening, database, releaseLock);
    if (!opened.ok) giveUp();
    return opened;
  } catch (problem) {
    giveUp();
    return failed({ tag: 'storage', detail: String(problem) });
  }
}

/** 0 where there is no database, or none that can be asked. */
async function versionOf(event: string): Promise<number> {
  try {
    const stored = await withinLimit(storedDatabases());
    return stored.find((one) => one.event === event)?.version ?? 0;
  } catch {
    return 0;
  }
}

/** Undefined where it cannot be opened at all: the second copy has to give everything then. */
async function openDatabase(event: string): Promise<EventDatabase | undefined> {
  try {
    return await withinLimit(openEventDatabase(event));
  } catch (problem) {
    if (problem instanceof Dexie.QuotaExceededError) throw problem;
    return undefined;
  }
}

interface Prefetched {
  readonly ring: KeyRing | undefined;
  readonly checkpoint: Uint8Array<ArrayBuffer> | undefined;
}

/** Small records that say where everything else is; nothing where the database cannot be read. */
async function prefetch(database: EventDatabase | undefined): Promise<Prefetched> {
  try {
    const [keys, checkpoint] = await withinLimit(
      Promise.all([database?.keys.get('keys'), database?.checkpoint.get('checkpoint')]),
    );
    return { ring: keys && readKeyRing(keys.ring), checkpoint: checkpoint?.sealed };
  } catch {
    return { ring: undefined, checkpoint: undefined };
  }
}

async function openHeld(
  opening: Opening,
  database: EventDatabase | undefined,
  releaseLock: () => void,
): Promise<Result<Opened, OpenProblem>> {
  const { event, journal } = opening;
  opening.onProgress({ stage: 'key', done: 0, total: 1 });
  const kept = await journal.readSentinel(event);
  const file = kept.ok && kept.value ? readSentinelFile(new Uint8Array(kept.value)) : undefined;
  const stored = await prefetch(database);
  const own = [stored.ring, file?.ring];
  // Only the newest of the second copy: older ones still open with a passphrase that was changed.
  const others = async () => (await readSecondCopy(journal, event)).rings.slice(-1);
  const rings = own.some((ring) => ring) ? own : await others();
  if (rings.every((ring) => !ring)) return failed({ tag: 'keysLost' });
  const found =
    (await findKey(rings, opening.secret)) ?? (await findKey(await others(), opening.secret));
  if (!found) return failed({ tag: 'wrongPassphrase' });

  const checkpoint = await unsealCheckpoint(found.key, event, stored.checkpoint);
  const unlocked = {
    ...found,
    opening,
    database,
    checkpoint,
    sentinel: await unsealSentinel(found.key, event, file?.sealed),
    databaseHasKeys: sameKeys(stored.ring, found.ring),
    sentinelHasKeys: sameKeys(file?.ring, found.ring),
    releaseLock,
  };
  const fetched = database && checkpoint ? fetchPages(database, checkpoint) : undefined;
  // Whatever cannot be read here is looked into by the thorough way.
  const state = await openFast(unlocked, fetched).catch(() => undefined);
  if (state) return ok({ state, repairs: [], cleanExit: true });
  const opened = await openThoroughly(unlocked);
  if (opened.ok) await writeSentinel(opened.value.state, true);
  return opened;
}
