import type * as Electron from 'electron';
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import type { Launch, Started } from '../electronApp';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

let bundled: Promise<string> | undefined;

/** The stand-in for plain Node, which on version 20 reads no TypeScript. */
async function bundle(): Promise<string> {
  // a folder of its own: files run side by side, and a build empties the folder before it fills it
  const folder = join(root, 'node_modules/.cache/electron-stand-in', String(process.pid));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(here, 'electron.ts'),
      outDir: folder,
      minify: false,
      rollupOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  });
  return pathToFileURL(join(folder, 'electron.mjs')).href;
}

/** The built main program in a Node process of its own, with the stand-in as its `electron`. */
export async function startStandIn({ appFolder, profile, args, env }: Launch): Promise<Started> {
  bundled ??= bundle();
  const child = fork(join(appFolder, 'dist/main/main.js'), [...args], {
    cwd: appFolder,
    execArgv: ['--import', pathToFileURL(join(here, 'boot.mjs')).href],
    env: { ...env, ELECTRON_STAND_IN: await bundled, ELECTRON_STAND_IN_APP: appFolder },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let gone = false;
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      gone = true;
      resolve(code);
    });
  });
  let browser: Browser | undefined;
  return {
    page: async () => {
      browser ??= await connect(join(profile, 'browser'), () => gone);
      return shownPage(browser, () => gone);
    },
    evaluate: evaluateIn(child),
    exited,
    end: async () => {
      child.kill('SIGKILL');
      await exited;
      await endChromium(join(profile, 'browser'), browser);
    },
  };
}

/** Chromium writes down the port its debugger listens on. */
async function connect(profile: string, isGone: () => boolean): Promise<Browser> {
  for (;;) {
    if (isGone()) throw new Error('The main process ended before it opened a window');
    try {
      const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch {
      await pause(50); // not there yet, or from an earlier run
    }
  }
}

/** Chromium outlives the process that started it; its lock on the profile says which one it is. */
async function endChromium(profile: string, browser: Browser | undefined): Promise<void> {
  const closed =
    browser?.isConnected() === true
      ? new Promise((resolve) => browser.once('disconnected', resolve))
      : undefined;
  try {
    const pid = readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1);
    process.kill(Number(pid), 'SIGKILL');
  } catch {
    // It ended by itself, and took its lock along.
  }
  await closed;
}

async function shownPage(browser: Browser, isGone: () => boolean): Promise<Page> {
  for (;;) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.findLast((one) => one.url().startsWith('http://countyline/'));
    if (page) return page;
    if (isGone()) throw new Error('The main process ended before it showed its page');
    await pause(50);
  }
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly problem?: string;
}

function evaluateIn(child: ChildProcess): Started['evaluate'] {
  let next = 1;
  return <Given, Value>(
    work: (electron: typeof Electron, given: Given) => Value | Promise<Value>,
    given: Given,
  ) =>
    new Promise<Value>((resolve, reject) => {
      const id = next++;
      const heard = (answer: Answer) => {
        if (answer.id !== id) return;
        child.off('message', heard);
        if (answer.problem === undefined)
          resolve(answer.value as Value); // what `work` gives, copied
        else reject(new Error(answer.problem));
      };
      child.on('message', heard);
      child.send({ id, source: work.toString(), given });
    });
}
