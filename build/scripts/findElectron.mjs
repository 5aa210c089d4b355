import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './runStep.mjs';

const programs = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** Path of Electron's program file, or undefined. ELECTRON_OVERRIDE_DIST_PATH comes first. */
export function findElectron() {
  const folder =
    process.env.ELECTRON_OVERRIDE_DIST_PATH || join(root, 'node_modules/electron/dist');
  const binary = join(folder, programs[process.platform] ?? 'electron');
  return existsSync(binary) ? binary : undefined;
}
