import type { DictionaryColumn } from '../columns/dictionaryColumn';
import type { CodeSet } from './rowSet';

/** Rows that have one of the codes that `find` adds, if often; undefined where there are none. */
export function codeSetOf(
  column: DictionaryColumn,
  find: (add: (code: number) => void) => void,
): CodeSet | undefined {
  const wanted = new Uint8Array(column.dictionary.size + 1);
  const listed: number[] = [];
  let liveRows = 0;
  find((code) => {
    if (wanted[code] === 1) return;
    wanted[code] = 1;
    listed.push(code);
    liveRows += column.liveRowsOf(code);
  });
  if (listed.length === 0) return undefined;
  return { type: 'codes', column, codes: column.codes, wanted, listed, liveRows };
}

export function blankSet(column: DictionaryColumn, rows: number): CodeSet {
  const wanted = new Uint8Array(column.dictionary.size + 1);
  wanted[0] = 1;
  const liveRows = rows - column.filledRows;
  return { type: 'codes', column, codes: column.codes, wanted, listed: undefined, liveRows };
}

export function filledSet(column: DictionaryColumn): CodeSet {
  const wanted = new Uint8Array(column.dictionary.size + 1).fill(1, 1);
  const liveRows = column.filledRows;
  return { type: 'codes', column, codes: column.codes, wanted, listed: undefined, liveRows };
}
