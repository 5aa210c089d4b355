import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proposeMapping } from '../../../../shared/exchange/recognise/mapping';
import { pickSheet } from '../plan/pickSheet';
import { planImport } from '../../../../shared/exchange/plan/planImport';
import {
  writeLedgerWorkbook,
  writeTemplate,
} from '../../../../shared/exchange/write/writeLedgerWorkbook';
import { writeProblems } from '../../../../shared/exchange/write/writeProblems';
import { ledgers } from '../../../../shared/ledgers/registry';
import { countingIds, definitionOf, MemoryStore } from '../plan/memoryStore';
import { opened, planFile } from '../plan/planFile';
import { sheetOf } from '../plan/sheetOf';

// LibreOffice and openpyxl stand for the spreadsheet programs of the officials.
const soffice = ['soffice', 'libreoffice'].find(
  (program) => spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0,
);
const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import openpyxl'], { timeout: 20_000 }).status === 0,
);

const store = MemoryStore.sample();
const permits = definitionOf('permits');
const folder = mkdtempSync(join(tmpdir(), 'countyline-strangers-'));
const exportedFile = join(folder, 'permits.xlsx');
const templateFile = join(folder, 'template.xlsx');
const problemsFile = join(folder, 'problems.xlsx');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const { describeReference } = store.context;
  const written = await writeLedgerWorkbook({
    definition: permits,
    rows: store.all('permits'),
    language: 'zh',
    title: '通行证',
    referenceNames: (ledger) => store.all(ledger).map((row) => String(row.values['name'])),
    ...(describeReference ? { describeReference } : {}),
  });
  const template = await writeTemplate(permits, { language: 'zh', title: '通行证模板' });
  if (!written.ok || !template.ok) throw new Error('not written');
  writeFileSync(exportedFile, written.value);
  writeFileSync(templateFile, template.value);
  const header = ['通行证编号', '车牌号码', '有效期起'];
  const sheet = sheetOf([header, ['410821000001', '豫H12345', '2022-02-30']]);
  const picked = pickSheet(
    { kind: 'xlsx', sheets: [sheet], unreadSheets: [], dateSystem: 1900 },
    permits,
  );
  if (!picked) throw new Error('no header');
  const plan = await planImport({
    ...picked,
    mapping: proposeMapping(header, permits),
    definition: permits,
    context: {},
    lookup: store,
    newId: countingIds(),
  });
  if (!plan.ok) throw new Error(plan.problem.tag);
  const bytes = await writeProblems({
    ...picked,
    plan: plan.value,
    language: 'zh',
    describe: ({ rule, address }) => `${address}: ${rule}`,
  });
  writeFileSync(problemsFile, bytes);
}, 120_000);

