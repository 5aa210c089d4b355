import type BetterSqlite from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What both programs that know SQLite have in common. */
export interface Sqlite {
  readonly name: string;
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...values: readonly unknown[]): unknown;
    all(): unknown[];
  };
  close(): unknown;
}

const require = createRequire(import.meta.url);

/**
 * better-sqlite3 on a file. Its program is built at the first use, as packages run no scripts here;
 * where that cannot be done, Node's own SQLite (22 and later), or undefined.
 */
export async function openSqlite(file: string): Promise<Sqlite | undefined> {
  const built = tryOpen(file);
  if (built) return built;
  buildProgram();
  return tryOpen(file) ?? (await openNodes(file));
}

function tryOpen(file: string): Sqlite | undefined {
  try {
    const Database = require('better-sqlite3') as typeof BetterSqlite;
    const database = new Database(file);
    return {
      name: 'better-sqlite3',
      exec: (sql) => database.exec(sql),
      prepare: (sql) => database.prepare<unknown[]>(sql),
      close: () => database.close(),
    };
  } catch {
    return undefined;
  }
}

function buildProgram(): void {
  const prefix = dirname(dirname(process.execPath));
  const hasHeaders = existsSync(join(prefix, 'include/node/node.h'));
  process.stdout.write('Building better-sqlite3, which takes a minute or two …\n');
  const built = spawnSync('npm', ['rebuild', 'better-sqlite3', '--ignore-scripts=false'], {
    encoding: 'utf8',
    timeout: 600_000,
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      // From source with this machine's headers: nothing is fetched.
      ...(hasHeaders ? { npm_config_build_from_source: 'true', npm_config_nodedir: prefix } : {}),
    },
  });
  if (built.status !== 0) process.stdout.write(`It could not be built:\n${built.stderr}\n`);
}

async function openNodes(file: string): Promise<Sqlite | undefined> {
  const module = 'node:sqlite'; // unknown to the types of Node 20
  try {
    const { DatabaseSync } = (await import(module)) as {
      DatabaseSync: new (path: string) => Omit<Sqlite, 'name'>;
    };
    const database = new DatabaseSync(file);
    return {
      name: 'node:sqlite',
      exec: (sql) => database.exec(sql),
      prepare: (sql) => database.prepare(sql),
      close: () => database.close(),
    };
  } catch {
    return undefined;
  }
}
