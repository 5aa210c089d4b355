import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { EventId } from '../../shared/kernel/ids';
import { seededRandom } from '../../shared/sample/random';
import { newProfile, serveStorePage, startStoreChromium } from '../support/storeChromium';

/** More rounds, or the same ones again: KILL_ROUNDS=500 KILL_SEED=7. */
const rounds = Number(process.env.KILL_ROUNDS ?? 50);
const seed = Number(process.env.KILL_SEED ?? 20_220_327);

interface Kept {
  readonly repairs: readonly { readonly what: string }[];
  /** Rows of each commit by its mark, `number/rows`. */
  readonly rowsOf: Readonly<Record<string, number>>;
  /** The number that the last commit wrote into the counting record. */
  readonly counted: number;
}

/** Opens the event and counts what each commit has left. */
function readKept(page: Page, event: EventId): Promise<Kept> {
  return page.evaluate(async (id) => {
    const { repairs, store } = await window.storePage.open(id);
    const groups = await store.distinct('checkpoint-passes', 'sealNumber', 1_000_000);
    const [counter] = await store.allNames('enterprises');
    const row = counter && (await store.row('enterprises', counter.id));
    return {
      repairs,
      rowsOf: Object.fromEntries(groups.map(({ keys, rows }) => [String(keys[0]), rows])),
      counted: Number(row?.values['employees'] ?? 0),
    };
  }, event);
}

/** Commits without end: one row or many, each together with a change to the counting record. */
function commitUntilKilled(page: Page, from: number, seedOfRound: number): void {
  void page
    .evaluate(
      async ({ first, chance }) => {
        const { storePage } = window;
        const store = storePage.store();
        const rows = storePage.manyPassages(8_000, chance);
        const sizes = [1, 1, 1, 2, 40, 700];
        const [counter] = await store.allNames('enterprises');
        if (!counter) throw new Error('No counting record');
        for (let number = first; ; number++) {
          const count = sizes[number % sizes.length] ?? 1;
          const inserts = Array.from({ length: count }, () => {
            const { id, values } = rows.next().value ?? { id: counter.id, values: {} };
            return {
              type: 'insert',
              ledger: 'checkpoint-passes',
              row: id,
              values: { ...values, sealNumber: `${number}/${count}` },
            } as const;
          });
          const done = await store.commit(
            [
              ...inserts,
              {
                type: 'update',
                ledger: 'enterprises',
                row: counter.id,
                values: { employees: number },
              },
            ],
            { type: 'typed' },
          );
          if (!done.ok) throw new Error(done.problem.tag);
          await window.reportDone(number);
        }
      },
      { first: from, chance: seedOfRound },
    )
    .catch(() => undefined); // the kill ends it
}

declare global {
  interface Window {
    readonly reportDone: (number: number) => Promise<void>;
  }
}

it(
  `keeps every commit reported done, whole, over ${rounds} kills`,
  { timeout: 60_000 + rounds * 10_000 },
  async () => {
    const server = await serveStorePage();
    const profile = newProfile();
    const random = seededRandom(seed);
    const first = await startStoreChromium(server.address, profile);
    const event = await first.page.evaluate(async () => {
      const { listing, store } = await window.storePage.make();
      const [counter] = [...window.storePage.manyPassages(1, 1)];
      if (!counter) throw new Error('No row');
      const values = { name: '计数企业', category: '其他', employees: 0 };
      const write = { type: 'insert', ledger: 'enterprises', row: counter.id, values } as const;
      const done = await store.commit([write], { type: 'typed' });
      if (!done.ok) throw new Error(done.problem.tag);
      return listing.id;
    });
    await first.kill();

    let reported = 0;
    for (let round = 0; round < rounds; round++) {
      const chromium = await startStoreChromium(server.address, profile);
      const kept = await readKept(chromium.page, event);
      expectWhole(kept, reported);
      reported = Math.max(reported, kept.counted);
      await chromium.page.exposeFunction('reportDone', (number: number) => {
        reported = Math.max(reported, number);
      });
      commitUntilKilled(chromium.page, reported + 1, seed + round);
      await new Promise((resolve) => setTimeout(resolve, 20 + random.int(600)));
      await chromium.kill();
    }

    const last = await startStoreChromium(server.address, profile);
    expectWhole(await readKept(last.page, event), reported);
    await last.quit();
    await server.close();
    rmSync(profile, { recursive: true, force: true });
    expect(reported).toBeGreaterThan(rounds);
  },
);

function expectWhole({ repairs, rowsOf, counted }: Kept, reported: number): void {
  expect(counted).toBeGreaterThanOrEqual(reported);
  for (let number = 1; number <= counted; number++) {
    const mark = Object.keys(rowsOf).find((one) => one.startsWith(`${number}/`));
    expect(mark, `commit ${number}`).toBeDefined();
  }
  for (const [mark, rows] of Object.entries(rowsOf)) {
    const [number, size] = mark.split('/').map(Number);
    expect(rows, `rows of commit ${number}`).toBe(size);
    expect(number).toBeLessThanOrEqual(counted);
  }
  expect(repairs.map(({ what }) => what)).not.toContain('chainBroken');
}
