import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellAddress, type Sheet, type Workbook } from '../../../../shared/exchange/workbook';
import { knownFiles, type KnownFile } from './corpusFacts';
import { ReaderWorker } from './readerWorker';

// Strangers' workbooks stand beside the project and never in it; where they are missing the tests
// are skipped and say so.
const corpus = fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));
const isHere = existsSync(corpus);
const files = isHere
  ? readdirSync(corpus, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((folder) =>
        readdirSync(join(corpus, folder.name)).map((file) => `${folder.name}/${file}`),
      )
  : [];

/** Far above what the largest takes (1.5 s), far below what a clerk calls hanging. */
const limitMs = 20_000;

let reader: ReaderWorker;
beforeAll(async () => {
  if (isHere) reader = await ReaderWorker.start();
}, 60_000);
afterAll(() => reader?.stop());

test.skipIf(!isHere)(
  'every file of the corpus is in its manifest, and its content is known',
  () => {
    const manifest = readFileSync(join(corpus, 'MANIFEST.md'), 'utf8');
    const listed = [...manifest.matchAll(/^\| (\d-[^|]+?) \|/gm)].map((match) => match[1]);
    expect(listed.length).toBeGreaterThan(80);
    expect([...files].sort()).toEqual([...listed].sort());
    expect([...files].sort()).toEqual(Object.keys(knownFiles).sort());
  },
);

describe.skipIf(!isHere)('workbooks that strangers made', () => {
  for (const file of files) {
    test(file, { timeout: 60_000 }, async () => {
      const answer = await reader.read(
        new Uint8Array(readFileSync(join(corpus, file))),
        file.replace(/^.*\//, ''),
        { limitMs },
      );
      expect(answer.type).toBe('read');
      if (answer.type !== 'read') return;
      const { result } = answer;
      const known = knownFiles[file];
      if (known?.refused === undefined) {
        expect(result.ok ? undefined : result.problem).toBeUndefined();
        if (result.ok && known) expectFacts(result.value, known);
      } else expect(result.ok ? 'read' : result.problem.tag).toBe(known.refused);
    });
  }
});

function expectFacts(workbook: Workbook, known: KnownFile): void {
  expect(workbook.dateSystem).toBe(known.dateSystem ?? 1900);
  expect(workbook.unreadSheets.map(({ name }) => name)).toEqual(known.unread ?? []);
  if (known.sheetCount !== undefined) expect(workbook.sheets.length).toBe(known.sheetCount);
  for (const expected of known.sheets ?? []) {
    const sheet = workbook.sheets.find(({ name }) => name === expected.sheet);
    expect(sheet?.name).toBe(expected.sheet);
    if (!sheet) continue;
    expect(sheet.hidden).toBe(expected.hidden ?? false);
    if (expected.filled !== undefined) expect(sheet.filledCells).toBe(expected.filled);
    if (expected.merges !== undefined) expect(sheet.merges.length).toBe(expected.merges);
    if (expected.hiddenRows !== undefined)
      expect(sheet.hiddenRows.length).toBe(expected.hiddenRows);
    if (expected.hiddenColumns !== undefined) {
      expect(sheet.hiddenColumns.length).toBe(expected.hiddenColumns);
    }
    for (const [address, value] of Object.entries(expected.cells ?? {})) {
      expect({ [address]: valueAt(sheet, address, Array.isArray(value)) }).toEqual({
        [address]: value,
      });
    }
  }
}

function valueAt(sheet: Sheet, address: string, withFormat: boolean) {
  for (const [index, row] of sheet.rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (cellAddress(column, sheet.rowNumbers[index] ?? 0) !== address) continue;
      switch (cell.type) {
        case 'blank':
          return undefined;
        case 'text':
          return cell.text;
        case 'number':
          return withFormat ? [cell.number, cell.format] : cell.number;
        case 'boolean':
          return cell.boolean;
        case 'error':
          return cell.code;
      }
    }
  }
  return undefined;
}
