import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawCell } from '../../../../shared/fields/codec';
import { columnLetters } from '../../../../shared/exchange/workbook';
import { readOurselves, readWithSheetJsOnly } from './bothReaders';
import { xlsxOf } from './makeXlsx';

// Two readers that share no code must agree cell by cell, in whatever way a program writes. (On the
// files of strangers: twoReadersOfStrangers.slow.test.ts.)

/** How a program may write one cell: what stands in the sheet, and what it means. */
interface Spelling {
  readonly xml: (place: string) => string;
  readonly means: RawCell;
}

const formats = [undefined, 'yyyy-mm-dd hh:mm', '0.00', '0%'] as const;

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'王李张豫H1290 　“”（）、ａ＠=+-') },
  { weight: 1, arbitrary: fc.constantFrom('&', '<', '>', '"', '\n', '\t', '𠮷', '𬱖', '_', 'x') },
);
const text = fc.string({ unit: character, minLength: 1, maxLength: 60 });
const escapedText = (value: string) =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');

const number = fc.oneof(
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  fc.integer({ min: 0, max: 999_999 }).map((cents) => cents / 100),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
);

const spelling: fc.Arbitrary<Spelling> = fc.oneof(
  fc
    .tuple(number, fc.nat({ max: formats.length - 1 }), fc.boolean())
    .map(([value, style, typed]): Spelling => {
      const format = formats[style];
      return {
        xml: (place) => `<c${place} s="${style}"${typed ? ' t="n"' : ''}><v>${value}</v></c>`,
        means:
          format === undefined
            ? { type: 'number', number: value }
            : { type: 'number', number: value, format },
      };
    }),
  fc
    .tuple(text, fc.constantFrom('inline', 'runs', 'cdata', 'formula'))
    .map(([value, how]): Spelling => {
      const t = (inner: string) => `<t xml:space="preserve">${inner}</t>`;
      const split = Math.floor([...value].length / 2);
      const halves = [[...value].slice(0, split).join(''), [...value].slice(split).join('')];
      const escaped = escapedText(value);
      const bodies: Readonly<Record<string, string>> = {
        inline: ` t="inlineStr"><is>${t(escaped)}<rPh sb="0" eb="1">${t('yomi')}</rPh></is>`,
        runs: ` t="inlineStr"><is>${halves.map((half) => `<r><rPr><b/></rPr>${t(escapedText(half))}</r>`).join('')}</is>`,
        cdata: ` t="inlineStr"><is>${t(`<![CDATA[${value.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')}]]>`)}</is>`,
        formula: ` t="str"><f>CONCAT(A1)</f><v>${escaped}</v>`,
      };
      return {
        xml: (place) => `<c${place}${bodies[how] ?? ''}</c>`,
        means: { type: 'text', text: value },
      };
    }),
  fc.boolean().map((value): Spelling => ({
    xml: (place) => `<c t="b"${place}><v>${value ? 1 : 0}</v></c>`,
    means: { type: 'boolean', boolean: value },
  })),
  fc.constantFrom('#N/A', '#REF!', '#DIV/0!').map((code): Spelling => ({
    xml: (place) => `<c${place} t="e"><f>1/0</f><v>${code}</v></c>`,
    means: { type: 'error', code },
  })),
  fc.constantFrom<Spelling>(
    { xml: (place) => `<c${place} s="1"/>`, means: { type: 'blank' } },
    { xml: (place) => `<c${place} t="n"><v></v></c>`, means: { type: 'blank' } },
  ),
);

const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/></numFmts><cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="2"/><xf numFmtId="9"/></cellXfs></styleSheet>`;

const rows = fc.array(
  fc.record({
    cells: fc.array(spelling, { maxLength: 8 }),
    /** Rows left out before it, and whether it says its number. */
    gap: fc.nat({ max: 3 }),
    hidden: fc.boolean(),
    addressed: fc.boolean(),
  }),
  { maxLength: 12 },
);

test('on workbooks made up in every way: both read what was meant, in pieces of any size', () => {
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom('', 'x:'),
      (made, chunkBytes, prefix) => {
        let rowNumber = 0;
        let xml = '';
        const meant: RawCell[][] = [];
        const numbers: number[] = [];
        const hidden: number[] = [];
        for (const row of made) {
          rowNumber += row.addressed ? 1 + row.gap : 1;
          const place = (column: number) =>
            row.addressed ? ` r="${columnLetters(column)}${rowNumber}"` : '';
          const cells = row.cells.map((cell, column) => cell.xml(place(column))).join('');
          xml += `<row${row.addressed ? ` r="${rowNumber}"` : ''}${row.hidden ? ' hidden="1"' : ''}>${cells}</row>`;
          if (row.hidden) hidden.push(rowNumber);
          const values = row.cells.map(({ means }) => means);
          while (values.at(-1)?.type === 'blank') values.pop();
          if (values.length === 0) continue;
          meant.push(values);
          numbers.push(rowNumber);
        }
        const prefixed = xml.replace(
          /<(\/?)(row|c|v|f|is|t|r|rPr|b|rPh)(?=[\s/>])/g,
          `<$1${prefix}$2`,
        );
        const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
        const bytes = xlsxOf('', '', {
          'xl/worksheets/sheet1.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${prefix}worksheet xmlns${prefix === '' ? '' : ':x'}="${main}"><${prefix}sheetData>${prefixed}</${prefix}sheetData></${prefix}worksheet>`,
          'xl/styles.xml': styles,
        });
        const ours = readOurselves(bytes, chunkBytes);
        const theirs = readWithSheetJsOnly(bytes);
        expect(ours.ok ? undefined : ours.problem).toBeUndefined();
        expect(theirs.ok ? undefined : theirs.problem).toBeUndefined();
        if (!ours.ok || !theirs.ok) return;
        const [sheet] = ours.value.sheets;
        expect(sheet?.rows).toEqual(meant);
        expect(sheet?.rowNumbers).toEqual(numbers);
        expect(sheet?.hiddenRows).toEqual(hidden);
        expect(theirs.value.sheets[0]?.rows).toEqual(meant);
      },
    ),
    { numRuns: 300 },
  );
});
