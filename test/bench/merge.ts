import { fileURLToPath } from 'node:url';
import { newProfile, serveStorePage, startStoreChromium } from '../support/storeChromium';
import { removeFolder } from '../support/removeFolder';
import { passageWorkbooks } from './import/passageWorkbooks';
import { median, ms, print, printGoal, printTable } from './measure';

const rowCount = Number(process.env.BENCH_ROWS ?? 1_000_000);
const changedRows = rowCount / 10;
const columnCount = 20;
const repeats = 3;
const goal = 1;

/**
 * Planning a merge: another device has changed a tenth of a million passages, each hundredth of these
 * was changed here as well. Beside it the bare reading of a workbook of as many rows: its sheet
 * becomes cells, nothing is matched, unsealed or looked up, which is the least that has happened
 * before a merge is planned. Planning is timed from an event that was just opened, so that loading
 * what is known of the journal is part of it, as it is after each start. Finding that out happens
 * once for every commit, at the first merge after it, and is printed beside.
 */
export async function run(): Promise<void> {
  const [workbook] = passageWorkbooks(changedRows, columnCount);
  if (!workbook) throw new Error('no workbook');
  const base64 = Buffer.from(workbook.bytes).toString('base64');
  const server = await serveStorePage(fileURLToPath(new URL('./merge', import.meta.url)));
  const profile = newProfile();
  const { page, quit } = await startStoreChromium(server.address, profile);
  const journal = await page.evaluate(
    ({ rows, changed }) => window.mergeBench.prepare(rows, changed, changed / 100),
    { rows: rowCount, changed: changedRows },
  );
  const reading: number[] = [];
  const planning: number[] = [];
  const standing: number[] = [];
  const again: number[] = [];
  const fromStore: number[] = [];
  // In turn, so that both meet the same machine.
  for (let round = 0; round < repeats; round++) {
    const read = await page.evaluate((bytes) => window.mergeBench.readWorkbook(bytes), base64);
    if (read.rows < changedRows) throw new Error(`${read.rows} rows read`);
    reading.push(read.took);
    await page.evaluate(() => window.mergeBench.reopen());
    const first = await page.evaluate(() => window.mergeBench.plan());
    if (first.rows !== changedRows || first.conflicts !== changedRows / 100)
      throw new Error(`${first.rows} rows planned, ${first.conflicts} conflicts`);
    planning.push(first.took);
    standing.push(first.standing);
    again.push((await page.evaluate(() => window.mergeBench.plan())).took);
    fromStore.push(await page.evaluate(() => window.mergeBench.readRows()));
  }
  await quit();
  await server.close();
  await removeFolder(profile);

  const count = (value: number) => value.toLocaleString('en');
  print(`${count(changedRows)} changed rows, ${count(rowCount)} in the event; Chromium`);
  printTable([
    ['median of three', 'time'],
    [`reading a workbook of ${count(changedRows)} × ${columnCount} cells`, ms(median(reading))],
    ['planning the merge, just opened', ms(median(planning))],
    ['  of it: what the journal holds', ms(median(standing))],
    ['planning it again', ms(median(again))],
    ['finding out what the journal holds, once', ms(journal)],
    ['reading the same rows out of the store', ms(median(fromStore))],
  ]);
  printGoal('planning a merge over reading', median(planning) / median(reading), goal);
}
