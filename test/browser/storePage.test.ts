import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  newProfile,
  serveStorePage,
  startStoreChromium,
  type StoreServer,
} from '../support/storeChromium';
import { removeFolder } from '../support/removeFolder';

let server: StoreServer;
let profile: string;
beforeEach(async () => {
  server = await serveStorePage();
  profile = newProfile();
});
afterEach(async () => {
  await server.close();
  await removeFolder(profile);
});

it('has every record again after Chromium was closed and started', async () => {
  const first = await startStoreChromium(server.address, profile);
  const event = await first.page.evaluate(async () => {
    const { storePage } = window;
    const { listing } = await storePage.make();
    await storePage.addPassages(1_000, 7, 300);
    await storePage.store().lock();
    return listing.id;
  });
  await first.quit();

  const second = await startStoreChromium(server.address, profile);
  const found = await second.page.evaluate(async (id) => {
    const { repairs, cleanExit, store } = await window.storePage.open(id);
    return { repairs, cleanExit, rows: (await store.counts())['checkpoint-passes'] };
  }, event);
  await second.quit();
  expect(found).toEqual({ repairs: [], cleanExit: true, rows: 1_000 });
});

it('greets a new event with no repair, writes nothing of a cancelled commit, and destroys it whole', async () => {
  const chromium = await startStoreChromium(server.address, profile);
  const seen = await chromium.page.evaluate(async () => {
    const { storePage } = window;
    const { listing, store, repairs } = await storePage.make();
    const writes = [...storePage.manyPassages(30_000, 3)].map(
      ({ id, values }) =>
        ({ type: 'insert', ledger: 'checkpoint-passes', row: id, values }) as const,
    );
    const control = new AbortController();
    const cancelled = await store.commit(
      writes,
      { type: 'sample' },
      {
        signal: control.signal,
        onProgress: (done) => {
          if (done > 5_000) control.abort();
        },
      },
    );
    const after = await store.counts();
    const wrong = await storePage.stores.remove(listing.id, 'wrong-passphrase');
    const removed = await storePage.stores.remove(listing.id, 'correct-horse-42');
    const listed = await storePage.stores.list();
    return {
      repairs,
      cancelled: cancelled.ok ? undefined : cancelled.problem.tag,
      rows: after['checkpoint-passes'],
      wrong: wrong.ok ? undefined : wrong.problem.tag,
      removed: removed.ok,
      listed: listed.ok ? listed.value.length : -1,
      databases: (await indexedDB.databases()).length,
    };
  });
  await chromium.quit();
  expect(seen).toEqual({
    repairs: [],
    cancelled: 'cancelled',
    rows: 0,
    wrong: 'wrongPassphrase',
    removed: true,
    listed: 0,
    databases: 0,
  });
});

it('reads the history of a record whose commits were folded into a segment', async () => {
  const chromium = await startStoreChromium(server.address, profile);
  const seen = await chromium.page.evaluate(async () => {
    const { storePage } = window;
    const { listing, store } = await storePage.make();
    const [passage] = storePage.manyPassages(1, 5);
    if (!passage) throw new Error('No passage');
    const { id: row, values } = passage;
    const ledger = 'checkpoint-passes';
    await store.commit([{ type: 'insert', ledger, row, values }], { type: 'typed' });
    await storePage.addPassages(2_100, 9, 1);
    await store.commit([{ type: 'update', ledger, row, values: { remarks: '改' } }], {
      type: 'typed',
    });
    await store.lock();
    const segments = await new Promise<number>((resolve, reject) => {
      const request = indexedDB.open(`countyline-${listing.id}`);
      request.onerror = () => reject(request.error ?? new Error('database'));
      request.onsuccess = () => {
        const count = request.result.transaction('segments').objectStore('segments').count();
        count.onsuccess = () => {
          request.result.close();
          resolve(count.result);
        };
      };
    });
    const again = await storePage.open(listing.id);
    const history = await again.store.history(ledger, row);
    const undone = await again.store.undo(1);
    return {
      segments,
      cleanExit: again.cleanExit,
      history: history.map(({ sequence, change }) => [sequence, change.type]),
      left: undone.ok ? undone.value.left.map(({ field }) => field) : undefined,
    };
  });
  await chromium.quit();
  expect(seen.segments).toBeGreaterThan(0);
  expect(seen.cleanExit).toBe(true);
  expect(seen.history).toEqual([
    [2_102, 'update'],
    [1, 'insert'],
  ]);
  // what was typed into it since, and so the record, stays
  expect(seen.left).toEqual(['remarks']);
});
