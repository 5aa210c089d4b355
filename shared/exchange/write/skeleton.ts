import {
  writeXlsx,
  type CellStyle,
  type CellValue,
  type DataValidation,
  type WriteSheet,
} from 'hucre/xlsx';
import type { Language } from '../../fields/codec';
import { unitIn } from '../../ledger/englishUnits';
import type { LedgerDefinition } from '../../ledger/defineLedger';
import type { Field } from '../../ledger/field';
import type { LayoutColumn } from './layout';
import { workbookWords } from './words';
import { columnLetters } from '../workbook';

// Row 1 holds the title, row 2 the notes.
const headerRow = 3;
export const firstDataRow = 4;

/** Rows below the last record that still have dropdowns. */
const spareRows = 2_000;
/** An inline list may have 255 characters (Excel's limit) and no commas in its words. */
const inlineListCharacters = 255;

export interface SkeletonSettings {
  readonly definition: LedgerDefinition;
  readonly language: Language;
  readonly title: string;
  readonly columns: readonly LayoutColumn[];
  readonly dataRows: number;
  /** Names for the dropdown of a reference; undefined or too many: no dropdown. */
  readonly referenceNames?: (ledger: string) => readonly string[];
}

const solid = (rgb: string): FillStyle => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
});
type FillStyle = NonNullable<CellStyle['fill']>;
const line = { style: 'thin', color: { rgb: 'D9D9D9' } } as const;
const border = { top: line, right: line, bottom: line, left: line };
const font = { name: '等线', size: 11 };

const titleStyle: CellStyle = {
  font: { ...font, size: 16, bold: true },
  alignment: { vertical: 'center' },
};
const notesStyle: CellStyle = {
  font: { ...font, size: 9, color: { rgb: '595959' } },
  alignment: { vertical: 'center', wrapText: true },
};
const headerStyle = (required: boolean): CellStyle => ({
  font: { ...font, bold: true, color: { rgb: required ? 'C00000' : '1F3864' } },
  fill: solid('DDE6F2'),
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
});
const cellStyle = (format: string, grey: boolean): CellStyle => ({
  font: grey ? { ...font, color: { rgb: '8C8C8C' } } : font,
  numFmt: format,
  alignment: { vertical: 'center' },
});

/**
 * Everything of the workbook but its records: sheets, styles, frozen header, widths, dropdowns,
 * notes. The ledgers' sheets stand first, in order; row 4 of each holds one placeholder per column,
 * from which the styles of the columns are read. `more` are sheets of other kinds, put last.
 */
export function writeSkeleton(
  ledgers: readonly SkeletonSettings[],
  more: readonly WriteSheet[] = [],
): Promise<Uint8Array> {
  const [first] = ledgers;
  const words = workbookWords[first?.language ?? 'zh'];
  const options = new OptionLists(words.optionsSheet);
  const sheets = ledgers.map((settings) => ledgerSheet(settings, options));
  sheets.push(instructions(ledgers));
  if (options.columns.length > 0) sheets.push(options.sheet());
  sheets.push(...more);
  return writeXlsx({
    sheets,
    properties: { title: first?.title ?? '' },
    defaultFont: font,
  });
}

function ledgerSheet(settings: SkeletonSettings, options: OptionLists): WriteSheet {
  const { definition, language, title, columns, dataRows } = settings;
  const words = workbookWords[language];
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const rows: CellValue[][] = [
    [title],
    [words.notesRow],
    columns.map(({ header }) => header),
    columns.map(() => 0),
  ];
  cells.set('0,0', { style: titleStyle });
  cells.set('1,0', { style: notesStyle });
  const dataValidations: DataValidation[] = [];
  const lastRow = Math.min(1_048_576, firstDataRow + dataRows + spareRows);
  for (const [index, column] of columns.entries()) {
    cells.set(`2,${index}`, { style: headerStyle(column.field?.required ?? false) });
    cells.set(`3,${index}`, { style: cellStyle(column.format, column.field === undefined) });
    const letter = columnLetters(index);
    const range = `${letter}${firstDataRow}:${letter}${lastRow}`;
    const validation = validationOf(column, range, settings, options);
    if (validation) dataValidations.push(validation);
  }
  const lastColumn = columns.length - 1;
  const wide = lastColumn > 0;
  return {
    name: sheetName(definition.title[language]),
    rows,
    cells,
    columns: columns.map(({ width }) => ({ width })),
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 30 }],
      [2, { height: 32 }],
    ]),
    merges: wide
      ? [0, 1].map((row) => ({
          startRow: row,
          startCol: 0,
          endRow: row,
          endCol: Math.min(lastColumn, 11),
        }))
      : [],
    freezePane: { rows: headerRow },
    dataValidations,
    autoFilter: {
      range: `A${headerRow}:${columnLetters(lastColumn)}${headerRow + Math.max(1, dataRows)}`,
    },
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a4',
      printTitlesRow: `$${headerRow}:$${headerRow}`,
    },
  };
}

