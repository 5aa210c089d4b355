import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { ledgers } from '../shared/ledgers/registry';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');
/** First cells of the table rows that name something in code letters. */
const named = [...readme.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name = '']) => name);

function foldersIn(parent: string): readonly string[] {
  return readdirSync(`${root}${parent}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${parent}/${name}`);
}

it('names every folder there is, and no other', () => {
  const split = ['shared', 'renderer'];
  const whole = ['electron', 'test', 'build'];
  expect(named.filter((name) => /^(shared|renderer|electron|test|build)/.test(name))).toEqual(
    expect.arrayContaining([...split.flatMap(foldersIn), ...whole]),
  );
  for (const name of named.filter((one) => one.includes('/')))
    expect(existsSync(root + name), name).toBe(true);
});

it('does not promise more ledgers than there are', () => {
  expect(readme).toContain('**Ledgers.** Over forty,');
  expect(ledgers.length).toBeGreaterThan(40);
});

it('lists every bench', () => {
  const benches = readdirSync(`${root}test/bench`).flatMap(
    (file) => /^(\w+)\.ts$/.exec(file)?.[1] ?? [],
  );
  const runnable = benches.filter((name) =>
    /export async function run\(/.test(readFileSync(`${root}test/bench/${name}.ts`, 'utf8')),
  );
  for (const name of runnable) expect(named).toContain(name);
});

it('shows pictures that exist, and commands that exist', () => {
  for (const [, picture = ''] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
    expect(existsSync(root + picture), picture).toBe(true);
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  for (const [, name = ''] of readme.matchAll(/npm run ([\w:]+)/g))
    expect(scripts).toHaveProperty([name]);
});
