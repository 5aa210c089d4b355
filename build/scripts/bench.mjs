import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { root } from './runStep.mjs';

/**
 * `npm run bench -- NAME` runs test/bench/NAME.ts: its `run` measures, prints a table and ends in one
 * line per goal. Exits 0 when it could measure, whatever was reached.
 */
const folder = join(root, 'test/bench');
const [name = ''] = process.argv.slice(2);
const file = join(folder, `${name}.ts`);
if (!/^[a-z]+$/.test(name) || !existsSync(file)) {
  const known = readdirSync(folder).flatMap((entry) => /^([a-z]+)\.ts$/.exec(entry)?.[1] ?? []);
  console.error(`npm run bench -- NAME, where NAME is one of: ${known.join(', ')}`);
  process.exit(2);
}
// Open until the end: a measurement may import more while it runs.
const loader = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  const { run } = await loader.ssrLoadModule(file);
  await run();
} finally {
  await loader.close();
}
