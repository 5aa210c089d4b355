import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventId } from '../../shared/kernel/ids';
import { databaseFolder, remove } from '../support/profileFiles';
import {
  newProfile,
  serveStorePage,
  startStoreChromium,
  type StoreChromium,
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
  remove(profile);
});

const start = (): Promise<StoreChromium> => startStoreChromium(`${server.address}?faults`, profile);

/** Opens with the passphrase of `make`, says what was found, and locks again. */
async function reopen(event: EventId) {
  const chromium = await start();
  const found = await chromium.page.evaluate(async (id) => {
    const { store, repairs, cleanExit } = await window.storePage.open(id);
    const rows = (await store.counts())['checkpoint-passes'];
    await store.lock();
    return { rows, cleanExit, said: repairs.map(({ what }) => what) };
  }, event);
  await chromium.quit();
  return found;
}

it('refuses a commit that finds no room, keeps nothing of it, and goes on when there is room', async () => {
  const first = await start();
  const event = await first.page.evaluate(async () => {
    const { listing } = await window.storePage.make();
    await window.storePage.addPassages(50, 1, 10);
    await window.storePage.store().lock();
    return listing.id;
  });
  await first.quit();
  // A new Chromium: one that has written lately still trusts the room that it was told of.
  const chromium = await start();
  const { page } = chromium;
  const debug = await page.context().newCDPSession(page);
  const origin = new URL(server.address).origin;
  const { usage } = await debug.send('Storage.getUsageAndQuota', { origin });
  await debug.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 200_000 });
  await page.evaluate((id) => window.storePage.open(id).then(() => undefined), event);
  const refused = await page.evaluate(async () => {
    const { store, addPassages } = window.storePage;
    const problem = await addPassages(20_000, 2, 20_000).then(
      () => 'none',
      (reason: Error) => reason.message,
    );
    const { copies, sequence } = store().status();
    return { problem, copies, sequence, rows: (await store().counts())['checkpoint-passes'] };
  });
  expect(refused).toEqual({ problem: 'diskFull', copies: 'both', sequence: 5, rows: 50 });
  await debug.send('Storage.overrideQuotaForOrigin', { origin });
  const after = await page.evaluate(async () => {
    const sequence = await window.storePage.addPassages(20_000, 2, 20_000);
    await window.storePage.store().lock();
    return sequence;
  });
  expect(after).toBe(6);
  await chromium.quit();
  expect(await reopen(event)).toEqual({ rows: 20_050, cleanExit: true, said: [] });
});

it('goes on with one copy while the other refuses, says so, and lets it catch up', async () => {
  const chromium = await start();
  const seen = await chromium.page.evaluate(async () => {
    const { make, faults, addPassages, store } = window.storePage;
    const { listing } = await make();
    const copies: string[] = [];
    const commit = async (seed: number) => {
      await addPassages(3, seed, 1);
      copies.push(store().status().copies);
    };
    await commit(1);
    faults.refused = { tag: 'unwritable', name: 'log', detail: 'EIO' };
    await commit(2);
    await store().saveSetting('view', 'kept');
    faults.refused = undefined;
    await commit(3);
    return { event: listing.id, copies };
  });
  expect(seen.copies).toEqual(['both', 'databaseOnly', 'both']);
  await chromium.kill();
  // All of it is in the second copy, also what it had refused.
  remove(databaseFolder(profile));
  expect(await reopen(seen.event)).toMatchObject({ rows: 9, said: ['databaseRebuilt'] });
});

describe('a changed passphrase', () => {
  /** Which of the secrets open the event. */
  async function opening(event: EventId, secrets: readonly string[]) {
    const chromium = await start();
    const opened = await chromium.page.evaluate(
      async ({ id, all }) => {
        const found: boolean[] = [];
        for (const secret of all) {
          const answer = await window.storePage.stores.open(id, secret, '测试员');
          found.push(answer.ok);
          if (answer.ok) await answer.value.store.lock();
        }
        return found;
      },
      { id: event, all: secrets },
    );
    await chromium.quit();
    return opened;
  }

  /** Changes the passphrase while something is wrong; what was answered, where anything was. */
  async function change(
    chromium: StoreChromium,
    fault: 'refused' | 'append' | 'writeSentinel' | 'none',
  ) {
    return chromium.page.evaluate(async (wrong) => {
      const { make, faults } = window.storePage;
      const { listing, store, recoveryCode } = await make();
      if (wrong === 'refused') faults.refused = { tag: 'unwritable', name: 'log', detail: 'EIO' };
      else if (wrong !== 'none') faults.hanging = wrong;
      const changing = store.changePassphrase('correct-horse-42', 'battery-staple-7');
      const done = await Promise.race([
        changing.then(({ ok }) => (ok ? 'changed' : 'refused')),
        // Both keys are derived within a second or two: whatever can be written is written then.
        new Promise<string>((resolve) => setTimeout(resolve, 4_000, 'hangs')),
      ]);
      return { event: listing.id, recoveryCode, done };
    }, fault);
  }

  it('takes the place of the old one, and the recovery code stays', async () => {
    const chromium = await start();
    const { event, recoveryCode, done } = await change(chromium, 'none');
    expect(done).toBe('changed');
    await chromium.kill();
    const secrets = ['correct-horse-42', 'battery-staple-7', recoveryCode];
    expect(await opening(event, secrets)).toEqual([false, true, true]);
  });

  it('is not taken where a copy would still open with the old one', async () => {
    const chromium = await start();
    const { event, recoveryCode, done } = await change(chromium, 'refused');
    expect(done).toBe('refused');
    await chromium.kill();
    const secrets = ['battery-staple-7', 'correct-horse-42', recoveryCode];
    expect(await opening(event, secrets)).toEqual([false, true, true]);
  });

  it.each(['append', 'writeSentinel'] as const)(
    'leaves one of both working when it is cut off at %s',
    async (call) => {
      const chromium = await start();
      const { event, recoveryCode, done } = await change(chromium, call);
      expect(done).toBe('hangs');
      await chromium.kill();
      const [isNew, isOld, isCode] = await opening(event, [
        'battery-staple-7',
        'correct-horse-42',
        recoveryCode,
      ]);
      // The first that opens it is the only one from then on.
      expect([isNew, isOld].filter(Boolean)).toHaveLength(1);
      expect(isCode).toBe(true);
    },
  );
});
