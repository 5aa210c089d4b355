import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { RawCell } from '../../../../shared/fields/codec';
import { readWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import { cellAddress, type Workbook } from '../../../../shared/exchange/workbook';

// Every cell of every workbook of strangers, read by openpyxl too (by way of LibreOffice where it is
// no .xlsx): two programs that have no code in common with ours.
const corpus = fileURLToPath(new URL('../../../../../shared/corpus', import.meta.url));
const isHere = existsSync(corpus);
const python = ['/usr/bin/python3', 'python3'].find(
  (program) => spawnSync(program, ['-c', 'import openpyxl'], { timeout: 20_000 }).status === 0,
);
const soffice = ['soffice', 'libreoffice'].find(
  (program) => spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0,
);

const scratch = mkdtempSync(join(tmpdir(), 'countyline-oracle-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const script = `
import sys, json, openpyxl, datetime, warnings
from openpyxl.utils.datetime import to_excel
warnings.simplefilter('ignore')
out = []
for path in sys.argv[1:]:
  try:
    book = openpyxl.load_workbook(path, data_only=True)
  except Exception as problem:
    out.append(dict(problem=str(problem)))
    continue
  sheets = {}
  for sheet in book.worksheets:
    cells = {}
    for row in sheet._cells.values():
      value = row.value
      if value is None or value == '': continue
      if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        value = to_excel(value, book.epoch) if not isinstance(value, datetime.time) else (value.hour * 3600 + value.minute * 60 + value.second + value.microsecond / 1e6) / 86400
      cells[row.coordinate] = value
    sheets[sheet.title] = cells
  out.append(dict(sheets=sheets))
print(json.dumps(out, default=str))`;

type Value = string | number | boolean;
type Read =
  | { readonly problem: string }
  | { readonly sheets: Readonly<Record<string, Readonly<Record<string, Value>>>> };

function inOpenpyxl(paths: readonly string[]): readonly Read[] {
  const { stdout, stderr } = spawnSync(python ?? '', ['-c', script, ...paths], {
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 1 << 30,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly Read[]; // what the script prints
}

function plain(cell: RawCell): Value | undefined {
  switch (cell.type) {
    case 'blank':
      return undefined;
    case 'text':
      return cell.text;
    case 'number':
      return cell.number;
    case 'boolean':
      return cell.boolean;
    case 'error':
      return cell.code;
  }
}

function cellsOf(sheet: Workbook['sheets'][number]): Map<string, Value> {
  const cells = new Map<string, Value>();
  for (const [index, row] of sheet.rows.entries()) {
    for (const [column, cell] of row.entries()) {
      const value = plain(cell);
      if (value !== undefined) cells.set(cellAddress(column, sheet.rowNumbers[index] ?? 0), value);
    }
  }
  return cells;
}

/** The same for a person; programs differ in line ends, and in the last bits of a number. */
function isSame(ours: Value | undefined, theirs: Value | undefined): boolean {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
  }
  if (typeof ours === 'string' && typeof theirs === 'string') {
    const text = (value: string) => value.replace(/_x000D_/g, '\r').replace(/\r\n?/g, '\n');
    return text(ours) === text(theirs);
  }
  return ours === theirs;
}

function differences(workbook: Workbook, read: Read): readonly string[] {
  if ('problem' in read) return [read.problem];
  const found: string[] = [];
  for (const sheet of workbook.sheets) {
    const ours = cellsOf(sheet);
    const theirs = new Map(Object.entries(read.sheets[sheet.name] ?? {}));
    for (const address of new Set([...ours.keys(), ...theirs.keys()])) {
      const [one, other] = [ours.get(address), theirs.get(address)];
      if (!isSame(one, other)) {
        found.push(`${sheet.name}!${address}: ${JSON.stringify(one)} ${JSON.stringify(other)}`);
      }
    }
  }
  return found;
}

/** Where they read otherwise than we do, and why that is no fault of ours. */
const otherwise: Readonly<Record<string, string>> = {
  '1-chinese/easyexcel__t09.xlsx': 'openpyxl knows the escape _x005F_ in capitals only',
  '3-structure/phpss__HiddenMergeCellsTest.xlsx': 'openpyxl leaves out what a merge hides',
  '3-structure/phpss__Zip-Windows-Directory-Separator.xlsx': 'openpyxl cannot open it',
  '4-formats/sheetjs__sheet_visibility_strict.xlsx': 'openpyxl does not know the strict namespace',
  '2-dates/sheetjs__1900.xls': 'LibreOffice has no 29 February 1900 and calculates the texts anew',
  '3-structure/poi__StringContinueRecords.xls': 'LibreOffice puts today where TODAY() stands',
  '3-structure/poi__external_name.xls': 'LibreOffice calculates eleven formulas to nothing',
  '4-formats/sheetjs__CRLFX5_2.XLS': 'LibreOffice names the sheet of a BIFF 2 file after the file',
  '4-formats/sheetjs__fn.et': 'LibreOffice does not know functions of WPS',
  '4-formats/sheetjs__fn.xls': 'LibreOffice does not know functions of WPS',
};

const files = (kinds: RegExp) =>
  isHere
    ? ['1-chinese', '2-dates', '3-structure', '4-formats'].flatMap((under) =>
        readdirSync(join(corpus, under))
          .filter((file) => kinds.test(file))
          .map((file) => `${under}/${file}`),
      )
    : [];

function compare(compared: readonly string[], read: readonly Read[]): void {
  const found = compared.flatMap((file, index) => {
    const ours = readWorkbook(new Uint8Array(readFileSync(join(corpus, file))), file);
    if (!ours.ok) return [`${file}: ${ours.problem.tag}`];
    const theirs = read[index] ?? { problem: 'not read' };
    const [first] = differences(ours.value, theirs);
    const isExpected = otherwise[file] !== undefined;
    if (isExpected) return first === undefined ? [`${file}: the same after all`] : [];
    return first === undefined ? [] : [`${file}: ${first}`];
  });
  expect(found).toEqual([]);
}

describe.skipIf(!isHere || !python)('openpyxl', { timeout: 300_000 }, () => {
  const packages = files(/\.xls[xm]$/);
  test(`reads every cell of ${packages.length} workbooks as we do`, () => {
    expect(packages.length).toBeGreaterThan(30);
    compare(packages, inOpenpyxl(packages.map((file) => join(corpus, file))));
  });
});

describe.skipIf(!isHere || !python || !soffice)('LibreOffice', { timeout: 300_000 }, () => {
  const others = files(/\.(xls|et|ods|xml)$/i);
  test(`reads every cell of ${others.length} workbooks of older kinds as we do`, () => {
    expect(others.length).toBeGreaterThan(20);
    // Under names of their own: 1904.xls and 1904.ods would both become 1904.xlsx.
    const copies = others.map((file, index) => {
      const copy = join(scratch, `${index}${file.replace(/^.*\./, '.').toLowerCase()}`);
      copyFileSync(join(corpus, file), copy);
      return copy;
    });
    const { status, stderr } = spawnSync(
      soffice ?? '',
      [
        `-env:UserInstallation=file://${join(scratch, 'profile')}`,
        ...['--headless', '--convert-to', 'xlsx', '--outdir', join(scratch, 'anew'), ...copies],
      ],
      { encoding: 'utf8', timeout: 250_000 },
    );
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    const anew = others.map((_, index) => join(scratch, 'anew', `${index}.xlsx`));
    compare(others, inOpenpyxl(anew));
  });
});
