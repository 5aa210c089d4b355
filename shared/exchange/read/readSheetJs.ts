import { CFB, read, set_cptable, utils, type WorkBook, type WorkSheet } from 'xlsx';
import * as codepages from 'xlsx/dist/cpexcel.full.mjs';
import type { RawCell } from '../../fields/codec';
import { failed, ok, type Result } from '../../kernel/result';
import type { ReadLimits } from './limits';
import type { ForeignFile, ReadProblem } from './readProblem';
import type { XmlFacts } from './scanXml';
import {
  blankCell,
  type Merge,
  type Sheet,
  type UnreadSheet,
  type Workbook,
  type WorkbookKind,
} from '../workbook';

// Workbooks of Excel 95 and before hold text in the code page of the machine (936 in China).
set_cptable(codepages);

/** Not one of Excel's error numbers. */
const uncalculated = 255;
const errorCodes: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
  [uncalculated]: '#UNCALCULATED!',
};

/** The cell as SheetJS gives it, narrowed to what is used. */
interface ForeignCell {
  readonly t?: unknown;
  readonly v?: unknown;
  readonly z?: unknown;
  readonly w?: unknown;
}

/** What a pass over the package's XML found, to hold what SheetJS gives against it. */
export interface PackageFacts {
  /** By the sheets' order in the workbook. */
  readonly sheets: readonly (XmlFacts | undefined)[];
  readonly sharedStrings: number | undefined;
}

/** What an OLE2 file holds, by the names of its streams; undefined where it cannot be opened. */
export function sniffOle(bytes: Uint8Array): 'xls' | 'encrypted' | ForeignFile | undefined {
  let paths: readonly string[];
  try {
    const container: { readonly FullPaths: readonly string[] } = CFB.read(bytes, { type: 'array' });
    // The root is called "Root Entry" by Excel and anything by others.
    paths = container.FullPaths.map((path) => path.replace(/^[^/]*\//, '').toLowerCase());
  } catch {
    return undefined; // reading it as a workbook gives the problem its words
  }
  if (paths.includes('encryptedpackage') || paths.includes('encryptioninfo')) return 'encrypted';
  if (paths.includes('workbook') || paths.includes('book')) return 'xls';
  if (paths.includes('worddocument')) return 'word';
  if (paths.includes('powerpoint document')) return 'presentation';
  return 'binary';
}

interface Budget {
  cells: number;
  characters: number;
}

/**
 * Reads bytes that were sniffed and bounded before. SheetJS passes over sheets that it cannot read
 * and says nothing: they come back as `unreadSheets`.
 */
export function readWithSheetJs(
  bytes: Uint8Array,
  kind: WorkbookKind,
  limits: ReadLimits,
  facts?: PackageFacts,
): Result<Workbook, ReadProblem> {
  let book: WorkBook;
  try {
    book = read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      sheetRows: limits.rows,
    });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failed(
      /password|encrypt/i.test(detail) ? { tag: 'encrypted' } : { tag: 'damaged', detail },
    );
  }
  if (book.SheetNames.length > limits.sheets) {
    const { sheets: allowed } = limits;
    return failed({ tag: 'tooLarge', limit: 'sheets', allowed, found: book.SheetNames.length });
  }
  const strings = (book as { readonly Strings?: readonly unknown[] }).Strings; // not in its types
  if (facts?.sharedStrings !== undefined && strings && strings.length < facts.sharedStrings) {
    const detail = `${strings.length} of ${facts.sharedStrings} shared strings were read`;
    return failed({ tag: 'damaged', detail });
  }
  const sheets: Sheet[] = [];
  const unreadSheets: UnreadSheet[] = [];
  const budget: Budget = { cells: 0, characters: 0 };
  for (const [index, name] of book.SheetNames.entries()) {
    const source: WorkSheet | undefined = book.Sheets[name];
    if (!source) {
      const isMissing = facts && facts.sheets.length > index && !facts.sheets[index];
      unreadSheets.push({ name, why: isMissing ? 'missing' : 'damaged' });
      continue;
    }
    const type: unknown = source['!type'];
    if (type === 'chart' || type === 'macro' || type === 'dialog') {
      unreadSheets.push({ name, why: type === 'chart' ? 'chart' : 'macro' });
      continue;
    }
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const known = facts?.sheets[index];
    for (const address of known?.uncalculated ?? []) markUncalculated(source, address);
    const sheet = toSheet(name, hidden, source, limits, budget);
    if (!sheet.ok) return sheet;
    if (known && sheet.value.presentCells < known.filledCells) {
      unreadSheets.push({ name, why: 'damaged' });
      continue;
    }
    sheets.push(known ? { ...sheet.value.sheet, ...hiddenOf(known) } : sheet.value.sheet);
  }
  const dateSystem = book.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  return ok({ kind, sheets, unreadSheets, dateSystem });
}

