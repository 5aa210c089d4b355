import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultReadLimits, type ReadLimits } from '../../../../shared/exchange/read/limits';
import { readWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import { xlsxOf } from './makeXlsx';
import { ReaderWorker } from './readerWorker';

function problemOf(bytes: Uint8Array, limits: Partial<ReadLimits> = {}, name = 'a.xlsx') {
  const read = readWorkbook(bytes, name, { ...defaultReadLimits, ...limits });
  return read.ok ? undefined : read.problem;
}

const cell = (address: string, text: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const small = xlsxOf(
  `<row r="1">${cell('A1', '姓名')}${cell('B1', '电话')}</row><row r="2">${cell('A2', '甲')}</row>`,
);

describe('a workbook that asks for too much is refused by the limit it breaks', () => {
  test('the same workbook is read within the limits', () => {
    expect(problemOf(small)).toBeUndefined();
  });

  test.each([
    ['fileBytes', { fileBytes: 100 }],
    ['zipEntries', { zipEntries: 2 }],
    ['inflatedBytes', { inflatedBytes: 500 }],
    ['xmlDepth', { xmlDepth: 4 }],
    ['cellCharacters', { cellCharacters: 1 }],
    ['columns', { columns: 1 }],
    ['cells', { cells: 2 }],
    ['totalCharacters', { totalCharacters: 3 }],
    ['sheets', { sheets: 0 }],
  ] as const)('%s', (limit, limits) => {
    expect(problemOf(small, limits)).toMatchObject({ tag: 'tooLarge', limit });
  });

  test('merges', () => {
    const merged = xlsxOf(
      '<row r="1"/>',
      '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>',
    );
    expect(problemOf(merged, { merges: 1 })).toMatchObject({ tag: 'tooLarge', limit: 'merges' });
  });

  test('sharedStrings', () => {
    const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${'<si><t>a</t></si>'.repeat(9)}</sst>`;
    const bytes = xlsxOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', '', {
      'xl/sharedStrings.xml': strings,
    });
    expect(problemOf(bytes, { sharedStrings: 8 })).toMatchObject({
      tag: 'tooLarge',
      limit: 'sharedStrings',
    });
    expect(problemOf(bytes)).toBeUndefined();
  });

  test('rows and columns of a text file', () => {
    const text = strToU8('a,b\n1,2\n3,4\n');
    expect(problemOf(text, { rows: 2 })).toMatchObject({ tag: 'tooLarge', limit: 'rows' });
    expect(problemOf(text, { columns: 1 })).toMatchObject({ tag: 'tooLarge', limit: 'columns' });
  });
});

describe('attacks', () => {
  let reader: ReaderWorker;
  beforeAll(async () => {
    reader = await ReaderWorker.start();
  }, 60_000);
  afterAll(() => reader.stop());
  const problemInThread = async (bytes: Uint8Array) => {
    const answer = await reader.read(bytes, 'a.xlsx', { limitMs: 15_000 });
    expect(answer.type).toBe('read');
    return answer.type === 'read' && !answer.result.ok ? answer.result.problem : undefined;
  };

  test('a zip bomb: 64 MB of blanks in less than one', async () => {
    const blanks = ' '.repeat(64 * 1_048_576);
    const bytes = xlsxOf(`<row r="1">${blanks}</row>`);
    expect(bytes.length).toBeLessThan(1_048_576);
    expect(await problemInThread(bytes)).toMatchObject({
      tag: 'tooLarge',
      limit: 'inflationRatio',
    });
  });

  test('a part that is larger than the directory says', async () => {
    const bytes = new Uint8Array(xlsxOf(`<row r="1">${cell('A1', 'x'.repeat(2_000))}</row>`));
    // The directory entry of the sheet: its declared size becomes 100 bytes.
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 46; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      const name = String.fromCharCode(
        ...bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
      );
      if (name.endsWith('sheet1.xml')) view.setUint32(at + 24, 100, true);
    }
    expect(await problemInThread(bytes)).toMatchObject({
      tag: 'damaged',
      where: 'xl/worksheets/sheet1.xml',
    });
  });

  test('a document type, the way to external entities', async () => {
    const bytes = xlsxOf('<row r="1"/>', '', {
      'xl/sharedStrings.xml':
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst><si><t>&e;</t></si></sst>',
    });
    expect(await problemInThread(bytes)).toEqual({
      tag: 'documentType',
      where: 'xl/sharedStrings.xml',
    });
  });

  test('elements nested without end', async () => {
    const bytes = xlsxOf(`${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`);
    expect(await problemInThread(bytes)).toMatchObject({ tag: 'tooLarge', limit: 'xmlDepth' });
  });

  test('a sheet cut off in the middle', async () => {
    const bytes = xlsxOf('', '', {
      'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1">',
    });
    expect(await problemInThread(bytes)).toMatchObject({
      tag: 'damaged',
      where: 'xl/worksheets/sheet1.xml',
    });
  });

  test('a file cut off at every length is refused, never misread', () => {
    for (let length = 8; length < small.length; length += 7) {
      expect(problemOf(small.slice(0, length))).toBeDefined();
    }
  });

  test('two parts of one name', () => {
    const twice = zipSync({
      '[Content_Types].xml': strToU8('<a/>'),
      'xl/Workbook.xml': strToU8('<a/>'),
      'xl/workbook.xml': strToU8('<b/>'),
    });
    expect(problemOf(twice)).toMatchObject({ tag: 'damaged' });
  });

  test('an OpenDocument cell repeated a billion times', async () => {
    const content =
      '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>';
    const bytes = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'META-INF/manifest.xml': strToU8('<manifest/>'),
      'content.xml': strToU8(content),
    });
    expect(await problemInThread(bytes)).toMatchObject({ tag: 'tooLarge', limit: 'cells' });
  });

  test('a range of A1:XFD1048576 with two cells costs nothing', async () => {
    const bytes = xlsxOf(
      `<row r="1">${cell('A1', 'a')}</row><row r="1048576">${cell('A1048576', 'z')}</row>`,
      '',
      {},
      'A1:XFD1048576',
    );
    const answer = await reader.read(bytes, 'a.xlsx', { limitMs: 15_000 });
    if (answer.type !== 'read' || !answer.result.ok) throw new Error(JSON.stringify(answer));
    const [sheet] = answer.result.value.sheets;
    expect(sheet?.rowNumbers).toEqual([1, 1_048_576]);
    expect(sheet?.filledCells).toBe(2);
    expect(answer.ms).toBeLessThan(5_000);
  });

  test('one long shared string shown in a hundred thousand cells', async () => {
    const long = 'x'.repeat(32_000);
    let rows = '';
    for (let row = 1; row <= 100_000; row++)
      rows += `<row r="${row}"><c r="A${row}" t="s"><v>0</v></c></row>`;
    const bytes = xlsxOf(rows, '', {
      'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${long}</t></si></sst>`,
    });
    expect(await problemInThread(bytes)).toMatchObject({
      tag: 'tooLarge',
      limit: 'totalCharacters',
    });
  });
});
