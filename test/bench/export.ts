import type { Writer } from './export/page';
import { median, ms, print, printGoal, printTable } from './measure';
import { openBenchPage } from './openBenchPage';

const rowCount = Number(process.env.BENCH_ROWS ?? 100_000);
const columnCount = 20;
const repeats = 3;
const sampleEveryMs = 50;

interface Written {
  readonly took: number;
  readonly bytes: number;
  /** Megabytes that the page held at most over what it held before; NaN where nobody tells. */
  readonly peak: number;
}

/** Several times in one page; the first fills caches and gives the peak of a page that is new. */
async function measure(writer: Writer): Promise<Written> {
  const { page, residentMegabytes, close } = await openBenchPage('export');
  const settings = { writer, rowCount, columnCount };
  await page.evaluate(
    (one) => window.exporting.prepare(one.writer, one.rowCount, one.columnCount),
    settings,
  );
  const before = (await residentMegabytes()) ?? NaN;
  let most = before;
  const watch = async (done: Promise<unknown>) => {
    let isDone = false;
    void done.finally(() => (isDone = true));
    while (!isDone) {
      most = Math.max(most, (await residentMegabytes()) ?? NaN);
      await new Promise((resolve) => setTimeout(resolve, sampleEveryMs));
    }
  };
  const writing = page.evaluate(() => window.exporting.write());
  await watch(writing);
  const { bytes } = await writing;
  const times: number[] = [];
  for (let n = 0; n < repeats; n++)
    times.push((await page.evaluate(() => window.exporting.write())).took);
  await close();
  return { took: median(times), bytes, peak: most - before };
}

/** A styled export of a ledger, beside what SheetJS and hucre write of the same cells without styles. */
export async function run(): Promise<void> {
  const ours = await measure('ours');
  const sheetJs = await measure('sheetJs');
  const hucre = await measure('hucre');
  const line = (name: string, { took, bytes, peak }: Written) => [
    name,
    ms(took),
    `${(bytes / 2 ** 20).toFixed(1)} MB`,
    `${peak.toFixed(0)} MB`,
  ];
  print(`${rowCount.toLocaleString('en')} passages × ${columnCount} columns`);
  printTable([
    ['', 'time', 'file', 'peak memory'],
    line('SheetJS, compressed', sheetJs),
    line('hucre', hucre),
    line('this app, styled, with dropdowns and record numbers', ours),
  ]);
  printGoal('export time over SheetJS', ours.took / sheetJs.took, 0.6);
  printGoal('export file over SheetJS', ours.bytes / sheetJs.bytes, 0.6);
  printGoal('export peak memory over SheetJS', ours.peak / sheetJs.peak, 0.5);
}