function toSheet(
  name: string,
  hidden: boolean,
  source: WorkSheet,
  limits: ReadLimits,
  budget: Budget,
): Result<{ readonly sheet: Sheet; readonly presentCells: number }, ReadProblem> {
  const tooLarge = (limit: keyof ReadLimits, found: number) =>
    failed<ReadProblem>({ tag: 'tooLarge', limit, allowed: limits[limit], found, where: name });
  const data: readonly (readonly (ForeignCell | undefined)[] | undefined)[] = source['!data'] ?? [];
  const rows: RawCell[][] = [];
  const rowNumbers: number[] = [];
  let columns = 0;
  let filledCells = 0;
  let presentCells = 0;
  let problem: ReturnType<typeof tooLarge> | undefined;
  // `forEach` visits only the places that hold something: a range of A1:XFD1048576 costs nothing.
  data.forEach((sourceRow, rowIndex) => {
    if (!sourceRow || problem) return;
    const row: RawCell[] = [];
    sourceRow.forEach((sourceCell, column) => {
      if (!sourceCell || problem) return;
      presentCells++;
      const cell = toCell(sourceCell);
      if (cell.type === 'blank') return;
      if (column >= limits.columns) problem = tooLarge('columns', column + 1);
      else {
        while (row.length < column) row.push(blankCell);
        row.push(cell);
        filledCells++;
        budget.cells++;
        if (cell.type === 'text') {
          budget.characters += cell.text.length;
          if (cell.text.length > limits.cellCharacters) {
            problem = tooLarge('cellCharacters', cell.text.length);
          }
        }
      }
    });
    if (budget.cells > limits.cells) problem = tooLarge('cells', budget.cells);
    if (budget.characters > limits.totalCharacters) {
      problem = tooLarge('totalCharacters', budget.characters);
    }
    if (row.length === 0) return;
    columns = Math.max(columns, row.length);
    rows.push(row);
    rowNumbers.push(rowIndex + 1);
  });
  if (problem) return problem;
  const ranges = source['!merges'] ?? [];
  if (ranges.length > limits.merges) return tooLarge('merges', ranges.length);
  const merges = ranges.map(({ s, e }): Merge => ({
    top: s.r + 1,
    left: s.c,
    bottom: e.r + 1,
    right: e.c,
  }));
  const sheet: Sheet = {
    name,
    hidden,
    rows,
    rowNumbers,
    firstRow: rowNumbers[0] ?? 0,
    columns,
    merges,
    hiddenRows: hiddenPlaces(source['!rows']).map((index) => index + 1),
    hiddenColumns: hiddenPlaces(source['!cols']),
    filledCells,
  };
  return ok({ sheet, presentCells });
}

function hiddenOf({
  hiddenRows,
  hiddenColumns,
}: XmlFacts): Pick<Sheet, 'hiddenRows' | 'hiddenColumns'> {
  return { hiddenRows, hiddenColumns };
}

/** SheetJS gives such a cell as blank; it is not: nobody knows yet what it holds. */
function markUncalculated(sheet: WorkSheet, address: string): void {
  const { r, c } = utils.decode_cell(address);
  const data = sheet['!data'];
  if (data && r >= 0 && c >= 0) (data[r] ??= [])[c] ??= { t: 'e', v: uncalculated };
}

function hiddenPlaces(list: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  const places: number[] = [];
  list?.forEach((entry, index) => {
    if (entry?.hidden) places.push(index);
  });
  return places;
}

/** A number keeps its format: it alone tells a date serial from a quantity. */
function toCell(cell: ForeignCell): RawCell {
  const { t, v, z } = cell;
  switch (t) {
    case 'n':
      if (typeof v !== 'number' || !Number.isFinite(v)) return { type: 'error', code: '#NUM!' };
      return typeof z === 'string' && z !== 'General'
        ? { type: 'number', number: v, format: z }
        : { type: 'number', number: v };
    case 's':
    case 'str':
      return v === '' || v === undefined ? blankCell : { type: 'text', text: String(v) };
    case 'b':
      return { type: 'boolean', boolean: v === true };
    case 'e':
      return { type: 'error', code: errorCodes[Number(v)] ?? '#VALUE!' };
    default:
      return blankCell; // stubs: a format without a value
  }
}
