import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../../../shared/fields/codec';
import { readOurselves, readWithSheetJsOnly } from './bothReaders';

// Two readers that share no code must agree cell by cell on the files of strangers.
const corpus = fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));
const isHere = existsSync(corpus);
const packages = isHere
  ? ['1-chinese', '2-dates', '3-structure', '4-formats', '6-hostile'].flatMap((under) =>
      readdirSync(join(corpus, under))
        .filter((file) => /\.xls[xm]$/.test(file))
        .map((file) => `${under}/${file}`),
    )
  : [];

/** Left to SheetJS, and why. */
const declined: Readonly<Record<string, string>> = {
  '2-dates/calamine__date_iso.xlsx': 'a cell of another kind', // dates as text
};

describe.skipIf(!isHere)('on the files of strangers', { timeout: 120_000 }, () => {
  test('our reader declines only what is named here', () => {
    const found = packages.flatMap((file) => {
      const ours = readOurselves(new Uint8Array(readFileSync(join(corpus, file))));
      return !ours.ok && ours.problem.tag === 'declined' ? [[file, ours.problem.why]] : [];
    });
    expect(Object.fromEntries(found)).toEqual(declined);
  });

  // SheetJS takes minutes to show a shared string of a megabyte twelve thousand times.
  const compared = packages.filter((file) => !declined[file] && !/poc-shared-strings/.test(file));
  test.each(compared)('%s reads the same in both', (file) => {
    const bytes = new Uint8Array(readFileSync(join(corpus, file)));
    const theirs = readWithSheetJsOnly(bytes);
    for (const chunkBytes of [Infinity, 4_099]) {
      const ours = readOurselves(bytes, chunkBytes);
      if (ours.ok && theirs.ok) {
        expect(ours.value.sheets.length).toBe(theirs.value.sheets.length);
        for (const [index, sheet] of ours.value.sheets.entries()) {
          const { rows, ...rest } = sheet;
          const { rows: others, ...facts } = theirs.value.sheets[index] ?? { rows: [] };
          expect(rest).toEqual(facts);
          // A hundred thousand rows compared at once would be printed at once.
          expect(rows.findIndex((row, at) => !isSameRow(row, others[at] ?? []))).toBe(-1);
        }
        expect({ ...ours.value, sheets: [], kind: '' }).toEqual({
          ...theirs.value,
          sheets: [],
          kind: '',
        });
      } else expect(ours.ok ? 'read' : ours.problem).toEqual(theirs.ok ? 'read' : theirs.problem);
    }
  });
});

function isSameRow(left: readonly RawCell[], right: readonly RawCell[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
