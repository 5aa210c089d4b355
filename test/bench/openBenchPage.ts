import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';
import { findChromium } from '../../build/scripts/findChromium.mjs';
import { quietFlags } from '../support/chromium';

export interface BenchPage {
  readonly page: Page;
  /** Memory of the page's process in megabytes, its workers included; undefined where it is not told. */
  residentMegabytes(): Promise<number | undefined>;
  close(): Promise<void>;
}

/** Builds a page of this folder as the app is built, and opens it in Chromium with a new profile. */
export async function openBenchPage(name: string): Promise<BenchPage> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: apt-get install chromium');
  const folder = mkdtempSync(join(tmpdir(), 'countyline-bench-'));
  const settings = {
    configFile: false,
    root: fileURLToPath(new URL(`./${name}`, import.meta.url)),
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir: join(folder, 'pages'), target: 'chrome140', chunkSizeWarningLimit: 4000 },
    preview: { host: '127.0.0.1', port: 0 },
  } as const;
  await build(settings);
  const server = await preview(settings);
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    args: quietFlags,
    headless: true,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  return {
    page,
    residentMegabytes: async () => {
      const session = await context.browser()?.newBrowserCDPSession();
      const told = await session?.send('SystemInfo.getProcessInfo');
      await session?.detach();
      const sizes = told?.processInfo
        .filter(({ type }) => type === 'renderer')
        .map(({ id }) => residentOf(id));
      return sizes && Math.max(...sizes) > 0 ? Math.max(...sizes) : undefined;
    },
    close: async () => {
      await context.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** From /proc, so on Linux only; 0 elsewhere. */
function residentOf(processId: number): number {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
