import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findHumanEdits, type HumanEdits } from '../../../../shared/exchange/parcel/humanEdits';
import { recognise } from '../../../../shared/exchange/parcel/recognise';
import { openPayload } from '../../../../shared/exchange/parcel/sealParcel';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { definitionOf } from '../plan/memoryStore';
import { hazards, type Hazard } from './hazards';
import { basicWords, runBasic, soffice } from './libreOffice';
import { acquaintance, enrolled, onlyFile, permitsParcel, store } from './office';

const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import openpyxl'], { timeout: 60_000 }).status === 0,
);
const folder = mkdtempSync(join(tmpdir(), 'countyline-edited-'));
const sent = join(folder, 'sent.xlsx');
const locked = join(folder, 'locked.xlsx');
const password = '修武2022';
const permits = definitionOf('permits');
let rows: readonly Row[] = [];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const excel = 'Calc MS Excel 2007 XML';
const edited = (index: number) => join(folder, `edited${index}.xlsx`);
const quoted = (text: string) => `"${text}"`;

beforeAll(async () => {
  const parcel = await permitsParcel();
  rows = parcel.rows;
  writeFileSync(sent, onlyFile(parcel.files).bytes);
  writeFileSync(locked, onlyFile((await permitsParcel({ password })).files).bytes);
  if (soffice) editInLibreOffice();
  if (python) editInPython();
}, 400_000);

/** All edits in one process: starting it takes longer than thirty edits. */
function editInLibreOffice(): void {
  const subs = hazards.map(({ basic }, index) =>
    basic === undefined
      ? ''
      : `Sub Edit${index}
  On Error GoTo failed
  Dim doc As Object : doc = Opened(${quoted(sent)}, "")
  Dim s As Object : s = doc.Sheets.getByIndex(0)
  ${basic}
  Saved(doc, ${quoted(edited(index))}, ${quoted(excel)})
  Exit Sub
failed:
  doc.close(True)
End Sub`,
  );
  const calls = hazards.map(({ basic }, index) => (basic === undefined ? '' : `Edit${index}`));
  runBasic(
    folder,
    `${basicWords}
${subs.join('\n')}
Sub Main
  ${calls.join('\n  ')}
  Saved(Opened(${quoted(locked)}, ${quoted(password)}), ${quoted(join(folder, 'unlocked.xlsx'))}, ${quoted(excel)})
  Saved(Opened(${quoted(sent)}, ""), ${quoted(join(folder, 'saved.ods'))}, "calc8")
  StarDesktop.terminate()
End Sub`,
  );
}

function editInPython(): void {
  const blocks = hazards.map(({ python: code }, index) =>
    code === undefined
      ? ''
      : `w = openpyxl.load_workbook(${quoted(sent)})
s = w.worksheets[0]
col = lambda header: next(c.column for c in s[3] if c.value == header)
${code}
w.save(${quoted(edited(index))})`,
  );
  const script = join(folder, 'edits.py');
  writeFileSync(script, `import openpyxl\n${blocks.join('\n')}`);
  const { status, stderr } = spawnSync(python ?? '', [script], {
    encoding: 'utf8',
    timeout: 240_000,
  });
  if (status !== 0) throw new Error(stderr);
}

async function editsIn(file: string): Promise<HumanEdits> {
  const found = await recognise({
    bytes: new Uint8Array(readFileSync(file)),
    fileName: file,
    passwords: [],
    known: await acquaintance([await enrolled()]),
  });
  if (!found.ok || found.value.type !== 'exchange')
    throw new Error(JSON.stringify(found).slice(0, 200));
  expect(found.value.trust.state).toBe('enrolled');
  const payload = await openPayload(found.value.opened);
  const [snapshot] = payload.ok ? payload.value.shown : [];
  if (!snapshot) throw new Error('no snapshot');
  const { workbook, machineSheet } = found.value;
  return findHumanEdits(workbook, snapshot, permits, store.context, machineSheet);
}

function expectEdits(edits: HumanEdits, hazard: Hazard): void {
  const wanted = (hazard.cells ?? []).map(([row, field, after]) => ({
    row: rows[row]?.id,
    field,
    before: rows[row]?.values[field] ?? null,
    after,
  }));
  expect(
    edits.cells.map(({ row, field, before, after }) => ({ row, field, before, after })),
  ).toEqual(wanted);
  expect(edits.added.map(({ values }) => values)).toMatchObject(hazard.added ?? []);
  expect(edits.added).toHaveLength(hazard.added?.length ?? 0);
  expect(edits.missing).toEqual((hazard.missing ?? []).map((row) => rows[row]?.id));
  expect(edits.rejected.map(({ why }) => why.rule)).toEqual(hazard.rejected ?? []);
  expect(edits.notices.map(({ type }) => type)).toEqual(hazard.notices ?? []);
}

describe('Every change of a person is found, and nothing else', () => {
  for (const [index, hazard] of hazards.entries()) {
    const noProgram = hazard.basic === undefined ? !python : !soffice;
    test.skipIf(noProgram)(hazard.name, { timeout: 60_000 }, async () => {
      expect(existsSync(edited(index))).toBe(true);
      expectEdits(await editsIn(edited(index)), hazard);
    });
  }

  test.skipIf(!soffice)('存为 .ods', { timeout: 60_000 }, async () => {
    expectEdits(await editsIn(join(folder, 'saved.ods')), { name: '' });
  });

  test.skipIf(!soffice)('凭密码在 LibreOffice 中打开', { timeout: 60_000 }, async () => {
    expectEdits(await editsIn(join(folder, 'unlocked.xlsx')), { name: '' });
  });
});
