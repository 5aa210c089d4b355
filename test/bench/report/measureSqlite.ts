import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgers } from '../../../shared/ledgers/registry';
import type { AskedFigure } from '../../../shared/reports/askedFigures';
import { figureFinder } from '../../../shared/reports/reportCatalogue';
import { median, times } from '../measure';
import { openSqlite, type Sqlite } from '../query/openSqlite';
import { cutOffOf } from '../../../renderer/features/reports/readAnswers';
import { figureSql, indexedBy, quoted } from './figureSql';
import { otherCount, passageCount, reportRows } from './reportRows';

export interface SqliteReport {
  readonly name: string;
  readonly coldMs: number;
  readonly warmMs: number;
  readonly values: ReadonlyMap<string, number>;
}

const repeats = 9;
const colds = 5;
const find = figureFinder(ledgers);

/** The same rows in a table for each ledger, the same figures by a statement each; undefined where there is no SQLite. */
export async function measureSqlite(
  asked: readonly AskedFigure[],
): Promise<SqliteReport | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'countyline-sqlite-'));
  const file = join(folder, 'county.db');
  try {
    const filling = await openSqlite(file);
    if (!filling) return undefined;
    fill(filling);
    filling.close();
    const cold: number[] = [];
    for (let turn = 0; turn < colds; turn++) {
      const from = performance.now();
      const opened = await openSqlite(file);
      if (opened) prepared(opened, asked)();
      cold.push(performance.now() - from);
      opened?.close();
    }
    const database = await openSqlite(file);
    if (!database) return undefined;
    const { name } = database;
    const report = prepared(database, asked);
    const warmMs = median(await times(report, repeats));
    const values = report();
    database.close();
    return { name, coldMs: median(cold), warmMs, values };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function prepared(database: Sqlite, asked: readonly AskedFigure[]) {
  database.exec('PRAGMA cache_size = -262144');
  const statements = asked.flatMap(({ figure: id, at }) => {
    const named = find(id);
    if (!named) return [];
    const sql = figureSql(named.ledger, named.figure, cutOffOf(at));
    return [[id, database.prepare(sql)] as const];
  });
  return () =>
    new Map(
      statements.map(([id, statement]) => {
        const [row] = statement.all() as { value: number }[]; // as the statement says
        return [id, row?.value ?? NaN];
      }),
    );
}

function fill(database: Sqlite): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144');
  const inserts = new Map(
    ledgers.map(({ id, fields }) => {
      const names = Object.keys(fields);
      database.exec(
        `CREATE TABLE ${quoted(id)} (id TEXT PRIMARY KEY, ${names.map(quoted).join(', ')})`,
      );
      const marks = ['?', ...names.map(() => '?')].join(', ');
      const statement = database.prepare(`INSERT INTO ${quoted(id)} VALUES (${marks})`);
      return [id, { names, statement }] as const;
    }),
  );
  database.exec('BEGIN');
  for (const { ledger, rows } of reportRows(passageCount, otherCount)) {
    const insert = inserts.get(ledger);
    for (const { id, values } of rows)
      insert?.statement.run(id, ...insert.names.map((name) => stored(values[name] ?? null)));
  }
  database.exec('COMMIT');
  for (const ledger of ledgers)
    for (const name of indexedBy(ledger))
      database.exec(
        `CREATE INDEX "${ledger.id} ${name}" ON ${quoted(ledger.id)} (${quoted(name)})`,
      );
  database.exec('ANALYZE');
}

function stored(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
