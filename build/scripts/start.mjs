import { parseArgs } from 'node:util';
import { readyProfile } from './browserProfile.mjs';
import { buildIfStale } from './buildApp.mjs';
import { findChromium } from './findChromium.mjs';
import { findOrFetchElectron } from './findElectron.mjs';
import { root, run } from './runStep.mjs';
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
    const { port, sample } = parseArgs({
      options: { port: { type: 'string', default: '4173' }, sample: { type: 'boolean' } },
    }).values;
    if (!/^\d+$/.test(port) || Number(port) > 65535)
      throw new Error(`--port ${port} is not a port: give a number from 1 to 65535.`);
    return { port: Number(port), sample: sample ?? false };
  } catch (problem) {
    return stop(`${problem.message}\nUse: npm start -- [--sample] [--port 4173]`);
  }
}

async function serve(options) {
  try {
    return await servePages(options);
  } catch (problem) {
    return stop(
      problem.code === 'EADDRINUSE'
        ? `Port ${options.port} is taken: close the program that uses it. Another port works too (npm start -- --port ${options.port + 1}), but a browser keeps the data of each port apart.`
        : `The app cannot be served: ${problem.message}`,
    );
  }
}

function hasDisplay() {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Neither Chromium nor Electron starts its sandbox for root. */
const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

async function openElectron(binary, { sample }) {
  const code = await run(binary, [...rootFlags, root, ...(sample ? ['--sample'] : [])]);
  if (code !== 0) stop(`Electron ended with exit code ${code}.`);
}

async function openBrowser(browser, profile, options) {
  const { address, close } = await serve(options);
  console.log(`The app is at ${address}`);
  const code = await run(
    browser,
    [
      `--app=${address}`,
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...rootFlags,
    ],
    { stdio: 'ignore' },
  );
  await close();
  if (code !== 0)
    stop(
      `The browser ${browser} ended with exit code ${code}. Where it cannot reach the display, start without DISPLAY: the app is served then.`,
    );
}

async function serveOnly(options) {
  const { address, close } = await serve(options);
  console.log(`No display. The app is at ${address} (Ctrl+C ends it).`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void close());
}

async function build() {
  const problem = await buildIfStale();
  if (problem !== undefined) stop(problem);
}

const options = readOptions();
if (!hasDisplay()) {
  await build();
  await serveOnly(options);
} else {
  const electron = await findOrFetchElectron();
  if (electron) {
    await build();
    await openElectron(electron, options);
  } else {
    console.log('No Electron binary here: opening the browser shell instead.');
    const browser = findChromium();
    if (!browser)
      stop(
        'No Chromium, Chrome or Edge found. Install one (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
      );
    const { profile, problem } = readyProfile();
    if (problem !== undefined) stop(problem);
    await build();
    await openBrowser(browser, profile, options);
  }
}
