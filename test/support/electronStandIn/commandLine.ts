import { homedir } from 'node:os';
import { join } from 'node:path';

/** `--name` and `--name=value` after the program. */
export const switches = new Map(
  process.argv.flatMap((argument) => {
    const [, name, value] = /^--([^=]+)=?(.*)$/.exec(argument) ?? [];
    return name === undefined ? [] : [[name, value ?? ''] as const];
  }),
);

const appData = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');

/** Electron's own places, until the app sets them. */
export const paths = new Map([
  ['appData', appData],
  ['userData', switches.get('user-data-dir') ?? join(appData, 'named-after-the-product')],
]);

export function pathOf(name: string): string {
  const path = paths.get(name);
  if (path === undefined) throw new Error(`The stand-in has no path ${name}`);
  return path;
}
