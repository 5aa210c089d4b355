import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startApp } from '../support/chromium';
import { unlock } from '../support/openEvent';
import { newProfile, serveStorePage, startStoreChromium } from '../support/storeChromium';
import { median, ms, print, printGoal, printTable } from './measure';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rowCount = Number(process.env.BENCH_ROWS ?? 1_000_000);
const launches = 5;
const goal = 1.25;

/** From the start of Chromium to the first screen of the built app, with many passages and with none. */
export async function run(): Promise<void> {
  const settings = ['build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'error'];
  execFileSync(`${root}node_modules/.bin/vite`, settings, { cwd: root, stdio: 'inherit' });
  const profiles = { full: newProfile(), empty: newProfile() };
  const server = await serveStorePage();
  const { port } = server;
  const full = await fill(server.address, profiles.full, rowCount);
  await fill(server.address, profiles.empty, 0);
  await server.close();
  const times = { full: [] as number[], empty: [] as number[] };
  for (let launch = 0; launch < launches; launch++)
    for (const kind of ['empty', 'full'] as const)
      times[kind].push(await launchMs(profiles[kind], port));
  for (const profile of Object.values(profiles)) rmSync(profile, { recursive: true, force: true });

  const empty = median(times.empty);
  const opened = median(times.full);
  print(`${launches} launches each, medians; Chromium, page, passphrase and first screen`);
  printTable([
    ['', 'time'],
    ['empty event', ms(empty)],
    [`${rowCount.toLocaleString('en')} passages`, ms(opened)],
    ['of that reading and unsealing their pages', ms(full)],
  ]);
  printGoal('launch less page load, over an empty launch', (opened - full) / empty, goal);
}

/** Makes an event with so many passages; gives how long its pages take to load when it is opened. */
async function fill(address: string, profile: string, rows: number): Promise<number> {
  const first = await startStoreChromium(address, profile);
  const event = await first.page.evaluate(async (count) => {
    const { listing, store } = await window.storePage.make();
    if (count > 0) await window.storePage.addPassages(count, 7, 50_000);
    await store.lock();
    return listing.id;
  }, rows);
  await first.quit();
  const loads: number[] = [];
  for (let launch = 0; launch < 3; launch++) {
    const again = await startStoreChromium(address, profile);
    loads.push(
      await again.page.evaluate(async (id) => {
        let from = 0;
        let to = 0;
        const opened = await window.storePage.stores.open(id, 'correct-horse-42', '测试员', {
          onProgress: ({ stage, done, total }) => {
            if (stage !== 'load') return;
            if (done === 0) from = performance.now();
            if (done === total) to = performance.now();
          },
        });
        if (!opened.ok) throw new Error(opened.problem.tag);
        await opened.value.store.lock();
        return to - from;
      }, event),
    );
    await again.quit();
  }
  return median(loads);
}

async function launchMs(profile: string, port: number): Promise<number> {
  const from = performance.now();
  const app = await startApp({ profile, port });
  await unlock(app.page, 'correct-horse-42');
  await app.page.getByRole('navigation').waitFor({ timeout: 120_000 });
  const taken = performance.now() - from;
  await app.close();
  return taken;
}
