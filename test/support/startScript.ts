import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ScriptSettings {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The project whose start script runs; this one unless a test has made its own. */
  readonly project?: string;
}

export interface RunningScript {
  /** Everything printed so far. */
  text(): string;
  /** Waits for a text to be printed; fails when the script ends without it. */
  printed(expected: RegExp): Promise<RegExpExecArray>;
  /** As Ctrl+C does, but to the script alone: what it started it has to end itself. */
  interrupt(): void;
  readonly ended: Promise<number | null>;
  /** Whether any process that the script started is still there. */
  isAnyoneLeft(): boolean;
}

/**
 * The real start script in a process group of its own, as `npm start` calls it: without a display
 * and with neither Electron nor a download, unless the test's environment says otherwise.
 */
export function startScript({
  args = [],
  env = {},
  project = root,
}: ScriptSettings): RunningScript {
  const child = spawn(process.execPath, [join(project, 'build/scripts/start.mjs'), ...args], {
    cwd: project,
    detached: true,
    env: {
      ...process.env,
      DISPLAY: undefined,
      WAYLAND_DISPLAY: undefined,
      COUNTYLINE_NO_DOWNLOAD: '1',
      ELECTRON_OVERRIDE_DIST_PATH: join(tmpdir(), 'no-electron-here'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let tell: () => void = () => undefined;
  const take = (bytes: Buffer) => {
    text += bytes.toString();
    tell();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  let hasEnded = false;
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => {
      hasEnded = true;
      tell();
      resolve(code);
    });
  });
  return {
    text: () => text,
    printed: (expected) =>
      new Promise((resolve, reject) => {
        tell = () => {
          const found = expected.exec(text);
          if (found) resolve(found);
          else if (hasEnded) reject(new Error(`${String(expected)} was not printed:\n${text}`));
        };
        tell();
      }),
    interrupt: () => child.kill('SIGINT'),
    ended,
    isAnyoneLeft: () => {
      try {
        process.kill(-(child.pid ?? 0), 0);
        return true;
      } catch {
        return false;
      }
    },
  };
}

export interface StubProgram {
  readonly path: string;
  readonly folder: string;
  /** Where it notes what it was called with. */
  readonly record: string;
}

/**
 * A program in place of a browser or Electron: notes its arguments, and what the address among them
 * answers; then ends with the exit code, or stays until it is told to end.
 */
export function makeStub(name: string, exitCode?: number): StubProgram {
  const folder = mkdtempSync(join(tmpdir(), 'countyline-stub-'));
  const path = join(folder, name);
  const record = join(folder, 'record.json');
  writeFileSync(
    path,
    `#!${process.execPath}
const { renameSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
const address = args.find((arg) => arg.startsWith('--app='))?.slice(6);
const note = (status) => {
  writeFileSync(${JSON.stringify(`${record}.part`)}, JSON.stringify({ args, status }));
  renameSync(${JSON.stringify(`${record}.part`)}, ${JSON.stringify(record)});
  ${exitCode === undefined ? 'setInterval(() => undefined, 1000);' : `process.exit(${exitCode});`}
};
if (address) fetch(address).then(({ status }) => note(status));
else note(0);
`,
  );
  chmodSync(path, 0o755);
  return { path, folder, record };
}
