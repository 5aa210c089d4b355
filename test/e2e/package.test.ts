import { extractAll } from '@electron/asar';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startElectron } from '../support/electronApp';
import { makeEvent, unlock } from '../support/openEvent';
import { removeFolder } from '../support/removeFolder';
import { fuseMark, writeStubElectron } from '../support/stubElectron';

const root = process.cwd();
let folder: string;
let output: string;
let said: string;
let unpacked: string;
let archive: string;

/** Takes fpm's place: notes what it was called with and keeps the menu entry, which is temporary. */
const noteCall = `#!${process.execPath}
const { copyFileSync, writeFileSync } = require('node:fs');
const call = process.argv.slice(2);
writeFileSync(__dirname + '/call.json', JSON.stringify(call));
writeFileSync(call[call.indexOf('--package') + 1], 'a deb');
copyFileSync(call.find((part) => part.endsWith('.desktop')).split('=')[0], __dirname + '/entry.desktop');
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'countyline-package-'));
  output = join(folder, 'packages');
  writeStubElectron(join(folder, 'electron'));
  writeFileSync(join(folder, 'fpm.cjs'), noteCall, { mode: 0o755 });
  const made = spawnSync(
    process.execPath,
    [join(root, 'build/scripts/package.mjs'), '--output', output],
    {
      encoding: 'utf8',
      timeout: 100_000,
      env: {
        ...process.env,
        COUNTYLINE_NO_DOWNLOAD: '1',
        CUSTOM_FPM_PATH: join(folder, 'fpm.cjs'),
        ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'electron'),
      },
    },
  );
  said = made.stdout;
  expect(made.status, made.stdout + made.stderr).toBe(0);
  const [name = ''] = readdirSync(output).filter((entry) => entry.endsWith('unpacked'));
  unpacked = join(output, name);
  archive = join(unpacked, 'resources/app.asar');
});
afterAll(() => removeFolder(folder));

it('makes what this machine can make, and says of each other package what is missing', () => {
  const other = process.arch === 'x64' ? 'arm64' : 'x64';
  const lines = said.split('\n').filter((line) => /^(made|not here|FAILED) /.test(line));
  expect(lines).toHaveLength(10);
  const about = (name: string) => lines.find((line) => line.includes(` ${name}: `));
  expect(about(`deb linux-${process.arch}`)).toMatch(/^made .*: countyline-.*\.deb$/);
  expect(about(`deb linux-${other}`)).toMatch(/^not here .*: no Electron [\d.]+ for linux-/);
  expect(about(`AppImage linux-${process.arch}`)).toMatch(/: no AppImage tools \(\w+\)$/);
  expect(about(`tar.gz linux-${process.arch}`)).toMatch(
    /^made .*\.tar\.gz$|^not here .*: no 7-Zip \(\w+\)$/, // some machines have it
  );
  expect(about('nsis win32-x64')).toMatch(/no Electron [\d.]+ for win32-x64, no NSIS /);
  expect(about('dmg darwin-arm64')).toMatch(/: made on macOS only$/);
});

it('has in its archive what runs and nothing else', () => {
  const app = join(folder, 'listed');
  extractAll(archive, app);
  const files = readdirSync(app, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(app.length));
  const assets = files.filter((name) => name.startsWith('/dist/pages/assets/'));
  expect(files.filter((name) => !assets.includes(name)).toSorted()).toEqual([
    '/dist/main/main.js',
    '/dist/main/pageFiles.js',
    '/dist/pages/index.html',
    '/dist/preload/preload.cjs',
    '/package.json',
  ]);

  const texts = new Map(files.map((name) => [name, readFileSync(join(app, name), 'utf8')]));
  for (const asset of assets) {
    const users = [...texts].filter(
      ([name, text]) => name !== asset && text.includes(basename(asset)),
    );
    expect(users.length, `${asset} is used by another file`).toBeGreaterThan(0);
  }
  for (const [name, text] of texts) {
    expect(text.includes('sourceMappingURL'), `${name} names no source map`).toBe(false);
    expect(text.includes(root), `${name} names no folder of the machine it was built on`).toBe(
      false,
    );
  }
  const description: unknown = JSON.parse(texts.get('/package.json') ?? '');
  expect(description).toMatchObject({
    main: 'dist/main/main.js',
    desktopName: 'countyline.desktop',
  });
  expect(description).not.toHaveProperty('scripts');
  expect(description).not.toHaveProperty('devDependencies');
});

it('runs: main, preload and pages out of the archive make an event and open it again', async () => {
  const appFolder = join(folder, 'app');
  const profile = join(folder, 'profile');
  extractAll(archive, appFolder);
  const first = await startElectron({ appFolder, profile });
  try {
    await makeEvent(await first.page(), '包内试运行');
    await first.evaluate(({ app }) => app.quit(), undefined);
    expect(await first.exited).toBe(0);
  } finally {
    await first.end();
  }
  const second = await startElectron({ appFolder, profile });
  try {
    const page = await second.page();
    await page.getByText('包内试运行').first().waitFor();
    await unlock(page);
    await page.getByRole('navigation').waitFor();
  } finally {
    await second.end();
  }
});

it('lets nobody run the program as Node, nor from anything but its archive', () => {
  const program = readFileSync(join(unpacked, 'countyline'), 'latin1');
  const start = program.indexOf(fuseMark) + fuseMark.length + 2;
  const names = ['runAsNode', 'cookies', 'nodeOptions', 'inspect', 'integrity', 'onlyAsar'];
  const fuses = [...names, 'snapshot', 'fileProtocol'].map((name, at) => [
    name,
    program[start + at],
  ]);
  expect(Object.fromEntries(fuses)).toEqual({
    runAsNode: '0',
    cookies: '1',
    nodeOptions: '0',
    inspect: '0',
    integrity: '1',
    onlyAsar: '1',
    snapshot: '0',
    fileProtocol: '0',
  });
});

it('brings the two languages of the app and both licences along, and no demonstration', () => {
  expect(readdirSync(join(unpacked, 'resources')).toSorted()).toEqual([
    'app.asar',
    'apparmor-profile',
  ]);
  expect(readdirSync(join(unpacked, 'locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak']);
  expect(readFileSync(join(unpacked, 'LICENSE.electron.txt'), 'utf8')).toBe('of Electron');
  expect(readFileSync(join(unpacked, 'LICENSE.txt'), 'utf8')).toContain('Apache License');
});

it('is in the menu of a Chinese and of an English desktop, with its own icon', () => {
  const entry = readFileSync(join(folder, 'entry.desktop'), 'utf8').split('\n');
  expect(entry).toEqual(
    expect.arrayContaining([
      'Name=Countyline',
      'Name[zh_CN]=县域防控台账',
      'Icon=countyline',
      'StartupWMClass=countyline',
      'Categories=Office;',
    ]),
  );
  const call = JSON.parse(readFileSync(join(folder, 'call.json'), 'utf8')) as readonly string[];
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
    expect(call).toContain(
      `${join(root, `build/icons/linux/${size}x${size}.png`)}=/usr/share/icons/hicolor/${size}x${size}/apps/countyline.png`,
    );
  expect(call.some((part) => part.endsWith('=/usr/share/applications/countyline.desktop'))).toBe(
    true,
  );
});
