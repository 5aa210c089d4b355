import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  makeStub,
  startScript,
  type ScriptSettings,
  type StubProgram,
} from '../support/startScript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const freePort = ['--port', '0'];

/** What a start that fails has printed; it must end by itself, and with an exit code that says so. */
async function failure(settings: ScriptSettings): Promise<string> {
  const script = startScript(settings);
  expect(await script.ended, script.text()).not.toBe(0);
  expect(script.isAnyoneLeft()).toBe(false);
  return script.text();
}

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'countyline-home-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Builds where something changed since, so that no start below has to. */
beforeAll(async () => {
  const script = startScript({ args: freePort });
  await script.printed(/The app is at/);
  script.interrupt();
  await script.ended;
});

it('serves the app and prints its address where there is no display, until Ctrl+C', async () => {
  const script = startScript({ args: ['--sample', ...freePort] });
  const [, address = ''] = await script.printed(
    /^No display\. The app is at (http:\/\/127\.0\.0\.1:\d+\/) \(Ctrl\+C ends it\)\.$/m,
  );
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<div id="root"');
  const info: unknown = await (await fetch(`${address}app-info.json`)).json();
  expect(info).toMatchObject({ sample: true });
  script.interrupt();
  expect(await script.ended).toBe(0);
  expect(script.isAnyoneLeft()).toBe(false);
  await expect(fetch(address)).rejects.toThrow();
});

it.each([
  [['--port', 'http'], '--port http is not a port'],
  [['--port', '70000'], '--port 70000 is not a port'],
  [['--what'], "Unknown option '--what'"],
])('says how it is called when asked with %j', async (args, said) => {
  const text = await failure({ args });
  expect(text).toContain(said);
  expect(text).toContain('Use: npm start -- [--sample] [--port 4173]');
});

it('says that the port is taken, and by what the data is kept apart', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as AddressInfo; // listens on a port, not on a pipe
  const text = await failure({ args: ['--port', String(port)] });
  taken.close();
  expect(text).toContain(`Port ${port} is taken: close the program that uses it.`);
  expect(text).toContain('keeps the data of each port apart');
});

describe('where the built app cannot be written', () => {
  let project: string;
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'countyline-project-'));
    cpSync(join(root, 'build/scripts'), join(project, 'build/scripts'), { recursive: true });
    cpSync(join(root, 'build/vite.config.ts'), join(project, 'build/vite.config.ts'));
    writeFileSync(join(project, 'package-lock.json'), '{}');
    for (const name of ['electron', 'renderer', 'shared', 'build/icons'])
      mkdirSync(join(project, name));
  });
  afterEach(() => rmSync(project, { recursive: true, force: true }));

  it('says where, and does not try', async () => {
    writeFileSync(join(project, 'dist'), 'in the way');
    const text = await failure({ project });
    expect(text).toContain('The app cannot be built here: EEXIST');
    expect(text).toContain(`Make ${join(project, 'dist')} a folder that can be written to.`);
    expect(text).not.toContain('Building the app');
  });

  it('says that the build failed where its program does', async () => {
    expect(await failure({ project })).toContain('The build failed; the lines above say where.');
  });
});

describe('with a display but no Electron', () => {
  let browser: StubProgram;
  beforeEach(() => {
    browser = makeStub('chromium');
  });
  afterEach(() => rmSync(browser.folder, { recursive: true, force: true }));

  const display = (more: Readonly<Record<string, string>> = {}) => ({
    DISPLAY: ':99',
    HOME: home,
    CHROMIUM_PATH: browser.path,
    ...more,
  });
  const profile = () => join(home, '.countyline/profile');

  async function called(): Promise<{ readonly args: readonly string[]; readonly status: number }> {
    await vi.waitUntil(() => existsSync(browser.record), { timeout: 60_000, interval: 50 });
    return JSON.parse(readFileSync(browser.record, 'utf8')) as Awaited<ReturnType<typeof called>>;
  }

  it('says so in one line and opens the browser shell; Ctrl+C ends both', async () => {
    const script = startScript({ args: freePort, env: display() });
    const { args, status } = await called();
    expect(script.text().match(/Electron/g)).toHaveLength(1);
    expect(script.text()).toContain(
      'No Electron binary here: opening the browser shell instead.\n',
    );
    const [, address = ''] = await script.printed(/The app is at (http:\S+)/);
    expect(args).toContain(`--app=${address}`);
    expect(args).toContain(`--user-data-dir=${profile()}`);
    expect(args.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
    expect(status).toBe(200);
    script.interrupt();
    await script.ended;
    await vi.waitUntil(() => !script.isAnyoneLeft(), { timeout: 10_000 });
    await expect(fetch(address)).rejects.toThrow();
  });

  it('ends when the window is closed', async () => {
    browser = makeStub('chromium', 0);
    const script = startScript({ args: freePort, env: display() });
    expect(await script.ended).toBe(0);
    expect(script.isAnyoneLeft()).toBe(false);
  });

  it('says that the browser failed', async () => {
    browser = makeStub('chromium', 7);
    expect(await failure({ args: freePort, env: display() })).toContain(
      `The browser ${browser.path} ended with exit code 7.`,
    );
  });

  it('says what to install where there is no browser either', async () => {
    const text = await failure({ env: display({ CHROMIUM_PATH: '', PATH: home }) });
    expect(text).toContain('No Chromium, Chrome or Edge found.');
    expect(text).toContain('apt-get install chromium');
  });

  it('says that the profile cannot be written', async () => {
    writeFileSync(join(home, '.countyline'), 'in the way');
    const text = await failure({ args: freePort, env: display() });
    expect(text).toContain('The browser profile cannot be written:');
    expect(text).toContain(profile());
    expect(existsSync(browser.record)).toBe(false);
  });

  it('says that a browser has the profile open', async () => {
    mkdirSync(profile(), { recursive: true });
    symlinkSync(`${hostname()}-${process.pid}`, join(profile(), 'SingletonLock'));
    const text = await failure({ args: freePort, env: display() });
    expect(text).toContain(`is in use by process ${process.pid}. Close that window`);
    expect(existsSync(browser.record)).toBe(false);
  });

  it('takes no notice of what a browser that crashed has left in the profile', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    mkdirSync(profile(), { recursive: true });
    symlinkSync(`${hostname()}-${pid}`, join(profile(), 'SingletonLock'));
    const script = startScript({ args: freePort, env: display() });
    expect((await called()).status).toBe(200);
    script.interrupt();
    await script.ended;
  });
});

it.each([
  [0, 0],
  [9, 1],
])('opens Electron where its binary is; its exit code %i gives %i', async (given, expected) => {
  const electron = makeStub('electron', given);
  const env = { DISPLAY: ':99', HOME: home, ELECTRON_OVERRIDE_DIST_PATH: electron.folder };
  const script = startScript({ args: ['--sample'], env });
  expect(await script.ended).toBe(expected);
  const { args } = JSON.parse(readFileSync(electron.record, 'utf8')) as { readonly args: unknown };
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  expect(args).toEqual([...flags, root, '--sample']);
  expect(script.isAnyoneLeft()).toBe(false);
  rmSync(electron.folder, { recursive: true, force: true });
});
