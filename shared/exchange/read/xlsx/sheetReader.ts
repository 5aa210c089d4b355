import type { RawCell } from '../../../fields/codec';
import type { ReadLimits } from '../limits';
import { blankCell, type Merge, type Sheet } from '../../workbook';
import { AttributeScan, attributesOf } from './attributeScan';
import { readCellTag, readRowTag, type CellTag, type RowTag } from './cellTag';
import { CellContent } from './cellContent';
import { mergeRange } from './mergeRange';
import type { TextCells } from './textCells';
import { nameCode, type Stop, type XmlHandler } from './xmlTokens';

const names = {
  worksheet: nameCode('worksheet'),
  c: nameCode('c'),
  v: nameCode('v'),
  f: nameCode('f'),
  is: nameCode('is'),
  t: nameCode('t'),
  rPh: nameCode('rPh'),
  row: nameCode('row'),
  sheetData: nameCode('sheetData'),
  col: nameCode('col'),
  mergeCell: nameCode('mergeCell'),
};

/** What cells of all sheets have cost so far. */
export interface CellBudget {
  cells: number;
  characters: number;
}

export interface SheetFacts {
  readonly name: string;
  readonly hidden: boolean;
  readonly shared: readonly RawCell[];
  /** Number format by style. */
  readonly formats: readonly (string | undefined)[];
  readonly texts: TextCells;
  readonly limits: ReadLimits;
  readonly budget: CellBudget;
}

/** The rows of one worksheet, made while its bytes come. */
export class SheetReader implements XmlHandler {
  stop: Stop | undefined;
  readonly #facts: SheetFacts;
  readonly #rows: RawCell[][] = [];
  readonly #rowNumbers: number[] = [];
  readonly #hiddenRows: number[] = [];
  readonly #hiddenColumns: number[] = [];
  readonly #merges: Merge[] = [];
  #columns = 0;
  #filledCells = 0;

  #isWorksheet = false;
  #inTable = false;
  #row: RawCell[] | undefined;
  #rowNumber = 0;
  #column = -1;

  readonly #scan = new AttributeScan();
  readonly #rowTag: RowTag = { row: 0, isHidden: false };
  readonly #cell: CellTag = { column: -1, row: 0, type: 'n', style: 0 };
  #inCell = false;
  #hasFormula = false;
  #isCollecting = false;
  #inPhonetic = false;
  readonly #content = new CellContent();
  #hasValue = false;

  constructor(facts: SheetFacts) {
    this.#facts = facts;
  }

  /** After its last byte. */
  sheet(): Sheet {
    const { name, hidden } = this.#facts;
    return {
      name,
      hidden,
      rows: this.#rows,
      rowNumbers: this.#rowNumbers,
      firstRow: this.#rowNumbers[0] ?? 0,
      columns: this.#columns,
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
      filledCells: this.#filledCells,
    };
  }