function convert(files: readonly string[], to: string, out: string): readonly string[] {
  const { status, stderr } = spawnSync(
    soffice ?? '',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      join(folder, out),
      ...files,
    ],
    { encoding: 'utf8', timeout: 200_000 },
  );
  if (status !== 0) throw new Error(stderr);
  const extension = to.replace(/:.*$/, '');
  return files.map((file) =>
    join(folder, out, file.replace(/^.*\//, '').replace(/xlsx$/, extension)),
  );
}

function convertOne(file: string, to: string, out: string): string {
  return convert([file], to, out)[0] ?? '';
}

describe.skipIf(!soffice)('LibreOffice', () => {
  test(
    'saves our workbook anew and every row comes back unchanged',
    { timeout: 120_000 },
    async () => {
      const saved = readFileSync(convertOne(exportedFile, 'xlsx', 'anew'));
      const plan = await planFile(new Uint8Array(saved), permits, store);
      expect(plan.rejected.slice(0, 2)).toEqual([]);
      expect(plan.updates.slice(0, 2)).toEqual([]);
      expect(plan.unchanged.length).toBe(store.all('permits').length);
    },
  );

  test.each(['xls', 'ods'])(
    'saves it as .%s and every row comes back unchanged',
    { timeout: 120_000 },
    async (format) => {
      const saved = readFileSync(convertOne(exportedFile, format, 'as'));
      const plan = await planFile(new Uint8Array(saved), permits, store);
      expect(plan.rejected.slice(0, 2)).toEqual([]);
      expect(plan.updates.slice(0, 2)).toEqual([]);
      expect(plan.unchanged.length).toBe(store.all('permits').length);
    },
  );

  test(
    'opens the blank template of every ledger with its header',
    { timeout: 300_000 },
    async () => {
      const templates = join(folder, 'templates');
      mkdirSync(templates);
      for (const definition of ledgers) {
        const written = await writeTemplate(definition, {
          language: 'zh',
          title: definition.title.zh,
        });
        if (!written.ok) throw new Error(written.problem.tag);
        writeFileSync(join(templates, `${definition.id}.xlsx`), written.value);
      }
      const files = ledgers.map(({ id }) => join(templates, `${id}.xlsx`));
      convert(files, 'csv:Text - txt - csv (StarCalc):44,34,76', 'blank');
      for (const { id } of ledgers) {
        const csv = readFileSync(join(folder, 'blank', `${id}.csv`), 'utf8');
        expect([id, /\*.*记录编号/.test(csv)]).toEqual([id, true]);
      }
    },
  );

  test('shows what we meant: its CSV reads like the ledger', { timeout: 120_000 }, () => {
    const csv = opened(
      new Uint8Array(
        readFileSync(convertOne(exportedFile, 'csv:Text - txt - csv (StarCalc):44,34,76', 'csv')),
      ),
      'permits.csv',
    );
    const [row] = store.all('permits');
    const shown = csv.sheets[0]?.rows[3]?.map((cell) => (cell.type === 'text' ? cell.text : ''));
    expect(shown).toContain(row?.values['driverDocumentNumber']);
    expect(shown).toContain(row?.values['validFrom']);
    expect(shown).toContain(row?.id);
  });
});

function inPython(script: string, file: string): unknown {
  const { stdout, stderr } = spawnSync(
    python ?? '',
    ['-c', `import sys, json, openpyxl\n${script}`, file],
    {
      encoding: 'utf8',
      timeout: 60_000,
    },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

describe.skipIf(!python)('openpyxl', () => {
  test('finds the frozen header, the dropdowns, text cells and date cells', () => {
    const facts = inPython(
      `
w = openpyxl.load_workbook(sys.argv[1])
s = w.worksheets[0]
headers = [c.value for c in s[3]]
cell = lambda name: next(c for c in s[4] if headers[c.column - 1] == name)
number, day, at = cell('*驾驶员证件号码'), cell('*有效期起'), cell('*发放时间')
print(json.dumps(dict(
  sheets=[[x.title, x.sheet_state] for x in w.worksheets], freeze=s.freeze_panes, last=headers[-1], rows=s.max_row,
  number=[number.data_type, number.number_format], day=[str(day.value), day.number_format], at=at.number_format,
  lists=[[d.type, d.formula1, d.showErrorMessage, str(d.sqref), d.errorStyle] for d in s.data_validations.dataValidation])))`,
      exportedFile,
    ) as Record<string, unknown>; // what the script prints
    const [row] = store.all('permits');
    expect(facts).toMatchObject({
      freeze: 'A4',
      last: '记录编号',
      rows: store.all('permits').length + 3,
      number: ['s', '@'],
      day: [`${String(row?.values['validFrom'])} 00:00:00`, 'yyyy-mm-dd'],
      at: 'yyyy-mm-dd hh:mm',
    });
    const lists = JSON.stringify(facts['lists']);
    expect(lists).toContain('县域内,市内跨县,跨市');
    expect(lists).toContain("'选项'!$A$1");
    expect(JSON.stringify(facts['sheets'])).toContain('["填写说明","visible"]');
  });

  test('finds the whole columns of a blank template formatted as text', () => {
    const facts = inPython(
      `
import zipfile, re
xml = zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet1.xml').decode()
styles = openpyxl.load_workbook(sys.argv[1])
s = styles.worksheets[0]
headers = [c.value for c in s[3]]
wanted = {}
for i, name in enumerate(headers):
  m = re.search(r'<col style="(\\d+)" min="%d"' % (i + 1), xml)
  wanted[name] = styles._cell_styles[int(m.group(1))].numFmtId
from openpyxl.styles.numbers import BUILTIN_FORMATS
formats = {164 + i: f for i, f in enumerate(styles._number_formats)}
print(json.dumps({k: formats.get(v) or BUILTIN_FORMATS.get(v) for k, v in wanted.items()}))`,
      templateFile,
    );
    expect(facts).toMatchObject({
      '*驾驶员证件号码': '@',
      驾驶员电话: '@',
      '*有效期起': 'yyyy-mm-dd',
      记录编号: '@',
    });
  });

  test('finds the problem in the coloured cell, its comment and the last column', () => {
    const facts = inPython(
      `
s = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
c = s['C2']
print(json.dumps([c.value, c.fill.fgColor.rgb, c.comment.text, s['D2'].value, s['E2'].value, s['A2'].data_type]))`,
      problemsFile,
    ) as readonly unknown[]; // what the script prints
    expect(facts.slice(0, 4)).toEqual(['2022-02-30', 'FFF8CBAD', 'C2: date.noSuchDay', 2]);
    expect(facts[4]).toContain('C: C2: date.noSuchDay');
    expect(facts[5]).toBe('s');
  });
});
