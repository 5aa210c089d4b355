import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, vite } from './runStep.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'build/vite.config.ts',
  'build/icons',
  'package-lock.json',
];
/** In the order in which they are written. */
const results = ['dist/pages/index.html', 'dist/main/main.js', 'dist/preload/preload.cjs'];

/** Builds the app where a source is newer than what was built of it. Gives what went wrong, or undefined. */
export async function buildIfStale() {
  const built = results.map((name) => join(root, name));
  const changedAt = Math.max(...sources.map((name) => newestIn(join(root, name))));
  if (built.every((path) => existsSync(path) && statSync(path).mtimeMs >= changedAt))
    return undefined;
  const folder = join(root, 'dist');
  try {
    // not recursive: that says of a read-only disk that the folder is missing
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) mkdirSync(folder);
    accessSync(folder, constants.W_OK);
  } catch (problem) {
    return `The app cannot be built here: ${problem.message}. Make ${folder} a folder that can be written to.`;
  }
  console.log('Building the app …');
  const settings = ['--config', 'build/vite.config.ts', '--logLevel', 'error'];
  const code = await run(vite, ['build', '--app', ...settings]);
  return code === 0 ? undefined : 'The build failed; the lines above say where.';
}

function newestIn(path) {
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
