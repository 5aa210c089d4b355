import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findHeadlessChromium } from '../../build/scripts/findChromium.mjs';
import { servePages } from '../../build/scripts/servePages.mjs';
import { removeFolder } from './removeFolder';

/** Keeps Chromium itself off the network, so that every request seen is one of the app's. */
export const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nobody can click the system's dialog: files are saved as downloads, as in an older browser.
  '--disable-blink-features=FileSystemAccessLocal',
];

export interface AppSettings {
  /** Kept between starts where a test gives one; else a fresh one that is removed at the end. */
  readonly profile?: string;
  /** The origin holds the data: a second start on the same profile needs the same port. */
  readonly port?: number;
  readonly sample?: boolean;
  /** The folder of other pages than the built app's. */
  readonly pages?: string;
  readonly width?: number;
  readonly height?: number;
  /** 1.25 and 1.5 are what Windows offers on an old laptop. */
  readonly scale?: number;
  /** Of the laptop; China's unless a test means a wrong one. */
  readonly timezone?: string;
  /** What the laptop's clock says at the start, to the pages and to their workers; else the time. */
  readonly startedAt?: string;
  /** The browser that people have; else the one without windows, where it is there. */
  readonly withWindows?: boolean;
  /** What Chromium is told besides. */
  readonly flags?: readonly string[];
  /** Where Chromium puts what it needs for a moment; else the system's own folder. */
  readonly temporaryFolder?: string;
}

export interface RunningApp {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly address: string;
  readonly port: number;
  readonly profile: string;
  /** Addresses asked for outside the app's own origin: must stay empty. */
  readonly strayRequests: readonly string[];
  /** Uncaught exceptions and console errors of the pages: must stay empty. */
  readonly pageErrors: readonly string[];
  close(): Promise<void>;
}

/** The built app in the browser shell, in a real Chromium with a profile of its own. */
export async function startApp(settings: AppSettings = {}): Promise<RunningApp> {
  const executablePath = settings.withWindows ? findChromium() : findHeadlessChromium();
  if (!executablePath) throw new Error('No Chromium: apt-get install chromium');
  const { port = 0, sample = false, pages } = settings;
  const served = await servePages({ port, sample, ...(pages === undefined ? {} : { pages }) });
  const profile = settings.profile ?? mkdtempSync(join(tmpdir(), 'countyline-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...quietFlags, ...(settings.flags ?? [])],
    headless: true,
    viewport: { width: settings.width ?? 1366, height: settings.height ?? 768 },
    deviceScaleFactor: settings.scale ?? 1,
    locale: 'zh-CN',
    timezoneId: settings.timezone ?? 'Asia/Shanghai',
    env: { ...process.env, TMPDIR: settings.temporaryFolder ?? tmpdir() },
  });
  const strayRequests: string[] = [];
  const pageErrors: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(served.address) && !/^(blob|data):/.test(url)) strayRequests.push(url);
  });
  context.on('weberror', (error) => pageErrors.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  const page = context.pages()[0] ?? (await context.newPage());
  if (settings.startedAt !== undefined) await turnClock(context, settings.startedAt);
  await page.goto(served.address);
  return {
    page,
    context,
    address: served.address,
    port: Number(new URL(served.address).port),
    profile,
    strayRequests,
    pageErrors,
    close: async () => {
      await context.close();
      await served.close();
      if (settings.profile === undefined) await removeFolder(profile);
    },
  };
}

/** Playwright's own clock does not reach workers: there it is turned in the script that they run. */
async function turnClock(context: BrowserContext, startedAt: string): Promise<void> {
  const aheadMs = Date.parse(startedAt) - Date.now();
  const turned = `{ const now = Date.now; Date.now = () => now() + (${aheadMs}); }`;
  await context.addInitScript(turned);
  await context.route(/Worker[^/]*\.js$/, async (route) => {
    const served = await route.fetch();
    await route.fulfill({ response: served, body: `${turned}\n${await served.text()}` });
  });
}
