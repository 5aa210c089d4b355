import type { JournalFiles } from '../../../shared/desktop/contract';
import type { EventId } from '../../../shared/kernel/ids';
import { failed, ok, type Result } from '../../../shared/kernel/result';
import { toInstant, type Clock } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import { hybridTimeMs } from '../../../shared/kernel/hybridTime';
import type { Loss, OpenProblem, OpenProgress, Repair } from '../contract';
import { importDataKey, readKeyRing, unwrapKey, writeKeyRing } from '../keys/keyRing';
import { createTables } from './createTables';
import { applyRecord } from './applyRecord';
import { databaseVersion, openEventDatabase, storedDatabases } from './eventDatabase';
import { frameKinds } from './journalFrames';
import { holdEvent } from './holdEvent';
import type { OpenedState } from './openedState';
import { recoverCommits } from './recoverCommits';
import { readSecondCopy, rewriteSecondCopy } from './secondCopy';
import { sealSetting, unsealSettings } from './sealedSetting';
import { unsealSentinel } from './sentinel';
import { writeSentinel } from './writeSentinel';

export interface Opening {
  readonly event: EventId;
  readonly secret: string;
  readonly operator: string;
  readonly acceptLosses: boolean;
  readonly journal: JournalFiles;
  readonly clock: Clock;
  readonly ledgers: readonly LedgerDefinition[];
  readonly onProgress: (progress: OpenProgress) => void;
}

export interface Opened {
  readonly state: OpenedState;
  readonly repairs: readonly Repair[];
  readonly cleanExit: boolean;
}

/** Unlocks, compares both copies, mends each from the other, and fills the tables. */
export async function openEvent(opening: Opening): Promise<Result<Opened, OpenProblem>> {
  const stored = (await storedDatabases()).find(({ event }) => event === opening.event);
  if (stored && stored.version > databaseVersion)
    return failed({
      tag: 'newerDatabase',
      databaseVersion: stored.version,
      appVersion: databaseVersion,
    });
  const releaseLock = await holdEvent(opening.event);
  if (!releaseLock) return failed({ tag: 'secondWindow' });
  try {
    const opened = await openHeld(opening, releaseLock);
    if (!opened.ok) releaseLock();
    return opened;
  } catch (problem) {
    releaseLock();
    throw problem;
  }
}

