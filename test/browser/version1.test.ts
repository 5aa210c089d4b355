import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EventId, RowId } from '../../shared/kernel/ids';
import { removeFolder } from '../support/removeFolder';
import {
  newProfile,
  serveStorePage,
  startStoreChromium,
  type StoreChromium,
  type StoreServer,
} from '../support/storeChromium';

/** Bytes in base64 stand as `{ bytes }`. */
type Stored = Readonly<Record<string, unknown>>;

/**
 * All that the app of database version 1 (commit aa335da) left in a profile: thirteen changes to eleven
 * invented passages, a setting, and what the records were then.
 */
interface Profile {
  readonly event: EventId;
  readonly recoveryCode: string;
  readonly ids: readonly RowId[];
  readonly rows: readonly ({ readonly values: Stored; readonly deleted: boolean } | null)[];
  readonly databases: readonly {
    readonly name: string;
    readonly version: number;
    readonly stores: Readonly<
      Record<string, { readonly keyPath: string; readonly records: readonly Stored[] }>
    >;
  }[];
  /** Path in the browser's private files → content in base64. */
  readonly files: Readonly<Record<string, string>>;
}

const packed = readFileSync(new URL('./stored/version1.json.gz', import.meta.url));
const kept = JSON.parse(gunzipSync(packed).toString()) as Profile; // ours, as described above

let server: StoreServer;
let chromium: StoreChromium;
const profile = newProfile();
beforeAll(async () => {
  server = await serveStorePage();
  chromium = await startStoreChromium(server.address, profile);
});
afterAll(async () => {
  await chromium.quit();
  await server.close();
  await removeFolder(profile);
});

it('opens what version 1 has stored, keeps all of it, and goes on', async () => {
  const { page } = chromium;
  await page.evaluate(putBack, kept);
  const listed = await page.evaluate(() => window.storePage.stores.list());
  expect(listed.ok && listed.value).toMatchObject([{ id: kept.event, name: '第一版' }]);
  const first = await page.evaluate(look, kept);
  expect(first.rows).toEqual(kept.rows);
  expect(first.setting).toBe('最近');
  expect(first.repairs).toEqual([]);
  expect(first.history).toMatchObject([
    { fields: { driverName: { after: '更正甲' } } },
    { values: {} },
  ]);

  // It is of this version now: a commit, a start from its pages, and the recovery code of then.
  await page.evaluate(async () => {
    await window.storePage.addPassages(1, 77, 1);
    await window.storePage.store().lock();
  });
  const second = await page.evaluate(look, kept);
  expect(second.rows).toEqual(kept.rows);
  expect(second.count).toBe(first.count + 1);
  expect(second.repairs).toEqual([]);
  const byCode = await page.evaluate(async ({ event, recoveryCode }) => {
    await window.storePage.store().lock();
    return (await window.storePage.stores.open(event, recoveryCode, '测试员')).ok;
  }, kept);
  expect(byCode).toBe(true);
});

/** Runs in the page, like the next. */
async function putBack({ databases, files }: Profile): Promise<void> {
  const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  const revive = (record: Stored) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => {
        const isBytes = typeof value === 'object' && value !== null && 'bytes' in value;
        return [name, isBytes ? bytesOf(String(value.bytes)) : value];
      }),
    );
  for (const { name, version, stores } of databases) {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const [store, { keyPath }] of Object.entries(stores))
        request.result.createObjectStore(store, { keyPath });
    };
    const database = await new Promise<IDBDatabase>((done) => {
      request.onsuccess = () => done(request.result);
    });
    const writing = database.transaction(Object.keys(stores), 'readwrite');
    for (const [store, { records }] of Object.entries(stores))
      for (const record of records) writing.objectStore(store).put(revive(record));
    await new Promise((done) => (writing.oncomplete = done));
    database.close();
  }
  for (const [path, content] of Object.entries(files)) {
    const [folder = '', name = ''] = path.split('/');
    const root = await navigator.storage.getDirectory();
    const directory = await root.getDirectoryHandle(folder, { create: true });
    const file = await directory.getFileHandle(name, { create: true });
    const writable = await file.createWritable();
    await writable.write(bytesOf(content));
    await writable.close();
  }
}

async function look({ event, ids }: Profile) {
  const { store, repairs } = await window.storePage.open(event);
  const rows = await store.rows('checkpoint-passes', ids);
  const history = await store.history('checkpoint-passes', ids[1] ?? ('' as RowId));
  return {
    repairs,
    rows: rows.map((row) =>
      row ? { values: row.values, deleted: row.deletedAt !== undefined } : null,
    ),
    setting: await store.setting('view'),
    count: (await store.counts())['checkpoint-passes'] ?? 0,
    history: history.map(({ change }) => ({ ...change })),
  };
}
