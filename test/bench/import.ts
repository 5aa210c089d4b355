import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startApp } from '../support/chromium';
import { passageWorkbooks } from './import/passageWorkbooks';
import { median, ms, print, printGoal, printTable } from './measure';
import { openBenchPage } from './openBenchPage';

const rowCount = Number(process.env.BENCH_ROWS ?? 100_000);
const columnCount = 20;
const repeats = 3;

/** How long a step took, and the longest task on the page's thread in it. */
interface Step {
  readonly took: number;
  readonly longestTask: number;
}

interface Imported {
  readonly recognised: Step;
  readonly checked: Step;
  readonly written: Step;
  readonly inserted: number;
}

/** Through the pages as a clerk does it: choose the file, check it, write what is new. */
async function importOnce(page: Page, path: string): Promise<Imported> {
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask' });
  });
  const step = async (work: () => Promise<void>): Promise<Step> => {
    await page.evaluate(() => {
      window.longest = 0;
    });
    const from = performance.now();
    await work();
    const took = performance.now() - from;
    return { took, longestTask: await page.evaluate(() => window.longest) };
  };
  await page.getByRole('link', { name: '数据交换' }).click();
  const before = page.getByRole('button', { name: / passages\.xlsx$/ });
  if (await before.isVisible()) await before.click();
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /选择文件|添加文件/ }).click();
  const chooser = await asked;
  const recognised = await step(async () => {
    // By its path, as a person chooses it: bytes given by the test are decoded in the page.
    await chooser.setFiles(path);
    await page.getByRole('button', { name: /^核对 [\d,]+ 行/ }).waitFor({ timeout: 120_000 });
  });
  const next = page.getByRole('button', { name: /^(写入 [\d,]+ 行|无需写入)/ });
  const checked = await step(async () => {
    await page.keyboard.press('Control+Enter');
    await next.waitFor({ timeout: 120_000 });
  });
  const written = await step(async () => {
    await next.click();
    await page
      .getByText(/新增 [\d,]+ 行，修改 0 行|没有写入/)
      .first()
      .waitFor({ timeout: 120_000 });
  });
  const [, shown = '0'] =
    /新增 ([\d,]+) 行/.exec(await page.locator('main, body').first().innerText()) ?? [];
  return { recognised, checked, written, inserted: Number(shown.replaceAll(',', '')) };
}

interface Scrolled {
  /** Milliseconds between frames while nothing moves, and while the wheel turns. */
  readonly still: readonly number[];
  readonly rolling: readonly number[];
  /** Frames in which a part of the grid's window had no row. */
  readonly blank: number;
}

/** Rolls through the ledger that was imported into, first to last row and back. */
async function scroll(page: Page): Promise<Scrolled> {
  await page.getByRole('link', { name: /^卡点通行登记/ }).click();
  await page.getByRole('grid').getByRole('row').nth(5).waitFor();
  return page.evaluate(async () => {
    const grid = document.querySelector<HTMLElement>('[role=grid]');
    const scroller = [grid, ...(grid?.querySelectorAll<HTMLElement>('*') ?? [])].find(
      (one) => one && one.scrollHeight > one.clientHeight * 10,
    );
    if (!scroller) throw new Error('nothing to scroll');
    const frames = async (count: number, move: (at: number) => void) => {
      const between: number[] = [];
      let last = await new Promise<number>(requestAnimationFrame);
      for (let at = 0; at < count; at++) {
        move(at);
        const now = await new Promise<number>(requestAnimationFrame);
        between.push(now - last);
        last = now;
      }
      return between;
    };
    let blank = 0;
    const still = await frames(60, () => undefined);
    const rolling = await frames(240, (at) => {
      // A hand on the wheel: a hundred pixels a turn, now and then the bar dragged far.
      scroller.scrollTop += at % 60 === 59 ? scroller.scrollHeight / 5 : 100;
      const { top, height } = scroller.getBoundingClientRect();
      const middle = document.elementFromPoint(700, top + height / 2);
      if (!middle?.closest('[role=row]')) blank++;
    });
    return { still, rolling, blank };
  });
}

declare global {
  interface Window {
    longest: number;
  }
}

const steps = ({ recognised, checked, written }: Imported) => [recognised, checked, written];
const total = (imported: Imported) => steps(imported).reduce((sum, { took }) => sum + took, 0);
const longestOf = (imported: Imported) =>
  Math.max(...steps(imported).map(({ longestTask }) => longestTask));

/** A first and a second import of the same file through the pages, beside SheetJS's bare parse. */
export async function run(): Promise<void> {
  const count = (value: number) => Math.round(value).toLocaleString('en');
  const peer = await openBenchPage('import');
  const folder = mkdtempSync(join(tmpdir(), 'countyline-import-'));
  const lines: (readonly string[])[] = [];
  let scrolled: Scrolled | undefined;
  let [worstFirst, worstAgain, longest] = [0, 0, 0];
  for (const variant of passageWorkbooks(rowCount, columnCount)) {
    const base64 = Buffer.from(variant.bytes).toString('base64');
    const parses: number[] = [];
    for (let n = 0; n <= repeats; n++) {
      const { took, rows } = await peer.page.evaluate((text) => window.sheetJs.parse(text), base64);
      if (rows !== rowCount + 1) throw new Error(`SheetJS found ${rows} rows`);
      parses.push(took);
    }
    const bare = median(parses.slice(1));
    const app = await startApp({ sample: true });
    await app.page
      .getByRole('link', { name: /卡点通行登记.*20,000/ })
      .waitFor({ timeout: 100_000 });
    const path = join(folder, 'passages.xlsx');
    writeFileSync(path, variant.bytes);
    const first = await importOnce(app.page, path);
    // What is rejected costs nothing to write, and measures nothing.
    if (first.inserted < rowCount * 0.99) throw new Error(`${first.inserted} rows written`);
    const again = await importOnce(app.page, path);
    scrolled ??= await scroll(app.page);
    await app.close();
    const parts = (imported: Imported) =>
      steps(imported)
        .map(({ took }) => ms(took))
        .join(' + ');
    const tasks = [first, again].flatMap(steps).map(({ longestTask }) => longestTask.toFixed(0));
    lines.push([
      variant.name,
      `${(variant.bytes.length / 2 ** 20).toFixed(1)} MB`,
      ms(bare),
      parts(first),
      parts(again),
      `${tasks.join(' ')} ms`,
    ]);
    worstFirst = Math.max(worstFirst, total(first) / bare);
    worstAgain = Math.max(worstAgain, total(again) / bare);
    longest = Math.max(longest, longestOf(first), longestOf(again));
  }
  await peer.close();
  rmSync(folder, { recursive: true });
  print(
    `${count(rowCount)} passages × ${columnCount} columns; read + checked + written, through the pages`,
  );
  printTable([
    ['', 'file', 'SheetJS parse', 'first import', 'again', 'longest task of each step'],
    ...lines,
  ]);
  printGoal('first import over SheetJS bare dense parse', worstFirst, 0.4);
  printGoal('import again over SheetJS bare dense parse', worstAgain, 0.35);
  printGoal('longest task on the main thread, of 50 ms', longest / 50, 1);
  if (!scrolled) return;
  const { still, rolling, blank } = scrolled;
  const worst = Math.max(...rolling);
  print(
    `scrolling ${count(rowCount + 20_000)} rows: a frame every ${ms(median(rolling))} (nothing moving: ${ms(median(still))}), slowest ${ms(worst)}, without rows ${blank} of ${rolling.length}`,
  );
  printGoal('frames while scrolling over frames at rest', median(rolling) / median(still), 1.5);
}
