import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

let built: Promise<string> | undefined;

/**
 * The folder of the page that shows the store to tests; built once per process, outside the
 * product's own pages, and removed when the process ends.
 */
export function buildStorePage(): Promise<string> {
  built ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'countyline-store-page-'));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    await build({
      configFile: false,
      root: fileURLToPath(new URL('./storePage', import.meta.url)),
      base: './',
      logLevel: 'error',
      worker: { format: 'es' },
      build: { outDir: folder, emptyOutDir: true, target: 'chrome140' },
    });
    return folder;
  })();
  return built;
}
