import { Dexie, type Table } from 'dexie';
import { databaseFactory, moveDatabases } from './databasePlace';
import type { SealedPage } from './page';
import type { SealedSegment } from './segment';

/** Raised with a step in `openEventDatabase` whenever stored names or meanings change. */
export const databaseVersion = 2;

export interface StoredCommit {
  readonly sequence: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

interface Sealed {
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export interface EventDatabase {
  readonly dexie: Dexie;
  /** Commits that are not folded: the latest, and large ones, which are blocks already. */
  readonly commits: Table<StoredCommit, number>;
  readonly segments: Table<SealedSegment, [number, number]>;
  readonly pages: Table<SealedPage, [string, number]>;
  /** `checkpoint`, and beside it what merging keeps of the journal: see `mergeFacts`. */
  readonly checkpoint: Table<Sealed & { readonly id: string }, string>;
  readonly settings: Table<Sealed & { readonly key: string }, string>;
  readonly keys: Table<{ readonly id: 'keys'; readonly ring: Uint8Array<ArrayBuffer> }, string>;
}

const prefix = 'countyline-';
const databaseName = (event: string) => `${prefix}${event}`;

/** Ids of events that have a database here; the version is Dexie's (IndexedDB's divided by ten). */
export async function storedDatabases(): Promise<
  readonly { readonly event: string; readonly version: number }[]
> {
  const all = await (await databaseFactory()).databases();
  return all.flatMap(({ name, version }) =>
    name?.startsWith(prefix)
      ? [{ event: name.slice(prefix.length), version: (version ?? 0) / 10 }]
      : [],
  );
}

async function dexieOf(event: string): Promise<Dexie> {
  return new Dexie(databaseName(event), {
    indexedDB: await databaseFactory(),
    IDBKeyRange,
    chromeTransactionDurability: 'strict',
  });
}

/** One database per event. Commits are strict: done means on the medium. */
export async function openEventDatabase(event: string): Promise<EventDatabase> {
  const dexie = await dexieOf(event);
  dexie.version(1).stores({ commits: '&sequence', settings: '&key', keys: '&id' });
  // 2: opening no longer replays every commit. The new tables start empty and are filled from the
  // commits at the first opening, so there is nothing to convert here.
  dexie.version(databaseVersion).stores({
    segments: '&[first+last]',
    pages: '&[ledger+page]',
    checkpoint: '&id',
  });
  await dexie.open();
  return {
    dexie,
    commits: dexie.table('commits'),
    segments: dexie.table('segments'),
    pages: dexie.table('pages'),
    checkpoint: dexie.table('checkpoint'),
    settings: dexie.table('settings'),
    keys: dexie.table('keys'),
  };
}

/** The key ring of a database of any version, without bringing it up to this one. */
export async function readStoredRing(event: string): Promise<Uint8Array | undefined> {
  const dexie = await dexieOf(event);
  try {
    await dexie.open();
    const stored = (await dexie.table('keys').get('keys')) as
      { readonly ring: Uint8Array } | undefined; // the same table in every version
    return stored?.ring;
  } finally {
    dexie.close();
  }
}

export async function deleteEventDatabase(event: string): Promise<void> {
  await (await dexieOf(event)).delete();
}

/** An empty database in place of one that cannot be read; in a new place where the old one refuses. */
export async function openEmptyDatabase(event: string): Promise<EventDatabase> {
  try {
    await deleteEventDatabase(event);
    return await openEventDatabase(event);
  } catch (problem) {
    if (!(await moveDatabases())) throw problem;
    return openEventDatabase(event);
  }
}
