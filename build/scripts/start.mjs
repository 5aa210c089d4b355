import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium } from './findChromium.mjs';
import { findElectron } from './findElectron.mjs';
import { root, run, vite } from './runStep.mjs';
import { servePages } from './servePages.mjs';

/**
 * Builds what is out of date and opens the app: Electron where its binary is there, else the browser
 * shell in its own window; without a display the app is served and its address printed.
 */
function stop(message) {
  console.error(message);
  process.exit(1);
}

function readOptions() {
  try {
    return parseArgs({
      options: { port: { type: 'string', default: '4173' }, sample: { type: 'boolean' } },
    }).values;
  } catch (problem) {
    return stop(`${problem.message}\nUse: npm start -- [--sample] [--port 4173]`);
  }
}

function newestIn(path) {
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

async function buildIfNeeded() {
  const page = join(root, 'dist/pages/index.html');
  const sources = ['electron', 'renderer', 'shared', 'build', 'package.json'];
  const changed = Math.max(...sources.map((name) => newestIn(join(root, name))));
  if (existsSync(page) && statSync(page).mtimeMs >= changed) return;
  try {
    mkdirSync(join(root, 'dist'), { recursive: true });
  } catch (problem) {
    stop(
      `The app cannot be built here: ${problem.message}. Free the folder for writing, or move it.`,
    );
  }
  console.log('Building the app …');
  const code = await run(vite, [
    'build',
    '--app',
    '--config',
    'build/vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  if (code !== 0) stop('The build failed; the lines above say where.');
}

const { port: portText, sample = false } = readOptions();
const port = Number(portText);
if (!Number.isInteger(port) || port < 0 || port > 65535)
  stop(`--port ${portText} is not a port: give a number from 1 to 65535.`);
await buildIfNeeded();

const hasDisplay =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const electron = hasDisplay ? findElectron() : undefined;

if (electron) {
  process.exitCode = await run(electron, [root, ...(sample ? ['--sample'] : [])]);
} else {
  let served;
  try {
    served = await servePages({ port, sample });
  } catch (problem) {
    stop(
      problem.code === 'EADDRINUSE'
        ? `Port ${port} is taken. Close the program that uses it, or choose another: npm start -- --port ${port + 1}`
        : `The app cannot be served: ${problem.message}`,
    );
  }
  if (!hasDisplay) {
    console.log(`No display. The app is at ${served.address} (Ctrl+C ends it).`);
  } else {
    console.log('No Electron binary here: opening the browser shell instead.');
    const browser = findChromium();
    if (!browser)
      stop(
        `No Chromium, Chrome or Edge found. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH.`,
      );
    const profile = join(homedir(), '.countyline', 'profile');
    mkdirSync(profile, { recursive: true });
    const child = spawn(
      browser,
      [
        `--app=${served.address}`,
        `--user-data-dir=${profile}`,
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
      { stdio: 'ignore' },
    );
    console.log(`The app is at ${served.address}`);
    child.on('close', () => process.exit(0));
  }
}
