import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointPasses } from '../../../shared/ledgers/checkpointPasses';
import { manyPassages } from '../../../shared/sample/sampleCounty';
import { median, times } from '../measure';
import { openSqlite, type Sqlite } from './openSqlite';
import { aggregates, counts, rowCount, seed } from './questions';

export interface SqliteMeasured {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly countsFound: Readonly<Record<string, number>>;
  readonly aggregates: Readonly<Record<string, number>>;
}

const repeats = 5;
const fields = Object.keys(checkpointPasses.fields);
const indexed = ['passedAt', 'plate', 'checkpoint', 'outcome', 'documentNumber'];

/** The same million in a table with five indexes; undefined where no SQLite can be had. */
export async function measureSqlite(): Promise<SqliteMeasured | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'countyline-sqlite-'));
  const database = await openSqlite(join(folder, 'passes.db'));
  try {
    if (!database) return undefined;
    fill(database);
    const countTimes: Record<string, number> = {};
    const countsFound: Record<string, number> = {};
    for (const [name, { where }] of Object.entries(counts)) {
      const statement = database.prepare(`SELECT count(*) AS rows FROM passes WHERE ${where}`);
      const [row] = statement.all() as { rows: number }[]; // as the statement says
      countsFound[name] = row?.rows ?? NaN;
      countTimes[name] = median(await times(() => statement.all(), repeats));
    }
    const aggregateTimes: Record<string, number> = {};
    for (const [name, { select }] of Object.entries(aggregates)) {
      const statement = database.prepare(`SELECT ${select}`);
      aggregateTimes[name] = median(await times(() => statement.all(), repeats));
    }
    return { name: database.name, counts: countTimes, countsFound, aggregates: aggregateTimes };
  } finally {
    database?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function fill(database: Sqlite): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144');
  const columns = fields.map((name) => `"${name}"`).join(', ');
  database.exec(`CREATE TABLE passes (id TEXT PRIMARY KEY, ${columns})`);
  const marks = ['?', ...fields.map(() => '?')].join(', ');
  const insert = database.prepare(`INSERT INTO passes VALUES (${marks})`);
  database.exec('BEGIN');
  for (const { id, values } of manyPassages(rowCount, seed))
    insert.run(
      id,
      ...fields.map((name) => {
        const value = values[name] ?? null;
        return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
      }),
    );
  database.exec('COMMIT');
  for (const name of indexed) database.exec(`CREATE INDEX "by_${name}" ON passes ("${name}")`);
  database.exec('ANALYZE');
}
