import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findHeadlessChromium } from '../../build/scripts/findChromium.mjs';
import { servePages } from '../../build/scripts/servePages.mjs';
import type { JournalFiles } from '../../shared/desktop/contract';
import { buildPage, shellPage } from '../support/buildPage';
import { quietFlags } from '../support/chromium';
import { journalCases, twoEvents } from '../support/journalCases';

let served: Awaited<ReturnType<typeof servePages>>;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  served = await servePages({ port: 0, pages: await buildPage(shellPage) });
  const executablePath = findHeadlessChromium();
  if (!executablePath) throw new Error('No Chromium: apt-get install chromium');
  browser = await chromium.launch({ executablePath, args: quietFlags });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});
/** Each context has files of its own. */
beforeEach(async () => {
  context = await browser.newContext({ acceptDownloads: true });
  page = await context.newPage();
});
afterEach(() => context.close());

async function open(): Promise<void> {
  await page.goto(served.address);
  await page.waitForFunction(() => 'shellPage' in window);
}

/** The journal files of the page, called from here. */
function journalOf(): JournalFiles {
  const ask = (method: keyof JournalFiles) =>
    ((...args: readonly unknown[]) =>
      page.evaluate(
        ([name, given]) =>
          (window.shellPage.journal[name] as (...all: readonly unknown[]) => Promise<unknown>)(
            ...given,
          ),
        [method, args] as const,
      )) as never; // the same contract on both ends
  return {
    list: ask('list'),
    size: ask('size'),
    read: ask('read'),
    append: ask('append'),
    truncate: ask('truncate'),
    readSentinel: ask('readSentinel'),
    writeSentinel: ask('writeSentinel'),
    freeBytes: ask('freeBytes'),
    remove: ask('remove'),
  };
}

describe('the journal files of the browser shell', () => {
  it.each(journalCases.map(({ name, check }) => [name, check] as const))(
    '%s',
    async (_name, check) => {
      await open();
      const restart = async () => {
        await page.reload();
        await page.waitForFunction(() => 'shellPage' in window);
        return journalOf();
      };
      await check({ files: journalOf(), restart }, ...twoEvents());
    },
  );

  it('answer with a problem where their worker cannot start', async () => {
    await page.route('**/journalWorker*', (route) => route.abort());
    await open();
    const [event] = twoEvents();
    const problem = { ok: false, problem: { tag: 'shell', detail: 'journal worker' } };
    expect(await journalOf().append(event, Uint8Array.of(1))).toEqual(problem);
    expect(await journalOf().list()).toEqual(problem);
  });

  it('name a full disk, and take the append back whole', async () => {
    await open();
    const [event] = twoEvents();
    const files = journalOf();
    await files.append(event, new Uint8Array(1_000));
    const debug = await context.newCDPSession(page);
    const origin = new URL(served.address).origin;
    await debug.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000 });
    expect(await files.append(event, new Uint8Array(1 << 20))).toEqual({
      ok: false,
      problem: { tag: 'diskFull', name: `${event}.log` },
    });
    expect(await files.size(event)).toEqual({ ok: true, value: 1_000 });
    await debug.send('Storage.overrideQuotaForOrigin', { origin });
    expect(await files.append(event, Uint8Array.of(1))).toEqual({ ok: true, value: 1_001 });
  });
});

const workbook = { label: '工作簿', extensions: ['xlsx'] };

