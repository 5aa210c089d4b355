import type { RowId } from '../../../../shared/kernel/ids';
import type { StoredValue } from '../../../../shared/ledger/field';
import type { TableRows } from '../columns/tableRows';
import { textOf } from './foldText';

/**
 * The live rows whose key fields hold exactly these values, for each key in turn. The keys are turned
 * into numbers once; then one pass over the rows finds them all.
 */
export function matchKeys(
  rows: TableRows,
  keyFields: readonly string[],
  keys: readonly (readonly StoredValue[])[],
): readonly (readonly RowId[])[] {
  const parts = keyFields.map((field, index) =>
    readPart(
      rows,
      field,
      keys.map((key) => key[index]),
    ),
  );
  const found = new Map<number | string, RowId[]>();
  const marks = keys.map((key, index) =>
    key.length === keyFields.length ? markOf(parts, (part) => part.ofKey[index] ?? 0) : undefined,
  );
  for (const mark of marks) if (mark !== undefined && !found.has(mark)) found.set(mark, []);
  if (found.size > 0)
    for (let ordinal = 0; ordinal < rows.size; ordinal++) {
      if (!rows.isLive(ordinal)) continue;
      const mark = markOf(parts, (part) => part.ofRow(ordinal));
      if (mark !== undefined) found.get(mark)?.push(rows.idAt(ordinal));
    }
  return marks.map((mark) => (mark === undefined ? [] : (found.get(mark) ?? [])));
}

/** One field of the key: each value that is asked for has a number from 1; 0 is any other. */
interface Part {
  readonly count: number;
  readonly ofKey: readonly number[];
  readonly ofRow: (ordinal: number) => number;
}

function readPart(
  rows: TableRows,
  field: string,
  wanted: readonly (StoredValue | undefined)[],
): Part {
  const numberOf = new Map<string | number | boolean, number>();
  const ofKey = wanted.map((value) => {
    if (value === undefined) return 0;
    const mark = markOfValue(value);
    const number = numberOf.get(mark) ?? numberOf.size + 1;
    numberOf.set(mark, number);
    return number;
  });
  const column = rows.column(field);
  const count = numberOf.size + 1;
  if (!column) return { count, ofKey, ofRow: () => 0 };
  if (column.type === 'numbers') {
    const { values } = column;
    return { count, ofKey, ofRow: (ordinal) => numberOf.get(values[ordinal] ?? NaN) ?? 0 };
  }
  const { codes, dictionary } = column;
  const ofCode = new Uint32Array(dictionary.size + 1);
  if (dictionary.hasOnlyTexts)
    for (const [mark, number] of numberOf) {
      const isText = typeof mark === 'string' && mark.startsWith('"');
      const code = isText ? dictionary.codeOf(mark.slice(1)) : undefined;
      if (code !== undefined) ofCode[code] = number;
    }
  else
    for (let code = 1; code <= dictionary.size; code++)
      ofCode[code] = numberOf.get(markOfValue(dictionary.valueOf(code))) ?? 0;
  return { count, ofKey, ofRow: (ordinal) => ofCode[codes[ordinal] ?? 0] ?? 0 };
}

/** A list is told from a text that looks like it. */
function markOfValue(value: StoredValue): string | number | boolean {
  if (typeof value === 'object') return `#${textOf(value)}`;
  return typeof value === 'string' ? `"${value}` : value;
}

/** One mark for the numbers of all parts; undefined where one of them is not asked for. */
function markOf(
  parts: readonly Part[],
  numberOf: (part: Part) => number,
): number | string | undefined {
  let mark = 0;
  let isExact = true;
  for (const part of parts) {
    const number = numberOf(part);
    if (number === 0) return undefined;
    mark = mark * part.count + number;
    isExact &&= mark <= Number.MAX_SAFE_INTEGER;
  }
  return isExact ? mark : parts.map(numberOf).join(' ');
}
