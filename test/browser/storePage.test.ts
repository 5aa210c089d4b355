import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  newProfile,
  serveStorePage,
  startStoreChromium,
  type StoreServer,
} from '../support/storeChromium';

let server: StoreServer;
let profile: string;
beforeEach(async () => {
  server = await serveStorePage();
  profile = newProfile();
});
afterEach(async () => {
  await server.close();
  rmSync(profile, { recursive: true, force: true });
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
