import { unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook, streamWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import type { Sheet } from '../../../../shared/exchange/workbook';
import { readOurselves } from './bothReaders';
import { xlsxOf } from './makeXlsx';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function sheetIn(bytes: Uint8Array, index = 0): Sheet {
  const read = readOurselves(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const sheet = read.value.sheets[index];
  if (!sheet) throw new Error('no such sheet');
  return sheet;
}

const text = (value: string) => ({ type: 'text', text: value });
const withStrings = (items: string, rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>') =>
  xlsxOf(rows, '', { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${items}</sst>` });

describe('texts', () => {
  test.each([
    [
      'runs of rich text are one text',
      '<si><r><t>王</t></r><r><rPr><b/></rPr><t>测</t></r></si>',
      '王测',
    ],
    [
      'how a name is pronounced is not part of it',
      '<si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh></si>',
      '課',
    ],
    ['a rare character as a number', '<si><t>&#x20BB7;&#134071;</t></si>', '𠮷𠮷'],
    ['an escape of what XML cannot hold', '<si><t>a_x000D_b_x005F_x0041_</t></si>', 'a\rb_x0041_'],
    [
      'a comment and a CDATA section in between',
      '<si><t>a<!-- b --><![CDATA[<c>]]>d</t></si>',
      'a<c>d',
    ],
    ['line ends of Windows', '<si><t>甲\r\n乙\r丙</t></si>', '甲\n乙\n丙'],
    ['blanks that count', '<si><t xml:space="preserve">  甲 </t></si>', '  甲 '],
  ])('%s', (_, item, value) => {
    expect(sheetIn(withStrings(item)).rows).toEqual([[text(value)]]);
  });

  test('a string that many cells show is one object', () => {
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c></row>';
    const [row] = sheetIn(withStrings('<si><t>甲</t></si>', rows)).rows;
    expect(row?.[0]).toBe(row?.[1]);
    const inline = (address: string) => `<c r="${address}" t="inlineStr"><is><t>甲</t></is></c>`;
    const [own] = sheetIn(xlsxOf(`<row r="1">${inline('A1')}${inline('B1')}</row>`)).rows;
    expect(own?.[0]).toBe(own?.[1]);
  });
});

describe('numbers', () => {
  test.each([
    '0',
    '-0.5',
    '36.6',
    '0.1',
    '123456789.123456',
    '44647.5003472222',
    '1e21',
    '1.5E-7',
    '410821198001010000',
    '9007199254740993',
    '0.30000000000000004',
    '  42 ',
    '+7',
  ])('%s is the number that JavaScript reads', (written) => {
    const cells = sheetIn(xlsxOf(`<row r="1"><c r="A1"><v>${written}</v></c></row>`)).rows;
    expect(cells).toEqual([[{ type: 'number', number: Number(written) }]]);
  });

  test('formats that a file names by number only are known, Chinese dates too', () => {
    const styles = `<styleSheet xmlns="${main}"><cellXfs>${[14, 31, 57, 49, 0].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;
    const cells = [0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>44647</v></c>`).join('');
    const bytes = xlsxOf(`<row r="1">${cells}</row>`, '', { 'xl/styles.xml': styles });
    expect(sheetIn(bytes).rows[0]?.map((cell) => 'format' in cell && cell.format)).toEqual([
      'm/d/yy',
      'yyyy"年"m"月"d"日"',
      'yyyy"年"m"月"',
      '@',
      false,
    ]);
  });

  test('a formula nobody has calculated is not blank', () => {
    const bytes = xlsxOf('<row r="1"><c r="A1"><f>1+1</f></c><c><f>2</f><v>3</v></c></row>');
    expect(sheetIn(bytes).rows).toEqual([
      [
        { type: 'error', code: '#UNCALCULATED!' },
        { type: 'number', number: 3 },
      ],
    ]);
  });
});

describe('packages', () => {
  test('targets may be absolute, upper case, and under another prefix', () => {
    const relation = 'http://purl.oclc.org/ooxml/officeDocument/relationships'; // strict
    const bytes = xlsxOf('', '', {
      '_rels/.rels': `<p:Relationships xmlns:p="x"><p:Relationship Id="a" Type="${relation}/officeDocument" Target="/XL/workbook.xml"/></p:Relationships>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relation}/worksheet" Target="/xl/Worksheets/Sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(sheetIn(bytes).rows).toEqual([[{ type: 'number', number: 1 }]]);
  });

  test('a part that is listed and missing is named; one that leads in a circle is declined', () => {
    const circle = (target: string) =>
      xlsxOf('', '', {
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="a/worksheet" Target="${target}"/></Relationships>`,
      });
    const missing = readOurselves(circle('worksheets/none.xml'));
    expect(missing.ok && missing.value.unreadSheets).toEqual([{ name: '表', why: 'missing' }]);
    expect(readOurselves(circle('workbook.xml'))).toMatchObject({
      problem: { tag: 'declined', why: 'no worksheet' },
    });
    expect(readWorkbook(circle('workbook.xml'), 'a.xlsx')).toMatchObject({
      value: { sheets: [], unreadSheets: [{ name: '表', why: 'damaged' }] },
    });
  });

  const plain = xlsxOf('<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>');

  test('sizes may follow the data (a zip that was written as a stream)', () => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      chunks.push(chunk);
    });
    for (const [path, bytes] of Object.entries(unzipSync(plain))) {
      const entry = new ZipDeflate(path);
      zip.add(entry);
      entry.push(bytes, true);
    }
    zip.end();
    expect(sheetIn(Uint8Array.from(chunks.flatMap((chunk) => [...chunk]))).rows).toEqual([
      [text('甲')],
    ]);
  });

  test('sizes and places may stand in zip64 fields', () => {
    expect(sheetIn(asZip64(plain)).rows).toEqual([[text('甲')]]);
  });

  test('stored parts and the platform’s inflater give the same', async () => {
    const stored = zipSync(unzipSync(plain), { level: 0 });
    for (const bytes of [plain, stored, asZip64(plain)]) {
      expect(await streamWorkbook(bytes, 'a.xlsx')).toEqual(readWorkbook(bytes, 'a.xlsx'));
    }
  });

  test('a flipped byte in a part never gives another value', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `<row><c><v>${i * 7919}</v></c></row>`);
    const bytes = xlsxOf(rows.join(''));
    const whole = readWorkbook(bytes, 'a.xlsx');
    for (let at = 40; at < bytes.length; at += 97) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      for (const read of [
        readWorkbook(flipped, 'a.xlsx'),
        await streamWorkbook(flipped, 'a.xlsx'),
      ]) {
        if (read.ok)
          expect(read.value.sheets[0]?.rows).toEqual(whole.ok && whole.value.sheets[0]?.rows);
      }
    }
  });

  test.each([
    ['rows out of order', '<row r="2"/><row r="1"/>'],
    ['cells out of order', '<row r="1"><c r="B1"/><c r="A1"/></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"/></row>'],
    ['a cell of another kind', '<row r="1"><c r="A1" t="d"><v>2022-03-27</v></c></row>'],
    ['a shared string that is not there', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
  ])('%s: left to the other reader', (why, rows) => {
    expect(readOurselves(xlsxOf(rows))).toEqual({ ok: false, problem: { tag: 'declined', why } });
  });

  test('another encoding than UTF-8 is left to the other reader', () => {
    const bytes = xlsxOf('', '', {
      'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="GBK"?><worksheet/>`,
    });
    expect(readOurselves(bytes)).toMatchObject({ problem: { tag: 'declined' } });
  });

  test('a text or tag without end is refused before it fills the memory', () => {
    const endless = (part: string) => xlsxOf('', '', { 'xl/worksheets/sheet1.xml': part });
    const filler = Array.from({ length: 300_000 }, (_, i) => i.toString(36)).join(' ');
    for (const part of [
      `<worksheet>${filler}`,
      `<worksheet a="${filler}`,
      `<worksheet><!--${filler}`,
    ]) {
      const read = readOurselves(endless(part), 65_536);
      expect(read).toMatchObject({ ok: false, problem: { tag: 'damaged' } });
    }
  });
});

/** The same archive with every size, place and count written in the fields of large ones. */
function asZip64(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const out: number[] = [...bytes.subarray(0, start)];
  const put = (value: number, length: number) => {
    for (let i = 0; i < length; i++) out.push(Math.floor(value / 256 ** i) % 256);
  };
  let at = start;
  for (let i = 0; i < count; i++) {
    const nameLength = view.getUint16(at + 28, true);
    const sizes = [24, 20, 42].map((field) => view.getUint32(at + field, true));
    const head = [...bytes.subarray(at, at + 46)];
    for (const field of [20, 24, 42]) head.fill(0xff, field, field + 4);
    head.splice(30, 2, 28, 0);
    out.push(...head, ...bytes.subarray(at + 46, at + 46 + nameLength), 1, 0, 24, 0);
    for (const size of sizes) put(size, 8);
    at += 46 + nameLength + view.getUint16(at + 30, true);
  }
  const record = out.length;
  put(0x06064b50, 4);
  put(44, 8);
  put(0, 12);
  for (const value of [count, count, record - start, start]) put(value, 8);
  put(0x07064b50, 4);
  put(0, 4);
  put(record, 8);
  put(1, 4);
  put(0x06054b50, 4);
  put(0, 4);
  put(0xffff, 2);
  put(0xffff, 2);
  put(0xffffffff, 4);
  put(0xffffffff, 4);
  put(0, 2);
  return Uint8Array.from(out);
}
