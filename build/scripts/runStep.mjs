import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const endings = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/**
 * Runs a command in the project's root and gives its exit code; output goes to the terminal. Asked to
 * end meanwhile, it ends the command first and then this process: nothing is left behind.
 */
export function run(command, args, settings = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...settings });
    let asked;
    const end = (signal) => {
      asked = signal;
      child.kill(signal);
    };
    const done = (code) => {
      for (const signal of Object.keys(endings)) process.off(signal, end);
      if (asked !== undefined) process.exit(endings[asked]);
      resolve(code);
    };
    for (const signal of Object.keys(endings)) process.once(signal, end);
    child.on('error', () => done(127));
    child.on('close', (code) => done(code ?? 1));
  });
}

const bin = (name) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

/** The checks that need no browser, in the order in which they find mistakes fastest. */
export const checks = [
  { name: 'types', command: bin('tsc'), args: ['--build'] },
  {
    name: 'lint',
    command: bin('eslint'),
    args: [
      ...['--config', 'build/eslint.config.js', '--max-warnings', '0'],
      ...['--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'],
    ],
  },
  {
    name: 'format',
    command: bin('prettier'),
    args: [
      ...['--config', 'build/prettier.json', '--check', '--log-level', 'warn'],
      ...['--cache', '--cache-location', 'node_modules/.cache/prettier/.prettier-cache', '.'],
    ],
  },
  { name: 'unused', command: bin('knip'), args: ['--config', 'build/knip.json'] },
];

/** Runs one check and prints how long it took; true when it passed. */
export async function passes({ name, command, args }) {
  const startedAt = Date.now();
  const code = await run(command, args);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  return code === 0;
}

export const vitest = bin('vitest');
export const vite = bin('vite');
