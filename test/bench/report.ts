import { fileURLToPath } from 'node:url';
import { ledgers } from '../../shared/ledgers/registry';
import { askedFigures } from '../../shared/reports/askedFigures';
import { figureFinder } from '../../shared/reports/reportCatalogue';
import { reportTemplates } from '../../shared/reports/templates/reportTemplates';
import { removeFolder } from '../support/removeFolder';
import { newProfile, serveStorePage, startStoreChromium } from '../support/storeChromium';
import { median, ms, print, printGoal, printTable } from './measure';
import { measureSqlite } from './report/measureSqlite';
import { cutOffAt, otherCount, passageCount } from './report/reportRows';

const warmGoal = 0.1;
const coldGoal = 2;
const openGoal = 1;
const openMs = 100;
const firstRows = 50;
const colds = 5;
const turns = 15;

/** The evening's report over everything the county has kept, against SQLite counting the same. */
export async function run(): Promise<void> {
  const [daily] = reportTemplates('zh').filter(({ id }) => id === 'dailyReport');
  if (!daily) throw new Error('No daily report');
  const asked = askedFigures(daily, figureFinder(ledgers), cutOffAt);
  const here = await measureHere();
  const sqlite = await measureSqlite(asked);

  const count = (value: number) => value.toLocaleString('en');
  print(
    `${count(passageCount)} passages and ${count(otherCount)} other rows; daily report of ${asked.length} figures; medians`,
  );
  const line = (what: string, time: number, theirs?: number) => [
    what,
    ms(time),
    ...(theirs === undefined ? ['', ''] : [ms(theirs), (time / theirs).toFixed(3)]),
  ];
  printTable([
    ['', 'here', sqlite?.name ?? 'no SQLite', 'ratio'],
    line('the report again', here.again, sqlite?.warmMs),
    line('at another cut-off each time', here.moving, sqlite?.warmMs),
    line('after one more passage each time', here.growing, sqlite?.warmMs),
    line('cold: database opened, report made', here.load + here.first, sqlite?.coldMs),
    line('  of that reading and unsealing all pages', here.load),
  ]);
  print('');
  const slowest = here.open.toSorted((left, right) => right[1] - left[1]);
  printTable([
    [`opened to its first ${firstRows} rows, the slowest figures`, 'time'],
    ...slowest.slice(0, 5).map(([figure, time]) => [figure, ms(time)]),
  ]);
  printGoal(
    'drill-down over 100 ms',
    Math.max(...slowest.map(([, time]) => time)) / openMs,
    openGoal,
  );
  if (!sqlite) return;
  for (const [figure, value] of here.values)
    if (Math.abs(value - (sqlite.values.get(figure) ?? NaN)) > 1e-6 * Math.max(1, Math.abs(value)))
      throw new Error(`${figure}: ${value} here, ${sqlite.values.get(figure)} in ${sqlite.name}`);
  printGoal('warm report', Math.max(here.again, here.growing) / sqlite.warmMs, warmGoal);
  printGoal('warm report at another cut-off', here.moving / sqlite.warmMs, warmGoal);
  printGoal('cold report', (here.load + here.first) / sqlite.coldMs, coldGoal);
}

/** In the app's own store, sealed and read from the disk of a profile, Chromium started anew each time. */
async function measureHere() {
  const server = await serveStorePage(fileURLToPath(new URL('./report', import.meta.url)));
  const profile = newProfile();
  const filling = await startStoreChromium(server.address, profile);
  const event = await filling.page.evaluate(
    ([passages, others]) => window.reportBench.fill(passages, others),
    [passageCount, otherCount] as const,
  );
  await filling.quit();
  const loads: number[] = [];
  const firsts: number[] = [];
  for (let turn = 1; turn < colds; turn++) {
    const { page, quit } = await startStoreChromium(server.address, profile);
    loads.push(await page.evaluate((id) => window.reportBench.load(id), event));
    firsts.push(await page.evaluate((at) => window.reportBench.report(at), cutOffAt));
    await quit();
  }
  const { page, quit } = await startStoreChromium(server.address, profile);
  loads.push(await page.evaluate((id) => window.reportBench.load(id), event));
  firsts.push(await page.evaluate((at) => window.reportBench.report(at), cutOffAt));
  const values = await page.evaluate((at) => window.reportBench.values(at), cutOffAt);
  const again: number[] = [];
  for (let turn = 0; turn < turns; turn++)
    again.push(await page.evaluate((at) => window.reportBench.report(at), cutOffAt));
  const asking = { at: cutOffAt, turns, rows: firstRows };
  const moving = await page.evaluate(
    ({ at, turns }) => window.reportBench.moving(at, turns),
    asking,
  );
  const open = await page.evaluate(
    ({ at, turns, rows }) => window.reportBench.open(at, turns, rows),
    { ...asking, turns: 5 },
  );
  const growing = await page.evaluate(
    ({ at, turns }) => window.reportBench.growing(at, turns),
    asking,
  );
  await quit();
  await server.close();
  await removeFolder(profile);
  return {
    load: median(loads),
    first: median(firsts),
    values,
    again: median(again),
    moving: median(moving),
    growing: median(growing),
    open: open.map(([figure, taken]) => [figure, median(taken)] as const),
  };
}
