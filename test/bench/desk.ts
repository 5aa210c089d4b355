import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../build/scripts/findChromium.mjs';
import { servePages } from '../../build/scripts/servePages.mjs';
import { buildPage, storePage } from '../support/buildPage';
import { quietFlags } from '../support/chromium';
import { plateField, startDuty, waitForFocus } from '../support/deskPage';
import { unlock } from '../support/openEvent';
import { measureInPage } from './desk/measureInPage';
import { median, ms, print, printGoal, printTable } from './measure';
import { removeFolder } from '../support/removeFolder';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rowCount = 1_000_000;
const passageCount = 120;
const completionCount = 40;
const medianGoal = 2;
const slowestGoal = 3;
/** Nobody's hand is quicker from one key to the next. */
const handMs = 70;
/** What DevTools calls a low-end machine. */
const throttledRate = 4;

/**
 * The built app on a million passages: Enter until the passage is durable in both copies, journal
 * included, and until its row stands in the list; beside it, turn by turn in the same page and on the same
 * disk, a bare strict put of as many bytes into IndexedDB.
 */
export async function run(): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'countyline-bench-'));
  try {
    buildApp();
    const port = await fill(profile);
    const served = await servePages({ port });
    const context = await launch(profile);
    const page = context.pages()[0] ?? (await context.newPage());
    await page.addInitScript(measureInPage);
    await page.goto(served.address);
    await unlock(page);
    await page.getByRole('navigation').waitFor({ timeout: 120_000 });
    await startDuty(page);
    await report(page);
    await context.close();
    await served.close();
  } finally {
    await removeFolder(profile);
  }
}

async function report(page: Page): Promise<void> {
  await logPassages(page, 20, 9_000); // warm
  const usual = await logPassages(page, passageCount, 0);
  const completion = await completePlates(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttledRate });
  const throttled = await logPassages(page, passageCount / 4, 5_000);
  const throttledCompletion = await completePlates(page);
  print(`${rowCount.toLocaleString('en')} passages; one after the other, in Chromium`);
  printTable([
    ['', 'p50', 'p99', 'bare strict put p50', 'p99', '× p50', '× p99'],
    line('Enter to durable', usual.durable, usual.puts),
    line('Enter to its row in the list', usual.shown, usual.puts),
    line(`durable, processor throttled ${throttledRate} times`, throttled.durable, throttled.puts),
    line(`in the list, throttled`, throttled.shown, throttled.puts),
  ]);
  printTable([
    ['plate completion, key to list', 'p50', 'p99'],
    ['as it is', ms(median(completion)), ms(percentile(completion, 0.99))],
    ['throttled', ms(median(throttledCompletion)), ms(percentile(throttledCompletion, 0.99))],
  ]);
  print(`longest task of the page while logging: ${ms(usual.longestTaskMs)}`);
  printGoal('passageMedian', median(usual.durable) / median(usual.puts), medianGoal);
  const ratio = percentile(usual.durable, 0.99) / percentile(usual.puts, 0.99);
  printGoal('passageSlowest', ratio, slowestGoal);
}

interface Logged {
  readonly durable: readonly number[];
  readonly shown: readonly number[];
  readonly puts: readonly number[];
  readonly longestTaskMs: number;
}

function line(name: string, times: readonly number[], puts: readonly number[]): readonly string[] {
  const [fast, slow] = [median(times), percentile(times, 0.99)];
  const [fastPut, slowPut] = [median(puts), percentile(puts, 0.99)];
  const ratios = [(fast / fastPut).toFixed(2), (slow / slowPut).toFixed(2)];
  return [name, ms(fast), ms(slow), ms(fastPut), ms(slowPut), ...ratios];
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Known vehicles, by hand: plate, Enter, direction, Enter; a bare put after each. */
async function logPassages(page: Page, count: number, from: number): Promise<Logged> {
  const durable: number[] = [];
  const shown: number[] = [];
  const puts: number[] = [];
  await page.evaluate(() => window.deskBench.forget());
  for (let n = 0; n < count; n++) {
    await page.keyboard.type(`A${String(from + n).padStart(4, '0')}`, { delay: 25 });
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'direction');
    await page.keyboard.press('1');
    await page.waitForTimeout(handMs);
    await page.evaluate(() => window.deskBench.expectRow());
    await page.keyboard.press('Enter');
    shown.push(await page.evaluate(() => window.deskBench.rowShown()));
    durable.push(await page.evaluate(() => window.deskBench.durable()));
    puts.push(await page.evaluate(() => window.deskBench.barePut()));
  }
  return {
    durable,
    shown,
    puts,
    longestTaskMs: await page.evaluate(() => window.deskBench.longestTaskMs()),
  };
}

async function completePlates(page: Page): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let n = 0; n < completionCount; n++) {
    await plateField(page).focus();
    await page.evaluate(() => window.deskBench.expectOptions());
    await page.keyboard.insertText(`豫H${'ABCDEFGH'.charAt(n % 8)}${n % 10}`);
    taken.push(await page.evaluate(() => window.deskBench.optionsShown()));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Escape');
  }
  return taken;
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

/** A million passages through the app's own store, on an origin that the app is served from next. */
async function fill(profile: string): Promise<number> {
  const served = await servePages({ port: 0, pages: await buildPage(storePage) });
  const context = await launch(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(served.address);
  await page.waitForFunction(() => 'storePage' in window);
  await page.evaluate(async (count) => {
    await window.storePage.make();
    await window.storePage.addPassages(count, 7, 5_000);
    await window.storePage.store().lock();
  }, rowCount);
  await context.close();
  await served.close();
  return Number(new URL(served.address).port);
}

function buildApp(): void {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const settings = ['build', '--app', '--config', 'build/vite.config.ts', '--logLevel', 'error'];
  execFileSync(process.execPath, [vite, ...settings], { cwd: root, stdio: 'inherit' });
}
