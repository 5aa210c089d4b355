import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { newProfile, serveStorePage, startStoreChromium } from '../support/storeChromium';
import { ms, print, printGoal, printTable } from './measure';
import { removeFolder } from '../support/removeFolder';

const rowCount = Number(process.env.BENCH_ROWS ?? 1_000_000);
const peerRows = 100_000;
const commitCount = 1_500;
const bulkGoal = 20;
const medianGoal = 2;
const slowestGoal = 3;

/** Bulk writing and logging one passage, against Dexie and a bare put in the same Chromium. */
export async function run(): Promise<void> {
  const server = await serveStorePage(fileURLToPath(new URL('./store', import.meta.url)));
  const profile = newProfile();
  const { page, quit } = await startStoreChromium(server.address, profile);
  const dexie =
    peerRows / (await page.evaluate((rows) => window.peers.dexieSeconds(rows), peerRows));
  const bulk = rowCount / (await bulkSeconds(page));
  const { bare, logged } = await logPassages(page);
  await quit();
  await server.close();
  await removeFolder(profile);

  const count = (value: number) => Math.round(value).toLocaleString('en');
  print(`${count(rowCount)} passages, each with its journal entry, in both copies; Chromium`);
  printTable([
    ['bulk write', 'rows/s'],
    [`row per record in Dexie, five indexes, ${count(peerRows)} rows`, count(dexie)],
    ['this store', count(bulk)],
  ]);
  printTable([
    [`one passage after the other, ${count(commitCount)} times`, 'p50', 'p99'],
    ['bare strict put of 700 bytes', ms(part(bare, 0.5)), ms(part(bare, 0.99))],
    ['logging a passage', ms(part(logged, 0.5)), ms(part(logged, 0.99))],
  ]);
  printGoal('bulk write, Dexie over store', (dexie / bulk) * bulkGoal, 1);
  printGoal('logging p50 over bare put', part(logged, 0.5) / part(bare, 0.5), medianGoal);
  printGoal('logging p99 over bare put', part(logged, 0.99) / part(bare, 0.99), slowestGoal);
}

const part = (values: readonly number[], share: number) =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length * share)] ?? NaN;

/**
 * Only what the store does is timed, not the inventing of passages: half a million are ready before
 * the clock starts, then the next. Two commits are under way at a time, as in a long import.
 */
function bulkSeconds(page: Page): Promise<number> {
  return page.evaluate(
    async ({ rows, perCommit, lot }) => {
      const { store } = await window.storePage.make();
      const source = window.storePage.manyPassages(rows, 7);
      let taken = 0;
      for (let done = 0; done < rows; done += lot) {
        const commits = Array.from(
          { length: Math.ceil(Math.min(lot, rows - done) / perCommit) },
          () =>
            Array.from({ length: perCommit }, () => source.next().value).flatMap((row) =>
              row
                ? [
                    {
                      type: 'insert',
                      ledger: 'checkpoint-passes',
                      row: row.id,
                      values: row.values,
                    } as const,
                  ]
                : [],
            ),
        );
        const from = performance.now();
        let before: ReturnType<typeof store.commit> | undefined;
        for (const writes of commits) {
          const current = store.commit(writes, { type: 'sample' });
          const problem = (await before)?.ok === false;
          if (problem) throw new Error('bulk commit');
          before = current;
        }
        if (!(await before)?.ok) throw new Error('bulk commit');
        taken += performance.now() - from;
      }
      return taken / 1_000;
    },
    { rows: rowCount, perCommit: 50_000, lot: 500_000 },
  );
}

/** Both in turn, so that they meet the same disk; upkeep comes in between as at a desk. */
function logPassages(
  page: Page,
): Promise<{ readonly bare: readonly number[]; readonly logged: readonly number[] }> {
  return page.evaluate(async (times) => {
    const store = window.storePage.store();
    const put = await window.peers.openBare();
    const passages = [...window.storePage.manyPassages(times, 11)];
    const bare: number[] = [];
    const logged: number[] = [];
    for (const [index, { id, values }] of passages.entries()) {
      const bytes = crypto.getRandomValues(new Uint8Array(700));
      const before = performance.now();
      await put(index, bytes);
      const between = performance.now();
      const done = await store.commit(
        [{ type: 'insert', ledger: 'checkpoint-passes', row: id, values }],
        { type: 'desk', checkpoint: 'C1', shift: 'A班' },
      );
      const after = performance.now();
      if (!done.ok) throw new Error(done.problem.tag);
      bare.push(between - before);
      logged.push(after - between);
      if (index % 300 === 299) await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    return { bare, logged };
  }, commitCount);
}
