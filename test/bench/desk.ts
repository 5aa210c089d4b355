import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../build/scripts/findChromium.mjs';
import { servePages } from '../../build/scripts/servePages.mjs';
import { dateOf, toInstant } from '../../shared/kernel/time';
import { buildPage, storePage } from '../support/buildPage';
import { quietFlags } from '../support/chromium';
import { startDuty } from '../support/deskPage';
import { unlock } from '../support/openEvent';
import { fillDesk, type ScannedPass } from './desk/fillDesk';
import { measureInPage } from './desk/measureInPage';
import { completePlates, logPassages, scanPasses, withQueries } from './desk/work';
import { median, ms, print, printGoal, printTable } from './measure';
import { removeFolder } from '../support/removeFolder';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rowCount = 1_000_000;
const passageCount = 60;
const scanCount = 40;
const medianGoal = 2;
const slowestGoal = 3;
const frameGoalMs = 50;
/** What DevTools calls a low-end machine. */
const throttledRate = 4;

/**
 * The built app on a million passages. A passage: Enter until it is durable in both copies, journal
 * included, and until its row stands in the list; beside it, turn by turn in the same page and on the
 * same disk, a bare strict put of as many bytes into IndexedDB. A pass: the end of the scan until the
 * panel judges it; beside it a bare Ed25519 verification and such a put. Both once more while one
 * query over all passages follows the other, and all of it with the processor throttled.
 */
export async function run(): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'countyline-bench-'));
  try {
    buildApp();
    const { port, passes } = await fill(profile);
    const served = await servePages({ port });
    const context = await launch(profile);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(measureInPage);
    await page.goto(served.address);
    await unlock(page);
    await page.getByRole('navigation').waitFor({ timeout: 120_000 });
    await startDuty(page);
    await report(page, passes);
    await context.close();
    await served.close();
  } finally {
    await removeFolder(profile);
  }
}

async function measure(page: Page, passes: readonly ScannedPass[], count: number, from: number) {
  const passages = await logPassages(page, count, from);
  const scans = await scanPasses(page, passes);
  const completion = await completePlates(page);
  const queried = await withQueries(page, async () => ({
    passages: await logPassages(page, count / 4, from + count),
    scans: await scanPasses(page, passes.slice(0, passes.length / 4)),
  }));
  return { passages, scans, completion, queried };
}
type Measured = Awaited<ReturnType<typeof measure>>;

async function report(page: Page, passes: readonly ScannedPass[]): Promise<void> {
  await logPassages(page, 20, 9_000); // warm
  await scanPasses(page, passes.slice(0, 5));
  const usual = await measure(page, passes, passageCount, 0);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttledRate });
  const slow = await measure(page, passes.slice(0, scanCount / 2), passageCount / 2, 5_000);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  print(`${rowCount.toLocaleString('en')} passages; one after the other, in Chromium`);
  printTable([
    ['', 'p50', 'p99', 'peer p50', 'p99', '× p50', '× p99'],
    ...lines(usual, ''),
    ...lines(slow, `, throttled ${throttledRate} times`),
  ]);
  print(
    'peer of a passage: a bare strict put; of a verdict: a bare Ed25519 verification and such a put',
  );
  printTable([
    ['', 'p50', 'p99', 'longest'],
    spread('plate completion, key to list', usual.completion),
    spread('the same, throttled', slow.completion),
    spread('frame to frame while queries run', usual.queried.frames),
    spread('the same, throttled', slow.queried.frames),
  ]);
  for (const [name, { queried }] of [
    ['as it is', usual],
    ['throttled', slow],
  ] as const) {
    const { answered, seconds, longestTaskMs } = queried;
    const frames = queried.frames.filter((frameMs) => frameMs > frameGoalMs).length;
    print(
      `${name}: ${answered} queries over a million answered in ${seconds.toFixed(0)} s meanwhile; ` +
        `${frames} of ${queried.frames.length} frames over ${frameGoalMs} ms; longest task ${ms(longestTaskMs)}`,
    );
  }
  goals(usual);
}

/** Of the machine as it is; what an old one does stands beside it. */
function goals({ passages, scans, queried }: Measured): void {
  const both = (name: string, times: readonly number[], peers: readonly number[]) => {
    printGoal(`${name}Median`, median(times) / median(peers), medianGoal);
    const slowest = percentile(times, 0.99) / percentile(peers, 0.99);
    printGoal(`${name}Slowest`, slowest, slowestGoal);
  };
  both('passage', passages.durable, passages.puts);
  both('verdict', scans.verdicts, scans.peers);
  printGoal('frameWhileQueried', Math.max(...queried.frames), frameGoalMs);
}

function lines({ passages, scans, queried }: Measured, when: string) {
  return [
    line(`Enter to durable${when}`, passages.durable, passages.puts),
    line(`Enter to its row in the list${when}`, passages.shown, passages.puts),
    line(`scan to verdict${when}`, scans.verdicts, scans.peers),
    line(`Enter to durable, queries beside${when}`, queried.done.passages.durable, passages.puts),
    line(`scan to verdict, queries beside${when}`, queried.done.scans.verdicts, scans.peers),
  ];
}

function spread(name: string, times: readonly number[]): readonly string[] {
  return [name, ms(median(times)), ms(percentile(times, 0.99)), ms(Math.max(...times))];
}

function line(name: string, times: readonly number[], peers: readonly number[]): readonly string[] {
  const [fast, slow] = [median(times), percentile(times, 0.99)];
  const [fastPeer, slowPeer] = [median(peers), percentile(peers, 0.99)];
  const ratios = [(fast / fastPeer).toFixed(2), (slow / slowPeer).toFixed(2)];
  return [name, ms(fast), ms(slow), ms(fastPeer), ms(slowPeer), ...ratios];
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function launch(profile: string): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: apt-get install chromium');
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args: quietFlags,
    headless: true,
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
  });
}

/** Filled through the app's own store, on an origin that the app is served from next. */
async function fill(profile: string) {
  const served = await servePages({ port: 0, pages: await buildPage(storePage) });
  const context = await launch(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(served.address);
  await page.waitForFunction(() => 'storePage' in window);
  const passes = await fillDesk(page, rowCount, scanCount, dateOf(toInstant(Date.now())));
  await context.close();
  await served.close();
  return { port: Number(new URL(served.address).port), passes };
}

function buildApp(): void {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const settings = ['build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'error'];
  execFileSync(process.execPath, [vite, ...settings], { cwd: root, stdio: 'inherit' });
}
