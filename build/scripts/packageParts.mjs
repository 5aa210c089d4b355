import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findElectron } from './findElectron.mjs';
import { root } from './runStep.mjs';

/** What electron-builder calls: `setting` names a copy of it, `programs` are looked for in PATH. */
export const sevenZip = {
  name: '7-Zip',
  setting: 'ELECTRON_BUILDER_7ZIP_PATH',
  programs: ['7za', '7zz', '7z', '7za.exe', '7z.exe'],
};
export const fpm = { name: 'fpm', setting: 'CUSTOM_FPM_PATH', programs: ['fpm'] };
export const nsis = { name: 'NSIS', setting: 'ELECTRON_BUILDER_NSIS_DIR', programs: [] };
export const nsisPlugins = {
  name: 'plugins of NSIS',
  setting: 'ELECTRON_BUILDER_NSIS_RESOURCES_DIR',
  programs: [],
};
export const appImageTools = {
  name: 'AppImage tools',
  setting: 'APPIMAGE_TOOLS_PATH',
  programs: [],
};

const description = readFileSync(join(root, 'package.json'), 'utf8');
export const electronVersion = JSON.parse(description).devDependencies.electron;

/** Path of a tool on this machine, or undefined. */
export function findTool({ setting, programs }) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const named = process.env[setting];
  const candidates = programs.flatMap((name) => folders.map((folder) => join(folder, name)));
  return (named ? [named] : candidates).find((path) => existsSync(path));
}

/**
 * The folder that has Electron for a platform and a processor, or undefined: a release's zip file in
 * ELECTRON_OVERRIDE_DIST_PATH, or the unpacked one that also runs here.
 */
export function findElectronFor(platform, arch) {
  const own = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (own && existsSync(join(own, `electron-v${electronVersion}-${platform}-${arch}.zip`)))
    return own;
  if (platform !== process.platform || arch !== process.arch || !findElectron()) return undefined;
  return own || join(root, 'node_modules/electron/dist');
}

/** True when the place answers from which Electron and the tools come: GitHub, or ELECTRON_MIRROR. */
export async function canFetchParts() {
  if (process.env.COUNTYLINE_NO_DOWNLOAD === '1') return false;
  const place = process.env.ELECTRON_MIRROR || 'https://github.com/electron/electron/releases/';
  try {
    await fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    return true;
  } catch {
    return false;
  }
}
