import type { Page } from 'playwright-core';
import { utils, write } from 'xlsx';
import { codecFor } from '../../shared/fields/codecFor';
import type { StoredValue } from '../../shared/ledger/field';
import { ledgerById } from '../../shared/ledgers/registry';
import { manyPassages, sampleCounty } from '../../shared/sample/sampleCounty';
import { startApp } from '../support/chromium';
import { chooseFiles } from '../support/exchangePage';
import { median, ms, print, printGoal, printTable } from './measure';
import { openBenchPage } from './openBenchPage';

const rowCount = Number(process.env.BENCH_ROWS ?? 100_000);
const columnCount = 20;
const repeats = 3;

interface Variant {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The same passages with their texts shared, written in place, and with half of what may be blank. */
function variants(): readonly Variant[] {
  const fields = Object.entries(ledgerById('checkpoint-passes')?.fields ?? {}).slice(
    0,
    columnCount,
  );
  const names = new Map<StoredValue, StoredValue | undefined>();
  for (const { ledger, rows } of sampleCounty())
    if (ledger === 'checkpoints') for (const { id, values } of rows) names.set(id, values['name']);
  const header = fields.map(([, { header: words }]) => words.zh);
  const rows = [...manyPassages(rowCount, 5)].map(({ values }, at) =>
    fields.map(([name, field], column) => {
      const value = values[name];
      if (value === undefined) return { full: null, sparse: null };
      const text = String(names.get(value) ?? codecFor(field).toText(value, 'zh'));
      return { full: text, sparse: field.required || (at + column) % 2 === 0 ? text : null };
    }),
  );
  const book = (kind: 'full' | 'sparse', shared: boolean) => {
    const made = utils.book_new();
    const cells = rows.map((row) => row.map((cell) => cell[kind]));
    utils.book_append_sheet(made, utils.aoa_to_sheet([header, ...cells]));
    const options = { type: 'array', compression: true, bookSST: shared } as const;
    return new Uint8Array(write(made, options) as ArrayBuffer); // by `type`
  };
  return [
    { name: 'shared strings', bytes: book('full', true) },
    { name: 'strings in place', bytes: book('full', false) },
    { name: 'half of the cells blank', bytes: book('sparse', true) },
  ];
}

interface Imported {
  readonly recognised: number;
  readonly checked: number;
  readonly written: number;
  readonly longestTask: number;
}

/** Through the pages as a clerk does it: choose the file, check it, write what is new. */
async function importOnce(page: Page, { bytes }: Variant): Promise<Imported> {
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask' });
  });
  await page.getByRole('link', { name: '数据交换' }).click();
  const before = page.getByRole('button', { name: / passages\.xlsx$/ });
  if (await before.isVisible()) await before.click();
  const from = performance.now();
  await chooseFiles(page, [{ name: 'passages.xlsx', bytes }]);
  await page.getByRole('button', { name: /^核对 [\d,]+ 行/ }).waitFor({ timeout: 120_000 });
  const recognised = performance.now();
  await page.keyboard.press('Control+Enter');
  const next = page.getByRole('button', { name: /^(写入 [\d,]+ 行|无需写入)/ });
  await next.waitFor({ timeout: 120_000 });
  const checked = performance.now();
  await next.click();
  await page
    .getByText(/新增 [\d,]+ 行，修改 0 行|没有写入/)
    .first()
    .waitFor({ timeout: 120_000 });
  const written = performance.now();
  const longestTask = await page.evaluate(() => window.longest);
  return {
    recognised: recognised - from,
    checked: checked - recognised,
    written: written - checked,
    longestTask,
  };
}

declare global {
  interface Window {
    longest: number;
  }
}

const total = ({ recognised, checked, written }: Imported) => recognised + checked + written;

/** A first and a second import of the same file through the pages, beside SheetJS's bare parse. */
export async function run(): Promise<void> {
  const count = (value: number) => Math.round(value).toLocaleString('en');
  const peer = await openBenchPage('import');
  const lines: (readonly string[])[] = [];
  let [worstFirst, worstAgain, longest] = [0, 0, 0];
  for (const variant of variants()) {
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
    const first = await importOnce(app.page, variant);
    const again = await importOnce(app.page, variant);
    await app.close();
    const parts = ({ recognised, checked, written }: Imported) =>
      [recognised, checked, written].map(ms).join(' + ');
    lines.push([
      variant.name,
      `${(variant.bytes.length / 2 ** 20).toFixed(1)} MB`,
      ms(bare),
      parts(first),
      parts(again),
      ms(Math.max(first.longestTask, again.longestTask)),
    ]);
    worstFirst = Math.max(worstFirst, total(first) / bare);
    worstAgain = Math.max(worstAgain, total(again) / bare);
    longest = Math.max(longest, first.longestTask, again.longestTask);
  }
  await peer.close();
  print(
    `${count(rowCount)} passages × ${columnCount} columns; read + checked + written, through the pages`,
  );
  printTable([['', 'file', 'SheetJS parse', 'first import', 'again', 'longest task'], ...lines]);
  printGoal('first import over SheetJS bare dense parse', worstFirst, 0.4);
  printGoal('import again over SheetJS bare dense parse', worstAgain, 0.35);
  printGoal('longest task on the main thread, of 50 ms', longest / 50, 1);
}
