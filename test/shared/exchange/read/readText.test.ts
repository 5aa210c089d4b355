import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import { cellText } from '../../../../shared/exchange/workbook';
import { gb18030 } from './gb18030';

// Invented people with valid check digits.
const table =
  '姓名,证件号码,住址\n王㐂,11010119900307657X,"测试路1号, 2单元"\n李𠮷,410821000000000000,"两行\n地址"\n';
const expected = [
  ['姓名', '证件号码', '住址'],
  ['王㐂', '11010119900307657X', '测试路1号, 2单元'],
  ['李𠮷', '410821000000000000', '两行\n地址'],
];

function rowsOf(bytes: Uint8Array, name = '名单.csv') {
  const read = readWorkbook(bytes, name);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const [sheet] = read.value.sheets;
  return {
    rows: sheet?.rows.map((row) => row.map((cell) => cellText(cell))),
    types: new Set(sheet?.rows.flatMap((row) => row.map(({ type }) => type))),
    encoding: read.value.encoding,
    numbers: sheet?.rowNumbers,
    name: sheet?.name,
  };
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

describe('a text file is read in its own encoding, every cell as text', () => {
  test('UTF-8', () => {
    const read = rowsOf(strToU8(table));
    expect(read.rows).toEqual(expected);
    expect(read).toMatchObject({ encoding: 'utf-8', name: '名单' });
    expect(read.types).toEqual(new Set(['text']));
  });

  test('UTF-8 with a byte order mark', () => {
    expect(rowsOf(strToU8(`\ufeff${table}`)).rows).toEqual(expected);
  });

  test('GB 18030, four-byte characters too', () => {
    const read = rowsOf(gb18030(table));
    expect(read.rows).toEqual(expected);
    expect(read.encoding).toBe('gb18030');
  });

  test.each([true, false])('UTF-16 with a mark (little endian: %s)', (littleEndian) => {
    expect(rowsOf(utf16(`\ufeff${table}`, littleEndian)).rows).toEqual(expected);
  });

  test('UTF-16 without a mark', () => {
    expect(rowsOf(utf16('name,no\nabc,1\n', true)).rows).toEqual([
      ['name', 'no'],
      ['abc', '1'],
    ]);
  });

  test('tabs, semicolons, a separator line, Windows line ends, blank lines', () => {
    expect(rowsOf(strToU8('a\tb\r\n1\t2\r\n')).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(rowsOf(strToU8('a;b\r\n1,5;2\r\n')).rows).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(rowsOf(strToU8('sep=|\r\na|b\r\n')).rows).toEqual([['a', 'b']]);
    const spaced = rowsOf(strToU8('a,b\n\n,,\n1,2\n'));
    expect(spaced.rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(spaced.numbers).toEqual([1, 4]);
  });

  test('leading zeros and eighteen digits stay as they were', () => {
    expect(rowsOf(strToU8('编号,号码\n007,410821199001011234\n')).rows?.[1]).toEqual([
      '007',
      '410821199001011234',
    ]);
  });

  test('a quotation mark that does not close is named by its row', () => {
    const read = readWorkbook(strToU8('a,b\n"1,2\n3,4\n'), 'a.csv');
    expect(read).toMatchObject({ ok: false, problem: { tag: 'damaged', where: '2' } });
  });
});

describe('what is no workbook is refused by what it is', () => {
  test.each([
    ['empty', ''],
    ['pdf', '%PDF-1.7\n'],
    ['json', '{"a": [1, 2]}'],
    ['json', '[{"a": 1}]'],
    ['html', '<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>'],
    ['html', '<table><tr><td>姓名</td></tr></table>'],
    ['xml', '<?xml version="1.0"?><root/>'],
    ['rtf', '{\\rtf1\\ansi}'],
    ['oldSpreadsheet', 'ID;PWXL;N;E\nC;Y1;X1;K"a"\n'],
  ])('%s', (looksLike, text) => {
    // The name says workbook; it is not believed.
    expect(readWorkbook(strToU8(text), 'a.xlsx')).toEqual({
      ok: false,
      problem: { tag: 'notWorkbook', looksLike },
    });
  });

  test.each([
    ['image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]],
    ['image', [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
    ['program', [0x4d, 0x5a, 0x90, 0, 3, 0]],
    ['binary', [1, 2, 3, 4, 0, 0]],
  ] as const)('%s', (looksLike, bytes) => {
    expect(readWorkbook(Uint8Array.from(bytes), 'a.xlsx')).toEqual({
      ok: false,
      problem: { tag: 'notWorkbook', looksLike },
    });
  });

  test('a text that begins like a magic number is still a text', () => {
    expect(rowsOf(strToU8('BM,MZ\n1,2\n')).rows).toEqual([
      ['BM', 'MZ'],
      ['1', '2'],
    ]);
  });
});
