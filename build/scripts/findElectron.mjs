import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './runStep.mjs';

const programs = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
const packageFolder = join(root, 'node_modules/electron');
const fetchLimitMs = 60_000;

/** Path of Electron's program file, or undefined. ELECTRON_OVERRIDE_DIST_PATH comes first. */
export function findElectron() {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  // Written last of all: without it the package was not unpacked to its end.
  if (!own && !existsSync(join(packageFolder, 'path.txt'))) return undefined;
  const binary = join(own || join(packageFolder, 'dist'), programs[process.platform] ?? 'electron');
  return existsSync(binary) ? binary : undefined;
}

/**
 * The same, letting Electron's package fetch its binary where there is none, for a minute at most.
 * Not when a folder was named, nor with COUNTYLINE_NO_DOWNLOAD=1.
 */
export async function findOrFetchElectron() {
  const found = findElectron();
  const script = join(packageFolder, 'install.js');
  if (found || process.env.ELECTRON_OVERRIDE_DIST_PATH || !existsSync(script)) return found;
  if (process.env.COUNTYLINE_NO_DOWNLOAD === '1') return undefined;
  console.log('Fetching the Electron binary, for a minute at most …');
  await run(process.execPath, [script], {
    stdio: 'ignore',
    timeout: fetchLimitMs,
    killSignal: 'SIGKILL',
  });
  return findElectron();
}
