import { Dexie, type Table } from 'dexie';

/** Raised with a step in `versions` whenever stored names or meanings change. */
export const databaseVersion = 1;

export interface StoredCommit {
  readonly sequence: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export interface EventDatabase {
  readonly dexie: Dexie;
  readonly commits: Table<StoredCommit, number>;
  readonly settings: Table<
    { readonly key: string; readonly sealed: Uint8Array<ArrayBuffer> },
    string
  >;
  readonly keys: Table<{ readonly id: 'keys'; readonly ring: Uint8Array<ArrayBuffer> }, string>;
}

const databaseName = (event: string) => `countyline-${event}`;

/** Ids of events that have a database here; the version is Dexie's (IndexedDB's divided by ten). */
export async function storedDatabases(): Promise<
  readonly { readonly event: string; readonly version: number }[]
> {
  const all = await indexedDB.databases();
  return all.flatMap(({ name, version }) =>
    name?.startsWith('countyline-')
      ? [{ event: name.slice('countyline-'.length), version: (version ?? 0) / 10 }]
      : [],
  );
}

/** One database per event. Commits are strict: done means on the medium. */
export async function openEventDatabase(event: string): Promise<EventDatabase> {
  const dexie = new Dexie(databaseName(event), { chromeTransactionDurability: 'strict' });
  dexie.version(databaseVersion).stores({ commits: '&sequence', settings: '&key', keys: '&id' });
  await dexie.open();
  return {
    dexie,
    commits: dexie.table('commits'),
    settings: dexie.table('settings'),
    keys: dexie.table('keys'),
  };
}
