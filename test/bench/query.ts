import { median, ms, print, printGoal, printTable } from './measure';
import { openBenchPage } from './openBenchPage';
import { measureSqlite } from './query/measureSqlite';
import type { Measured } from './query/page';
import { pageRows, peerRows, rowCount } from './query/questions';

const firstPageGoal = 2;
const sqliteGoal = 0.2;

/**
 * A million passages in the columns of a worker, asked from the page as the app asks; beside it, in
 * the same Chromium, a bare lookup in an index of IndexedDB, and in this process SQLite.
 */
export async function run(): Promise<void> {
  const bench = await openBenchPage('query');
  const before = await bench.residentMegabytes();
  const measured = await bench.page.evaluate(() => window.measureQueries());
  const after = await bench.residentMegabytes();
  await bench.close();
  const sqlite = await measureSqlite();

  const millions = rowCount / 1e6;
  print(`${rowCount.toLocaleString('en')} passages; medians; page and worker in Chromium`);
  print(
    `loaded from blocks in ${ms(measured.loadMs)}, ${(measured.blockBytes / rowCount).toFixed(0)} bytes a row`,
  );
  if (before !== undefined && after !== undefined)
    print(
      `memory of the page's process: ${((after - before) / millions).toFixed(0)} MB more per million rows, all searches and orders warm`,
    );
  const lookup = median(Object.values(measured.lookup));
  print('');
  printTable([
    [`first page, ${pageRows} rows`, 'time', '× index lookup'],
    [
      `bare index lookup, getAll limit ${pageRows}, ${peerRows.toLocaleString('en')} records`,
      ms(lookup),
      '1',
    ],
    ...Object.entries(measured.pages).map(([name, time]) => [
      name,
      ms(time),
      (time / lookup).toFixed(2),
    ]),
  ]);
  print('');
  printTable([
    ['plate completion', 'time'],
    ...Object.entries(measured.vehicles).map(([name, time]) => [name, ms(time)]),
    ['all rows in order', ''],
    ...Object.entries(measured.orders).map(([name, time]) => [name, ms(time)]),
    [`row-per-record Dexie, ${peerRows.toLocaleString('en')} records`, ''],
    ...Object.entries(measured.dexie).map(([name, time]) => [name, ms(time)]),
  ]);
  print('');
  if (sqlite) compare(measured, sqlite);
  else
    print(
      'No SQLite to compare with: better-sqlite3 could not be built (it needs Python, make and a C++ compiler), and this Node has no node:sqlite.',
    );
  printGoal('firstPage', Math.max(...Object.values(measured.pages)) / lookup, firstPageGoal);
  if (!sqlite) return;
  printGoal('counts', sum(measured.counts) / sum(sqlite.counts), sqliteGoal);
  printGoal('aggregates', sum(measured.aggregates) / sum(sqlite.aggregates), sqliteGoal);
}

type Sqlite = NonNullable<Awaited<ReturnType<typeof measureSqlite>>>;

function compare(measured: Measured, sqlite: Sqlite): void {
  for (const part of ['counts', 'aggregates'] as const) {
    printTable([
      [part, 'columns', sqlite.name, 'ratio'],
      ...Object.entries(measured[part]).map(([name, time]) => {
        const theirs = sqlite[part][name] ?? NaN;
        return [name, ms(time), ms(theirs), (time / theirs).toFixed(2)];
      }),
    ]);
    print('');
  }
  for (const [name, found] of Object.entries(measured.countsFound))
    if (found !== sqlite.countsFound[name])
      throw new Error(`${name}: ${found} rows here, ${sqlite.countsFound[name]} in SQLite`);
}

function sum(times: Readonly<Record<string, number>>): number {
  return Object.values(times).reduce((all, time) => all + time, 0);
}
