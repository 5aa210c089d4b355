import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventId } from '../../shared/kernel/ids';
import { damageCases } from '../support/damageCases';
import {
  blobFiles,
  copyProfile,
  databaseFiles,
  databaseFolder,
  flipByte,
  privateFiles,
  remove,
} from '../support/profileFiles';
import {
  newProfile,
  serveStorePage,
  startStoreChromium,
  type StoreServer,
} from '../support/storeChromium';

let server: StoreServer;
/** Ended by closing the window, and by `SIGKILL` right after a commit. */
const profiles = { closed: '', killed: '' };
let event: EventId;
const bulkRows = 6_000;
const singleRows = 30;

beforeAll(async () => {
  server = await serveStorePage();
  const profile = newProfile();
  const first = await startStoreChromium(server.address, profile);
  event = await first.page.evaluate(
    async ({ bulk, single }) => {
      const { listing, store } = await window.storePage.make();
      await window.storePage.addPassages(bulk, 7, 2_000);
      // Enough small records for LevelDB to have tables beside its log.
      const hex = (byte: number) => byte.toString(16).padStart(2, '0');
      for (let n = 0; n < 110; n++) {
        const value = Array.from(crypto.getRandomValues(new Uint8Array(24_000)), hex).join('');
        await store.saveSetting('view', value);
      }
      await store.saveSetting('view', 'last');
      await store.lock();
      await window.storePage.open(listing.id);
      await window.storePage.addPassages(single, 8, 1);
      await window.storePage.store().lock();
      return listing.id;
    },
    { bulk: bulkRows, single: singleRows - 1 },
  );
  await first.quit();
  const second = await startStoreChromium(server.address, profile);
  await second.page.evaluate(async (id) => {
    await window.storePage.open(id);
    await window.storePage.addPassages(1, 9, 1);
  }, event);
  await second.kill();
  profiles.killed = copyProfile(profile);
  const third = await startStoreChromium(server.address, profile);
  await third.page.evaluate(async (id) => {
    const { store } = await window.storePage.open(id);
    await store.lock();
  }, event);
  await third.quit();
  profiles.closed = profile;
});

afterAll(async () => {
  await server.close();
  for (const profile of Object.values(profiles)) remove(profile);
});

interface Start {
  readonly rows: number | undefined;
  readonly setting: string | undefined;
  readonly listed: readonly string[];
  readonly said: readonly string[];
}

/** Opens the event as a person would, waits for the checks that follow, and logs one passage more. */
async function start(profile: string, seed: number): Promise<Start> {
  const chromium = await startStoreChromium(server.address, profile);
  const seen = await chromium.page.evaluate(
    async ({ id, chance }) => {
      const listed = await window.storePage.stores.list();
      const { store, repairs } = await window.storePage.open(id);
      const said = [...repairs];
      const checked = new Promise<void>((resolve) => store.onStatus(() => resolve()));
      store.onRepaired((more) => said.push(...more));
      const counts = await store.counts();
      await checked;
      await window.storePage.addPassages(1, chance, 1);
      const setting = await store.setting('view');
      await store.lock();
      return {
        rows: counts['checkpoint-passes'],
        setting,
        listed: listed.ok ? listed.value.map(({ name }) => name) : [],
        said: said.map(({ what, from }) => `${what} from ${from}`),
      };
    },
    { id: event, chance: seed },
  );
  await chromium.quit();
  return seen;
}

describe('with one copy damaged nothing is missing at any of three starts', () => {
  it.each(damageCases)('$name', async ({ profile = 'closed', damage, said, mayPass }) => {
    const damaged = copyProfile(profiles[profile]);
    damage(damaged);
    const starts = [
      await start(damaged, 101),
      await start(damaged, 102),
      await start(damaged, 103),
    ];
    remove(damaged);
    const rows = bulkRows + singleRows;
    expect(starts.map((one) => one.rows)).toEqual([rows, rows + 1, rows + 2]);
    for (const { setting, listed } of starts) {
      expect(setting).toBe('last');
      expect(listed).toEqual(['测试事件']);
    }
    const all = starts.flatMap((one) => one.said);
    if (said.length === 0) expect(all).toEqual([]);
    else if (!mayPass) expect(all.filter((one) => said.includes(one))).not.toEqual([]);
    expect(starts[2]?.said).toEqual([]);
  });
});

it('finds the files that it damages', () => {
  expect(databaseFolder(profiles.closed)).toContain('leveldb');
  expect(databaseFiles(profiles.closed, /\.ldb$/).length).toBeGreaterThan(0);
  expect(blobFiles(profiles.closed).length).toBeGreaterThan(3);
});

describe('with both copies damaged', () => {
  /** The problem of opening, then how many rows are there once the losses are accepted. */
  async function openTwice(profile: string) {
    const chromium = await startStoreChromium(server.address, profile);
    const seen = await chromium.page.evaluate(
      async ({ id, secret }) => {
        const { storePage } = window;
        const listed = await storePage.stores.list();
        const refused = await storePage.stores.open(id, secret, '测试员');
        const { store } = await storePage.open(id, true);
        const rows = (await store.counts())['checkpoint-passes'];
        await store.lock();
        const again = await storePage.stores.open(id, secret, '测试员');
        if (again.ok) await again.value.store.lock();
        return {
          listed: listed.ok ? listed.value.length : 0,
          problem: refused.ok ? undefined : refused.problem,
          rows,
          askedAgain: !again.ok,
        };
      },
      { id: event, secret: 'correct-horse-42' },
    );
    await chromium.quit();
    remove(profile);
    return seen;
  }

  it('names every lost commit where nothing but the sentinel is left', async () => {
    const profile = copyProfile(profiles.closed);
    remove(join(profile, 'Default/IndexedDB'));
    remove(privateFiles(profile).journal);
    expect(await openTwice(profile)).toEqual({
      listed: 1,
      problem: {
        tag: 'missingPage',
        losses: [
          {
            ledger: 'checkpoint-passes',
            rows: bulkRows + singleRows,
            firstSequence: 1,
            lastSequence: 3 + singleRows,
          },
        ],
      },
      rows: 0,
      askedAgain: false,
    });
  });

  it('names the one commit that is damaged in the only copy left', async () => {
    const profile = copyProfile(profiles.closed);
    remove(join(profile, 'Default/IndexedDB'));
    flipByte(privateFiles(profile).journal, 0.02);
    const lost = { ledger: 'checkpoint-passes', rows: 2_000, firstSequence: 2, lastSequence: 2 };
    expect(await openTwice(profile)).toEqual({
      listed: 1,
      problem: { tag: 'damagedPage', losses: [lost] },
      rows: bulkRows + singleRows - lost.rows,
      askedAgain: false,
    });
  });
});
