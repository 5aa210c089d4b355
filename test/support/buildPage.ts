import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type PluginOption } from 'vite';

const built = new Map<string, Promise<string>>();

/** The page that shows the store to tests. */
export const storePage = fileURLToPath(new URL('./storePage', import.meta.url));
/** The page that shows the browser shell's files to tests. */
export const shellPage = fileURLToPath(new URL('./shellPage', import.meta.url));
/** The app's own page, to be built with something changed. */
export const appPage = fileURLToPath(new URL('../../renderer', import.meta.url));

/**
 * Builds a page for tests, as the app is built but outside the product's own pages; once per
 * process. Gives the folder, which is removed when the process ends.
 */
export function buildPage(root: string, plugins: () => PluginOption[] = () => []): Promise<string> {
  const known = built.get(root);
  if (known) return known;
  const building = buildInto(root, plugins, mkdtempSync(join(tmpdir(), 'countyline-page-')));
  built.set(root, building);
  return building;
}

async function buildInto(
  root: string,
  plugins: () => PluginOption[],
  folder: string,
): Promise<string> {
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    plugins: plugins(),
    worker: { format: 'es', plugins },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome140',
      chunkSizeWarningLimit: 4000,
    },
  });
  return folder;
}
