import type * as Electron from 'electron';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type Page } from 'playwright-core';
import { startStandIn } from './electronStandIn/start';
import { removeFolder } from './removeFolder';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface ElectronSettings {
  /** Kept between starts where a test gives one; else a fresh one that is removed at the end. */
  readonly profile?: string;
  /** The folder with package.json and dist/: the project, or what was taken out of a package. */
  readonly appFolder?: string;
  /** The system's folder of settings: the app chooses its profile in there by itself. */
  readonly configFolder?: string;
}

/** What the specs may ask of either engine. */
export interface ElectronApp {
  readonly profile: string;
  /** The page of the one window as it is now: after a crash it is another. */
  page(): Promise<Page>;
  /** Runs in the main process; the function stands alone and what it gives can be copied. */
  evaluate<Given, Value>(
    work: (electron: typeof Electron, given: Given) => Value | Promise<Value>,
    given: Given,
  ): Promise<Value>;
  /** The exit code of the main process once it has ended. */
  readonly exited: Promise<number | null>;
  /** Ends it at once, without a word to the app, and removes a profile made here. */
  end(): Promise<void>;
}

/** The binary to use instead of the stand-in: `npm run e2e:electron` sets it. */
const binary = process.env['COUNTYLINE_ELECTRON'];

/** The built app under Electron where a binary was named, else under the stand-in. */
export async function startElectron(settings: ElectronSettings = {}): Promise<ElectronApp> {
  const profile = settings.profile ?? mkdtempSync(join(tmpdir(), 'countyline-electron-'));
  const { configFolder } = settings;
  const launch: Launch = {
    appFolder: settings.appFolder ?? root,
    profile,
    args: configFolder === undefined ? [`--user-data-dir=${profile}`] : [],
    env:
      configFolder === undefined ? process.env : { ...process.env, XDG_CONFIG_HOME: configFolder },
  };
  const app = binary === undefined ? await startStandIn(launch) : await startBinary(binary, launch);
  return {
    ...app,
    profile,
    end: async () => {
      await app.end();
      if (settings.profile === undefined) await removeFolder(profile);
    },
  };
}

/** How the main program is to be started. */
export interface Launch {
  readonly appFolder: string;
  readonly profile: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

export type Started = Omit<ElectronApp, 'profile'>;

async function startBinary(executablePath: string, launch: Launch): Promise<Started> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium refuses it to root
  const app = await _electron.launch({
    executablePath,
    args: [...sandbox, launch.appFolder, ...launch.args],
    env: definedOf(launch.env),
  });
  const exited = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  return {
    page: async () => app.windows().at(-1) ?? (await app.firstWindow()),
    evaluate: (work, given) => app.evaluate(work as never, given), // the same call, typed by Playwright's own electron
    exited,
    end: async () => {
      app.process().kill('SIGKILL');
      await exited;
    },
  };
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