  open(name: number, bytes: Uint8Array, from: number, to: number, isEmpty: boolean): void {
    if (this.#inCell) {
      if (name === names.v || name === names.is) this.#hasValue = true;
      if (name === names.v) this.#isCollecting = !isEmpty;
      else if (name === names.t) this.#isCollecting = !isEmpty && !this.#inPhonetic;
      else if (name === names.f) this.#hasFormula = true;
      else if (name === names.rPh) this.#inPhonetic = !isEmpty;
    } else if (name === names.c) this.#openCell(bytes, from, to, isEmpty);
    else if (name === names.row) this.#openRow(bytes, from, to, isEmpty);
    else if (name === names.sheetData) this.#inTable = !isEmpty;
    else if (!this.#inTable) this.#openOther(name, bytes, from, to);
    if (!this.#isWorksheet) {
      // A relationship may lead anywhere, also back to the workbook.
      this.#isWorksheet = name === names.worksheet;
      if (!this.#isWorksheet) this.#decline('no worksheet');
    }
  }

  close(name: number): void {
    if (this.#inCell) {
      if (name === names.c) this.#closeCell();
      else if (name === names.v || name === names.t) this.#isCollecting = false;
      else if (name === names.rPh) this.#inPhonetic = false;
    } else if (name === names.row) this.#closeRow();
    else if (name === names.sheetData) this.#inTable = false;
  }

  text(bytes: Uint8Array, from: number, to: number, isCdata: boolean): void {
    if (!this.#isCollecting) return;
    this.#content.add(bytes, from, to, isCdata);
    if (this.#content.length > 8 * this.#facts.limits.cellCharacters) {
      this.#tooLarge('cellCharacters', this.#content.length);
    }
  }

  #openRow(bytes: Uint8Array, from: number, to: number, isEmpty: boolean): void {
    if (!this.#inTable) return;
    const tag = this.#rowTag;
    if (!readRowTag(bytes, this.#scan.start(bytes, from, to), tag)) {
      return this.#decline('a row of another kind');
    }
    const rowNumber = tag.row === 0 ? this.#rowNumber + 1 : tag.row;
    if (rowNumber <= this.#rowNumber) return this.#decline('rows out of order');
    if (rowNumber > this.#facts.limits.rows) return this.#tooLarge('rows', rowNumber);
    this.#rowNumber = rowNumber;
    if (tag.isHidden) this.#hiddenRows.push(rowNumber);
    this.#column = -1;
    this.#row = isEmpty ? undefined : [];
    return undefined;
  }

  #closeRow(): void {
    const row = this.#row;
    this.#row = undefined;
    if (!row || row.length === 0) return;
    this.#rows.push(row);
    this.#rowNumbers.push(this.#rowNumber);
    if (row.length > this.#columns) this.#columns = row.length;
    const { limits, budget } = this.#facts;
    if (budget.cells > limits.cells) this.#tooLarge('cells', budget.cells);
    else if (budget.characters > limits.totalCharacters) {
      this.#tooLarge('totalCharacters', budget.characters);
    }
  }

  #openCell(bytes: Uint8Array, from: number, to: number, isEmpty: boolean): void {
    if (!this.#row) return;
    const cell = this.#cell;
    if (!readCellTag(bytes, this.#scan.start(bytes, from, to), cell)) {
      return this.#decline('a cell of another kind');
    }
    if (cell.column < 0) cell.column = this.#column + 1;
    else if (cell.column <= this.#column) return this.#decline('cells out of order');
    if (cell.row !== 0 && cell.row !== this.#rowNumber)
      return this.#decline('a cell of another row');
    this.#column = cell.column;
    this.#inCell = !isEmpty;
    this.#hasFormula = false;
    this.#hasValue = false;
    this.#inPhonetic = false;
    this.#isCollecting = false;
    this.#content.clear();
    return undefined;
  }

  #closeCell(): void {
    this.#inCell = false;
    const { type } = this.#cell;
    if (this.#hasFormula && !this.#hasValue && type !== 'str') {
      // Not blank: nobody knows yet what it holds.
      return this.#put({ type: 'error', code: '#UNCALCULATED!' });
    }
    switch (type) {
      case 's':
        return this.#sharedText();
      case 'str':
      case 'inlineStr':
        return this.#ownText();
      case 'n':
        return this.#number();
      case 'b':
        return this.#hasValue
          ? this.#put({ type: 'boolean', boolean: isTrue(this.#content.text()) })
          : undefined;
      case 'e':
        return this.#put({ type: 'error', code: errorCode(this.#content.text()) });
    }
  }

  #number(): void {
    const number = this.#content.decimal();
    if (number !== undefined) return this.#putNumber(number);
    const text = this.#content.text();
    if (text === '') return undefined;
    const parsed = parseFloat(text);
    return Number.isFinite(parsed)
      ? this.#putNumber(parsed)
      : this.#put({ type: 'error', code: '#NUM!' });
  }

  #putNumber(number: number): void {
    const format = this.#facts.formats[this.#cell.style];
    this.#put(
      format === undefined ? { type: 'number', number } : { type: 'number', number, format },
    );
  }

  #sharedText(): void {
    if (!this.#hasValue) return undefined;
    const place = this.#content.decimal() ?? parseInt(this.#content.text(), 10);
    const cell = this.#facts.shared[place];
    return cell ? this.#putText(cell) : this.#decline('a shared string that is not there');
  }

  #ownText(): void {
    const cell = this.#content.cell(this.#facts.texts);
    return cell ? this.#putText(cell) : this.#decline('not UTF-8');
  }

  #putText(cell: RawCell): void {
    if (cell.type === 'text') {
      const { length } = cell.text;
      this.#facts.budget.characters += length;
      if (length > this.#facts.limits.cellCharacters)
        return this.#tooLarge('cellCharacters', length);
    }
    return this.#put(cell);
  }

  #put(cell: RawCell): void {
    if (cell.type === 'blank') return undefined;
    const row = this.#row;
    const { column } = this.#cell;
    const { limits, budget } = this.#facts;
    if (!row) return undefined;
    if (column >= limits.columns) return this.#tooLarge('columns', column + 1);
    while (row.length < column) row.push(blankCell);
    row.push(cell);
    this.#filledCells++;
    budget.cells++;
    return undefined;
  }

  #openOther(name: number, bytes: Uint8Array, from: number, to: number): void {
    if (name === names.mergeCell) {
      const merge = mergeRange(attributesOf(bytes, from, to).get('ref') ?? '');
      if (merge) this.#merges.push(merge);
      if (this.#merges.length > this.#facts.limits.merges) {
        this.#tooLarge('merges', this.#merges.length);
      }
    } else if (name === names.col) {
      const attributes = attributesOf(bytes, from, to);
      if (!isTrue(attributes.get('hidden'))) return;
      const last = Math.min(Number(attributes.get('max') ?? 0), this.#facts.limits.columns);
      for (let column = Number(attributes.get('min') ?? 1); column <= last; column++) {
        this.#hiddenColumns.push(column - 1);
      }
    }
  }

  #decline(why: string): void {
    this.stop = { tag: 'declined', why };
  }

  #tooLarge(limit: keyof ReadLimits, found: number): void {
    const { limits, name } = this.#facts;
    this.stop = { tag: 'tooLarge', limit, allowed: limits[limit], found, where: name };
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

const known = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
]);

function errorCode(text: string): string {
  return known.has(text) ? text : '#VALUE!';
}
