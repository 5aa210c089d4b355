import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stands before the fuses in Electron's program file; then come their version, their number and one byte each. */
export const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/**
 * A folder laid out like Electron's for Linux, as far as packing looks at it. Its program runs
 * nothing; its fuses lie as Electron ships them ("0" off, "1" on).
 */
export function writeStubElectron(folder: string): void {
  for (const name of ['locales', 'resources']) mkdirSync(join(folder, name), { recursive: true });
  for (const language of ['zh-CN', 'en-US', 'fr'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), language);
  writeFileSync(join(folder, 'LICENSE'), 'of Electron');
  writeFileSync(join(folder, 'resources/default_app.asar'), 'a demonstration');
  const program = `a program${fuseMark}\x01\x09101100011and the rest`;
  writeFileSync(join(folder, 'electron'), program, { encoding: 'latin1', mode: 0o755 });
}
