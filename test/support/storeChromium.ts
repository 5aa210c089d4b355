import { chromium, type Page } from 'playwright-core';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findHeadlessChromium } from '../../build/scripts/findChromium.mjs';
import { servePages } from '../../build/scripts/servePages.mjs';
import { buildPage, storePage } from './buildPage';
import { quietFlags } from './chromium';

/** The store's page on a port of its own: the origin holds the data, so it outlives Chromium. */
export interface StoreServer {
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

export async function serveStorePage(root = storePage, port = 0): Promise<StoreServer> {
  const served = await servePages({ port, pages: await buildPage(root) });
  return { ...served, port: Number(new URL(served.address).port) };
}

export interface StoreChromium {
  readonly page: Page;
  /** Asks Chromium to end, and waits until it has: all files are on the disk then. */
  quit(): Promise<void>;
  /** `SIGKILL` to every process of it at once, as a power switch would. */
  kill(): Promise<void>;
}

export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'countyline-profile-'));
}

/** A real Chromium that can be killed, showing the store's page (`window.storePage`). */
export async function startStoreChromium(address: string, profile: string): Promise<StoreChromium> {
  const executable = findHeadlessChromium();
  if (!executable) throw new Error('No Chromium: apt-get install chromium');
  const child = spawn(
    executable,
    [
      '--headless',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      ...quietFlags,
      'about:blank',
    ],
    // A group of its own, so that one signal reaches the helper processes too.
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = once(child, 'exit');
  const killAll = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
  };
  process.once('exit', killAll); // a test that fails must leave no Chromium behind
  void ended.then(() => process.off('exit', killAll));
  const browser = await chromium.connectOverCDP(await debuggingAddress(child));
  const context = browser.contexts()[0];
  if (!context) throw new Error('Chromium came up without a window');
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  await page.waitForFunction(() => 'storePage' in window);
  return {
    page,
    quit: async () => {
      const session = await browser.newBrowserCDPSession();
      await Promise.all([session.send('Browser.close').catch(() => undefined), ended]);
    },
    kill: async () => {
      killAll();
      await ended;
    },
  };
}

async function debuggingAddress(child: ChildProcess): Promise<string> {
  let said = '';
  const { stderr } = child;
  if (!stderr) throw new Error('Chromium was started without a pipe');
  stderr.setEncoding('utf8');
  for await (const text of stderr) {
    said += String(text);
    const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
    if (found) {
      stderr.resume();
      return found;
    }
  }
  throw new Error(`Chromium did not start:\n${said}`);
}
