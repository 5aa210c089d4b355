import type { AttributeScan } from './attributeScan';

/** How a cell says what it holds (ECMA-376 part 1, 18.18.11). */
export type CellType = 'n' | 's' | 'str' | 'inlineStr' | 'b' | 'e';

/** The attributes of a `<c>`; one object, filled anew for every cell. */
export interface CellTag {
  /** From 0; -1 where the tag does not say it. */
  column: number;
  /** From 1; 0 where the tag does not say it. */
  row: number;
  type: CellType;
  style: number;
}

/** The attributes of a `<row>`. */
export interface RowTag {
  /** From 1; 0 where the tag does not say it. */
  row: number;
  isHidden: boolean;
}

const letterR = 0x72;
const letterS = 0x73;
const letterT = 0x74;

/** By the first letter and the length of the value. */
function typeOf(bytes: Uint8Array, from: number, to: number): CellType | undefined {
  const first = bytes[from];
  switch (to - from) {
    case 1:
      if (first === letterS) return 's';
      if (first === 0x6e) return 'n';
      if (first === 0x62) return 'b';
      return first === 0x65 ? 'e' : undefined; // `d`, a date as text, is for the other reader
    case 3:
      return first === letterS ? 'str' : undefined;
    case 9:
      return first === 0x69 ? 'inlineStr' : undefined;
    default:
      return undefined;
  }
}

/** Fills `cell` from its tag; false where an attribute is not as it should be. */
export function readCellTag(bytes: Uint8Array, scan: AttributeScan, cell: CellTag): boolean {
  cell.column = -1;
  cell.row = 0;
  cell.type = 'n';
  cell.style = 0;
  while (scan.next()) {
    if (scan.nameTo !== scan.nameFrom + 1) continue;
    switch (bytes[scan.nameFrom]) {
      case letterR:
        if (!readAddress(bytes, scan, cell)) return false;
        break;
      case letterS: {
        const style = scan.number();
        if (style === undefined) return false;
        cell.style = style;
        break;
      }
      case letterT: {
        const type = typeOf(bytes, scan.valueFrom, scan.valueTo);
        if (!type) return false;
        cell.type = type;
        break;
      }
    }
  }
  return !scan.isBroken;
}

function readAddress(bytes: Uint8Array, scan: AttributeScan, cell: CellTag): boolean {
  const { valueFrom, valueTo } = scan;
  let column = 0;
  let at = valueFrom;
  for (; at < valueTo; at++) {
    const letter = (bytes[at] ?? 0) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = scan.number(at);
  if (at === valueFrom || at - valueFrom > 3 || row === undefined || row === 0) return false;
  cell.column = column - 1;
  cell.row = row;
  return true;
}

/** Fills `row` from its tag; false where an attribute is not as it should be. */
export function readRowTag(bytes: Uint8Array, scan: AttributeScan, row: RowTag): boolean {
  row.row = 0;
  row.isHidden = false;
  while (scan.next()) {
    const length = scan.nameTo - scan.nameFrom;
    if (length === 1 && bytes[scan.nameFrom] === letterR) {
      const number = scan.number();
      if (number === undefined || number === 0) return false;
      row.row = number;
    } else if (length === 6 && isHiddenName(bytes, scan.nameFrom)) {
      const value = bytes[scan.valueFrom];
      row.isHidden = value === 0x31 || value === letterT; // 1, true
    }
  }
  return !scan.isBroken;
}

const hidden = [...'hidden'].map((letter) => letter.charCodeAt(0));

function isHiddenName(bytes: Uint8Array, from: number): boolean {
  return hidden.every((letter, index) => bytes[from + index] === letter);
}
