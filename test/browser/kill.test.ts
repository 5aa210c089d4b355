import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { EventId } from '../../shared/kernel/ids';
import { seededRandom } from '../../shared/sample/random';
import { remove } from '../support/profileFiles';
import { newProfile, serveStorePage, startStoreChromium } from '../support/storeChromium';

/** More rounds, or the same ones again: KILL_ROUNDS=500 KILL_SEED=7. */
const rounds = Number(process.env.KILL_ROUNDS ?? 50);
const seed = Number(process.env.KILL_SEED ?? 20_220_327);
/** Each start after a kill reads the whole event, so that one event for all would cost the most. */
const killsPerEvent = 10;

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

/** An event with the counting record, killed right after its commit was reported. */
async function makeCountingEvent(address: string, profile: string): Promise<EventId> {
  const chromium = await startStoreChromium(address, profile);
  const event = await chromium.page.evaluate(async () => {
    const { listing, store } = await window.storePage.make();
    const [counter] = [...window.storePage.manyPassages(1, 1)];
    if (!counter) throw new Error('No row');
    const values = { name: '计数企业', category: '其他', employees: 0 };
    const write = { type: 'insert', ledger: 'enterprises', row: counter.id, values } as const;
    const done = await store.commit([write], { type: 'typed' });
    if (!done.ok) throw new Error(done.problem.tag);
    return listing.id;
  });
  await chromium.kill();
  return event;
}

it(
  `keeps every commit reported done, whole, over ${rounds} kills`,
  { timeout: 60_000 + rounds * 10_000 },
  async () => {
    const server = await serveStorePage();
    const profile = newProfile();
    const random = seededRandom(seed);
    const ends: { readonly event: EventId; readonly reported: number }[] = [];
    for (let from = 0; from < rounds; from += killsPerEvent) {
      const event = await makeCountingEvent(server.address, profile);
      let reported = 0;
      for (let round = from; round < Math.min(rounds, from + killsPerEvent); round++) {
        const chromium = await startStoreChromium(server.address, profile);
        const kept = await readKept(chromium.page, event);
        expectWhole(kept, reported);
        reported = Math.max(reported, kept.counted);
        await chromium.page.exposeFunction('reportDone', (number: number) => {
          reported = Math.max(reported, number);
        });
        commitUntilKilled(chromium.page, reported + 1, seed + round);
        await new Promise((resolve) => setTimeout(resolve, 20 + random.int(400)));
        await chromium.kill();
      }
      ends.push({ event, reported });
    }

    const last = await startStoreChromium(server.address, profile);
    for (const { event, reported } of ends) expectWhole(await readKept(last.page, event), reported);
    await last.quit();
    await server.close();
    remove(profile);
    expect(ends.reduce((sum, { reported }) => sum + reported, 0)).toBeGreaterThan(rounds);
  },
);

function expectWhole({ repairs, rowsOf, counted }: Kept, reported: number): void {
  expect(counted).toBeGreaterThanOrEqual(reported);
  const found = Object.entries(rowsOf).map(([mark, rows]) => {
    const [number = 0, size = 0] = mark.split('/').map(Number);
    return { number, size, rows };
  });
  expect(found.filter(({ size, rows }) => rows !== size)).toEqual([]);
  const numbers = found.map(({ number }) => number).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: counted }, (_, index) => index + 1));
  expect(repairs.map(({ what }) => what)).not.toContain('chainBroken');
}