async function openHeld(
  opening: Opening,
  releaseLock: () => void,
): Promise<Result<Opened, OpenProblem>> {
  const { event, journal, onProgress } = opening;
  const repairs: Repair[] = [];
  onProgress({ stage: 'key', done: 0, total: 1 });
  const database = await openEventDatabase(event);
  const storedRing = await database.keys.get('keys');
  const databaseRing = storedRing && readKeyRing(storedRing.ring);
  const copy = await readSecondCopy(journal, event);
  let ring = databaseRing ?? copy.ring;
  if (!ring) {
    database.dexie.close();
    return failed({ tag: 'keysLost' });
  }
  let raw = await unwrapKey(ring, opening.secret);
  if (!raw && databaseRing && copy.ring) {
    // The ring in the database may be damaged inside a field: the other copy's may still fit.
    raw = await unwrapKey(copy.ring, opening.secret);
    if (raw) ring = copy.ring;
  }
  if (!raw) {
    database.dexie.close();
    return failed({ tag: 'wrongPassphrase' });
  }
  const key = await importDataKey(raw);
  if (ring !== databaseRing) {
    await database.keys.put({ id: 'keys', ring: writeKeyRing(ring) });
    repairs.push({ what: 'keysRestored', from: 'secondCopy' });
  } else if (!copy.ring) repairs.push({ what: 'keysRestored', from: 'database' });

  onProgress({ stage: 'check', done: 0, total: 1 });
  const sentinelBytes = await journal.readSentinel(event);
  const kept = sentinelBytes.ok ? sentinelBytes.value : undefined;
  const sentinel = await unsealSentinel(key, event, kept && new Uint8Array(kept));
  const inDatabase = await database.commits.orderBy('sequence').toArray();
  const cleanExit =
    sentinel !== undefined &&
    sentinel.cleanAt === copy.size &&
    copy.whole &&
    copy.ring !== undefined;
  const recovered = await recoverCommits({
    event,
    key,
    database: inDatabase,
    secondCopy: copy.commits,
    expected: sentinel?.totals ?? {},
    expectedSequence: sentinel?.sequence ?? 0,
    onProgress: (done, total) => {
      onProgress({ stage: 'load', done, total });
    },
  });
  const accepted = sentinel?.accepted ?? [];
  const fresh = recovered.losses.filter((loss) => !accepted.some((old) => sameGap(old, loss)));
  if (fresh.length > 0 && !opening.acceptLosses) {
    database.dexie.close();
    const damaged = inDatabase.some(({ sequence }) =>
      fresh.some((loss) => sequence >= loss.firstSequence && sequence <= loss.lastSequence),
    );
    return failed({ tag: damaged ? 'damagedPage' : 'missingPage', losses: fresh });
  }

  if (recovered.fromSecondCopy.length > 0) {
    onProgress({ stage: 'replay', done: 0, total: recovered.fromSecondCopy.length });
    repairs.push({
      what: inDatabase.length === 0 ? 'databaseRebuilt' : 'commitsReplayed',
      from: 'secondCopy',
      commits: recovered.fromSecondCopy.length,
    });
  }
  // Rewriting everything at the first start after an unclean exit cures a torn LevelDB log, which
  // otherwise loses all of it at the second.
  const toWrite = cleanExit ? recovered.fromSecondCopy : recovered.sealed;
  if (toWrite.length > 0) await database.commits.bulkPut([...toWrite]);

  const storedSettings = await database.settings.toArray();
  const settings = await unsealSettings(key, event, [
    ...copy.settings,
    ...storedSettings.map(({ sealed }) => sealed),
  ]);
  const state: OpenedState = {
    listing: { ...ring.listing, lastOpenedAt: opening.clock() },
    operator: opening.operator,
    key,
    database,
    journal,
    clock: opening.clock,
    tables: createTables(opening.ledgers),
    settings,
    accepted: [...accepted, ...fresh],
    releaseLock,
    ring,
    sequence: Math.max(
      recovered.records.at(-1)?.sequence ?? 0,
      ...fresh.map((l) => l.lastSequence),
    ),
    headHash: recovered.headHash,
    lastTime: recovered.records.at(-1)?.time ?? 0,
    totals: recovered.records.at(-1)?.totals ?? {},
    journalSize: copy.size,
    savedAt: undefined,
  };
  for (const record of recovered.records) applyRecord(state.tables, record);
  if (state.lastTime !== 0) state.savedAt = toInstant(hybridTimeMs(state.lastTime));

  const torn = !copy.whole && copy.size > 0;
  if (torn || copy.ring === undefined || recovered.fromDatabase > 0) {
    onProgress({ stage: 'repair', done: 0, total: 1 });
    state.journalSize = await rewriteSecondCopy(journal, event, [
      { kind: frameKinds.keys, bytes: writeKeyRing(ring) },
      ...(await Promise.all(
        [...settings.values()].map(async (setting) => ({
          kind: frameKinds.setting,
          bytes: await sealSetting(key, event, setting),
        })),
      )),
      ...recovered.sealed.map(({ sealed }) => ({ kind: frameKinds.commit, bytes: sealed })),
    ]);
    repairs.push(
      recovered.fromDatabase > 0 || copy.ring === undefined
        ? { what: 'journalFileRebuilt', from: 'database', commits: recovered.fromDatabase }
        : { what: 'journalFileTailDropped', from: 'database' },
    );
  }
  // A new event has none yet, and nothing that it could have missed.
  const isNew = inDatabase.length === 0 && copy.commits.length === 0;
  if (!sentinel && !isNew) repairs.push({ what: 'sentinelRebuilt', from: 'database' });
  await writeSentinel(state, false);
  return ok({ state, repairs, cleanExit });
}

function sameGap(left: Loss, right: Loss): boolean {
  return left.firstSequence === right.firstSequence && left.ledger === right.ledger;
}