describe('a file saved in the browser shell', () => {
  const clickToSave = async (name = '通行证.xlsx', length = 3) => {
    await page.evaluate(
      ([suggested, kind, size]) => {
        const bytes = Uint8Array.from({ length: size }, (_, index) => index + 1);
        const button = document.createElement('button');
        button.onclick = () => {
          const saving = window.shellPage.files.save(suggested, bytes, kind);
          Object.assign(window, { saving });
        };
        document.body.replaceChildren(button);
      },
      [name, workbook, length] as const,
    );
    await page.getByRole('button').click();
  };
  const answer = () => page.evaluate(() => (window as unknown as { saving: unknown }).saving);
  /** The system's dialog cannot be clicked: the choice is planted, the file and its writing are real. */
  const willChoose = (choice: 'file' | 'AbortError' | 'NotAllowedError') =>
    page.evaluate(async (chosen) => {
      const folder = await navigator.storage.getDirectory();
      Object.assign(window, {
        showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
          if (chosen !== 'file') throw new DOMException('', chosen);
          return folder.getFileHandle(suggestedName, { create: true });
        },
      });
    }, choice);
  const stored = (name: string) =>
    page.evaluate(async (of) => {
      const folder = await navigator.storage.getDirectory();
      try {
        const file = await (await folder.getFileHandle(of)).getFile();
        return [...new Uint8Array(await file.arrayBuffer())].slice(0, 3);
      } catch {
        return 'none';
      }
    }, name);

  beforeEach(open);

  it('goes where the person said', async () => {
    await willChoose('file');
    await clickToSave();
    expect(await answer()).toEqual({ ok: true, value: { name: '通行证.xlsx' } });
    expect(await stored('通行证.xlsx')).toEqual([1, 2, 3]);
  });

  it('is not written where the person closed the dialog', async () => {
    await willChoose('AbortError');
    await clickToSave();
    expect(await answer()).toEqual({ ok: false, problem: { tag: 'cancelled' } });
  });

  it('is not there by half where the disk is full', async () => {
    await willChoose('file');
    const debug = await context.newCDPSession(page);
    const origin = new URL(served.address).origin;
    await debug.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000 });
    await clickToSave('通行证.xlsx', 1 << 20);
    expect(await answer()).toEqual({
      ok: false,
      problem: { tag: 'diskFull', name: '通行证.xlsx' },
    });
    expect(await stored('通行证.xlsx')).toBe('none');
  });

  it.each([
    ['asking is not allowed', 'NotAllowedError'],
    ['the browser has no such dialog', undefined],
  ] as const)('comes as a download where %s', async (_why, choice) => {
    if (choice) await willChoose(choice);
    else await page.evaluate(() => void Object.assign(window, { showSaveFilePicker: undefined }));
    const coming = page.waitForEvent('download');
    await clickToSave('../通行证:1.xlsx');
    const download = await coming;
    expect(download.suggestedFilename()).toBe('_通行证_1.xlsx');
    expect([...readFileSync(await download.path())]).toEqual([1, 2, 3]);
    expect(await answer()).toMatchObject({ ok: true });
  });

  it('comes as a download where the click was too long ago to ask', async () => {
    await willChoose('AbortError');
    const coming = page.waitForEvent('download');
    await page.evaluate((kind) => {
      const timer = setInterval(() => {
        if (navigator.userActivation.isActive) return;
        clearInterval(timer);
        void window.shellPage.files.save('a.xlsx', Uint8Array.of(1), kind);
      }, 50);
    }, workbook);
    expect((await coming).suggestedFilename()).toBe('a.xlsx');
  });
});

describe('files opened in the browser shell', () => {
  let folder: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'countyline-open-'));
    await open();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const ask = () => page.evaluate((kind) => window.shellPage.files.open([kind], true), workbook);

  it('are read whole', async () => {
    writeFileSync(join(folder, '一.xlsx'), 'one');
    writeFileSync(join(folder, '二.xlsx'), 'two');
    const chooser = page.waitForEvent('filechooser');
    const opened = ask();
    await (await chooser).setFiles([join(folder, '一.xlsx'), join(folder, '二.xlsx')]);
    expect(await opened).toMatchObject({
      ok: true,
      value: [
        { name: '一.xlsx', bytes: new TextEncoder().encode('one') },
        { name: '二.xlsx', bytes: new TextEncoder().encode('two') },
      ],
    });
  });

  it('are none where the person closed the dialog', async () => {
    const debug = await context.newCDPSession(page);
    await debug.send('Page.setInterceptFileChooserDialog', { enabled: true, cancel: true });
    expect(await ask()).toEqual({ ok: false, problem: { tag: 'cancelled' } });
  });

  it('are refused before they are in memory where one is too large', async () => {
    const large = join(folder, '大.xlsx');
    writeFileSync(large, '');
    truncateSync(large, (256 << 20) + 1);
    const chooser = page.waitForEvent('filechooser');
    const opened = ask();
    await (await chooser).setFiles(large);
    expect(await opened).toEqual({
      ok: false,
      problem: { tag: 'tooLarge', name: '大.xlsx', limitBytes: 256 << 20 },
    });
  });
});
