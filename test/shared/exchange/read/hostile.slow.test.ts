import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { xlsxOf } from './makeXlsx';
import { MeasuredReader } from './measuredReader';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const text = (address: string, content: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${content}</t></is></c>`;
const rels = (targets: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      (target, at) =>
        `<Relationship Id="rId${at + 1}" Type="${relation}/worksheet" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** Its name, what comes of it (`read` where what is there can be read), and the file. */
type Hostile = readonly [name: string, outcome: string, bytes: () => Uint8Array, file?: string];

/** Each asks for more than it shows. */
const hostile: readonly Hostile[] = [
  [
    'a zip bomb: 128 MB of blanks',
    'tooLarge',
    () => xlsxOf(`<row r="1">${' '.repeat(128 * 1_048_576)}</row>`),
  ],
  [
    'a zip bomb of many parts',
    'tooLarge',
    () => {
      const blanks = '<a/>'.repeat(4 * 1_048_576);
      const parts = Array.from({ length: 8 }, (_, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        blanks,
      ]);
      return xlsxOf('<row r="1"/>', '', Object.fromEntries(parts));
    },
  ],
  [
    'entities within entities',
    'documentType',
    () =>
      xlsxOf('<row r="1"/>', '', {
        'xl/sharedStrings.xml': `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(60_000)}">]><sst xmlns="${main}"><si><t>${'&a;'.repeat(60_000)}</t></si></sst>`,
      }),
  ],
  [
    'one long string shown in a hundred thousand cells',
    'tooLarge',
    () => {
      const rows = Array.from(
        { length: 100_000 },
        (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
      );
      return xlsxOf(rows.join(''), '', {
        'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>${'x'.repeat(32_000)}</t></si></sst>`,
      });
    },
  ],
  [
    'a million columns said, one cell there',
    'read',
    () => xlsxOf(`<row r="1">${text('A1', '甲')}</row>`, '', {}, 'A1:XFD1048576'),
  ],
  ['a cell in the last column', 'tooLarge', () => xlsxOf(`<row r="1">${text('XFD1', '甲')}</row>`)],
  [
    'a cell in a column beyond all sheets',
    'read',
    () => xlsxOf(`<row r="1">${text('ZZZZZZZ1', '甲')}</row>`),
  ],
  [
    'a row beyond all sheets',
    'read',
    () => xlsxOf(`<row r="4000000000">${text('A4000000000', '甲')}</row>`),
  ],
  [
    'a merge over every cell',
    'read',
    () =>
      xlsxOf(
        `<row r="1">${text('A1', '甲')}</row>`,
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
      ),
  ],
  [
    'a sheet that is the workbook itself',
    'read',
    () => xlsxOf('<row r="1"/>', '', { 'xl/_rels/workbook.xml.rels': rels(['workbook.xml']) }),
  ],
  [
    'relations that lead round in a circle',
    'read',
    () =>
      xlsxOf('<row r="1"/>', '', {
        '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="_rels/.rels"/></Relationships>`,
      }),
  ],
  [
    'a workbook whose sheet is missing',
    'read',
    () =>
      xlsxOf('<row r="1"/>', '', {
        'xl/_rels/workbook.xml.rels': rels(['worksheets/../../nowhere.xml']),
      }),
  ],
  [
    'a package without a workbook',
    'damaged',
    () =>
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'xl/worksheets/sheet1.xml': strToU8('<worksheet/>'),
      }),
  ],
  [
    'elements nested without end',
    'tooLarge',
    () => xlsxOf(`${'<a>'.repeat(200_000)}${'</a>'.repeat(200_000)}`),
  ],
  [
    'a tag that never ends',
    'tooLarge',
    () => xlsxOf(`<row r="1"><c r="A1" ${'a="b" '.repeat(200_000)}`),
  ],
  ['comments that never end', 'damaged', () => xlsxOf('<!-- '.repeat(200_000))],
  [
    'number formats without end',
    'read',
    () =>
      xlsxOf('<row r="1"><c r="A1" s="1"><v>44647</v></c></row>', '', {
        'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${'[$-'.repeat(10_000)}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
      }),
  ],
  ['two million columns of text', 'tooLarge', () => strToU8('甲,'.repeat(500_000)), 'a.csv'],
  ['a quote that never ends', 'damaged', () => strToU8(`"${'a,"b'.repeat(200_000)}`), 'a.csv'],
  [
    'a table of a web page as .xls, with a billion columns spanned',
    'notWorkbook',
    () => strToU8('<html><table><tr><td colspan="1000000000">甲</td></tr></table></html>'),
    'a.xls',
  ],
  [
    'an XML spreadsheet that begins in column one billion',
    'tooLarge',
    () =>
      strToU8(
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row><Cell ss:Index="1000000000"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet></Workbook>',
      ),
    'a.xml',
  ],
  [
    'an OpenDocument cell repeated a billion times',
    'tooLarge',
    () =>
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
        'META-INF/manifest.xml': strToU8('<manifest/>'),
        'content.xml': strToU8(
          '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
        ),
      }),
    'a.ods',
  ],
];

describe('a hostile file', () => {
  let reader: MeasuredReader;
  beforeAll(async () => {
    reader = await MeasuredReader.start(xlsxOf(`<row r="1">${text('A1', '姓名')}</row>`));
  }, 120_000);
  afterAll(() => reader.stop());

  test('costs what it costs: an honest file is seen to take memory and time', async () => {
    const rows = Array.from(
      { length: 50_000 },
      (_, at) =>
        `<row r="${at + 1}">${text(`A${at + 1}`, `第${at}号`)}<c r="B${at + 1}"><v>${at}</v></c></row>`,
    );
    const cost = await reader.cost(xlsxOf(rows.join('')), 'a.xlsx');
    expect(cost.outcome).toBe('read');
    expect(cost.megabytes).toBeGreaterThan(5);
    expect(cost.busyMs).toBeGreaterThan(20);
  });

  test.each(hostile.map(([name, ...rest]) => ({ name, rest })))(
    '$name: is done with in a second and 200 MB',
    { timeout: 60_000 },
    async ({ rest: [outcome, bytes, file = 'a.xlsx'] }) => {
      const cost = await reader.cost(bytes(), file);
      expect(cost.outcome).toBe(outcome);
      expect(cost.busyMs).toBeLessThan(1_000);
      expect(cost.megabytes).toBeLessThan(200);
    },
  );
});
