import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  'microsoft-edge',
];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
];

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function inPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name));
}

/** Path of a Chromium, Chrome or Edge on this machine, or undefined. CHROMIUM_PATH comes first. */
export function findChromium() {
  const candidates = [process.env.CHROMIUM_PATH, ...names.flatMap(inPath), ...fixedPlaces];
  return candidates.find((path) => path !== undefined && path !== '' && runs(path));
}

/**
 * For tests that need no window of the system: Chromium without any, where it is there, else
 * `findChromium`. The same engine and the same files, and it starts in a third of the processor time.
 */
export function findHeadlessChromium() {
  const shell = ['chromium-headless-shell', 'chrome-headless-shell'].flatMap(inPath).find(runs);
  return (process.env.CHROMIUM_PATH ? undefined : shell) ?? findChromium();
}

/** As `findChromium`, installing Debian's package when that is allowed here; undefined with a message else. */
export function findOrInstallChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && runs('/usr/bin/apt-get')) {
    console.log('No Chromium found: installing the Debian package chromium …');
    const settings = {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], settings);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], settings);
    const installed = findChromium();
    if (installed) return installed;
  }
  console.error(
    'No Chromium, Chrome or Edge was found. Install one (Debian: apt-get install chromium), ' +
      'or set CHROMIUM_PATH to its program file.',
  );
  return undefined;
}