function validationOf(
  { field }: LayoutColumn,
  range: string,
  { language, referenceNames }: SkeletonSettings,
  options: OptionLists,
): DataValidation | undefined {
  if (!field) return undefined;
  const words = workbookWords[language];
  const common = { range, allowBlank: true, showErrorMessage: true, errorTitle: words.choiceTitle };
  if (field.kind === 'choice' || field.kind === 'flag') {
    const values =
      field.kind === 'flag' ? ['是', '否'] : (field.options ?? []).map(({ value }) => value);
    if (values.length === 0) return undefined;
    const list = options.list(values);
    return {
      ...common,
      ...list,
      type: 'list',
      errorStyle: 'stop',
      errorMessage: words.choiceError,
    };
  }
  if (field.kind === 'reference' && field.refersTo !== undefined) {
    const names = referenceNames?.(field.refersTo) ?? [];
    if (names.length === 0) return undefined;
    // A name that is not in the register yet is accepted after a warning.
    const list = options.list(names);
    return {
      ...common,
      ...list,
      type: 'list',
      errorStyle: 'warning',
      errorMessage: words.referenceError,
    };
  }
  return undefined;
}

/** Lists too long for a cell's own validation stand on a hidden sheet, a column each. */
class OptionLists {
  readonly columns: (readonly string[])[] = [];
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  list(values: readonly string[]): Pick<DataValidation, 'values' | 'formula1'> {
    const inline = values.join(',');
    if (inline.length <= inlineListCharacters && !values.some((value) => /[,"\n]/.test(value))) {
      return { values: [...values] };
    }
    const same = this.columns.findIndex((known) => known.join('\n') === values.join('\n'));
    const column = same >= 0 ? same : this.columns.push(values) - 1;
    const letter = columnLetters(column);
    return { formula1: `'${this.#name}'!$${letter}$1:$${letter}$${values.length}` };
  }

  sheet(): WriteSheet {
    const length = Math.max(...this.columns.map((values) => values.length));
    return {
      name: this.#name,
      hidden: true,
      rows: Array.from({ length }, (_, row) => this.columns.map((values) => values[row] ?? null)),
      columns: this.columns.map(() => ({ width: 30, numFmt: '@' })),
    };
  }
}

/** The sheet that explains each column to whoever gets the file without the app. */
function instructions(ledgers: readonly SkeletonSettings[]): WriteSheet {
  const words = workbookWords[ledgers[0]?.language ?? 'zh'];
  const rows: CellValue[][] = [[words.column, words.required, words.howToFill]];
  for (const { definition, columns, language } of ledgers) {
    if (ledgers.length > 1) rows.push([`【${definition.title[language]}】`, '', '']);
    for (const { header, field } of columns) {
      rows.push([
        header.replace(/^\*/, ''),
        field?.required ? words.yes : words.no,
        field ? howToFill(field, language) : words.recordNumber,
      ]);
    }
  }
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const column of [0, 1, 2]) cells.set(`0,${column}`, { style: headerStyle(false) });
  return {
    name: words.instructionsSheet,
    rows,
    cells,
    columns: [{ width: 28 }, { width: 10 }, { width: 90 }],
    freezePane: { rows: 1 },
  };
}

function howToFill(field: Field, language: Language): string {
  const words = workbookWords[language];
  const parts = [words.kinds[field.kind]];
  if (field.unit !== undefined) parts.push(words.unit(unitIn(field.unit, language)));
  if (field.options) {
    parts.push(words.oneOf(field.options.map(({ value }) => value).join('、')));
  }
  return parts.join(language === 'zh' ? '；' : '; ');
}

/** 31 characters and none of `[]:*?/\`: the rules of spreadsheet programs for a sheet's name. */
export function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}
