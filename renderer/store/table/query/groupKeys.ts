import { chinaOffsetMs, dateOf, toInstant } from '../../../../shared/kernel/time';
import type { StoredValue } from '../../../../shared/ledger/field';
import type { GroupCount } from '../../contract';
import type { DictionaryColumn } from '../columns/dictionaryColumn';
import type { TableRows } from '../columns/tableRows';

type Key = GroupCount['keys'][number];

/** By what a row is grouped: a field, or the calendar day of an instant (`passedAt:day`). */
export interface Grouping {
  readonly field: string;
  readonly byDay: boolean;
}

export function readGrouping(by: string): Grouping {
  const [field = '', part] = by.split(':');
  return { field, byDay: part === 'day' };
}

export function groupKey(value: StoredValue | undefined, { byDay }: Grouping): Key {
  if (value === undefined) return null;
  if (byDay && typeof value === 'number') return dateOf(toInstant(value));
  return typeof value === 'object' ? JSON.stringify(value) : value;
}

/** One number below `count` for each row, the same for two rows exactly when their keys are. */
export interface GroupNumbers {
  readonly count: number;
  readonly numbers: Int32Array;
}

export function groupNumbers(
  rows: TableRows,
  ordinals: Int32Array,
  grouping: Grouping,
): GroupNumbers {
  const column = rows.column(grouping.field);
  if (!column) return { count: 1, numbers: new Int32Array(ordinals.length) };
  if (column.type === 'numbers')
    return grouping.byDay
      ? numberDays(column.values, ordinals)
      : numberDifferent(ordinals.length, (i) => column.values[ordinals[i] ?? 0] ?? NaN);
  const { codes, dictionary } = column;
  const numbers = new Int32Array(ordinals.length);
  const same = dictionary.hasOnlyTexts ? undefined : sameKeys(column, grouping);
  for (let i = 0; i < numbers.length; i++) {
    const code = codes[ordinals[i] ?? 0] ?? 0;
    numbers[i] = same ? (same[code] ?? 0) : code;
  }
  return { count: dictionary.size + 1, numbers };
}

/** By code, the first code whose value has the same key: several instants lie on one day. */
function sameKeys({ dictionary }: DictionaryColumn, grouping: Grouping): Int32Array {
  const first = new Map<string, number>([[JSON.stringify(null), 0]]);
  const same = new Int32Array(dictionary.size + 1);
  for (let code = 1; code <= dictionary.size; code++) {
    const mark = JSON.stringify(groupKey(dictionary.valueOf(code), grouping));
    const known = first.get(mark) ?? code;
    first.set(mark, known);
    same[code] = known;
  }
  return same;
}

const dayMs = 86_400_000;

function numberDays(values: Float64Array, ordinals: Int32Array): GroupNumbers {
  const numbers = new Int32Array(ordinals.length);
  let earliest = Infinity;
  let latest = -Infinity;
  for (const ordinal of ordinals) {
    const value = values[ordinal] ?? NaN;
    if (value < earliest) earliest = value;
    if (value > latest) latest = value;
  }
  const dayOf = (value: number) => Math.floor((value + chinaOffsetMs) / dayMs);
  const before = dayOf(earliest) - 1;
  if (earliest > latest) return { count: 1, numbers };
  const count = dayOf(latest) - before + 1;
  if (count > mostDays)
    return numberDifferent(ordinals.length, (i) => dayOf(values[ordinals[i] ?? 0] ?? NaN));
  for (let i = 0; i < numbers.length; i++) {
    const value = values[ordinals[i] ?? 0] ?? NaN;
    numbers[i] = Number.isNaN(value) ? 0 : dayOf(value) - before;
  }
  return { count, numbers };
}

/** A century: beyond it a wrong year stands somewhere, and days are looked up. */
const mostDays = 36_600;

/** Numbers in the order of their first coming. */
function numberDifferent(length: number, keyOf: (index: number) => number): GroupNumbers {
  const known = new Map<number, number>();
  const numbers = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const key = keyOf(i);
    let number = known.get(key);
    if (number === undefined) {
      number = known.size;
      known.set(key, number);
    }
    numbers[i] = number;
  }
  return { count: Math.max(1, known.size), numbers };
}

/** So many combinations are told apart by a plain array, more by a map. */
const mostCombined = 1 << 22;

export function combine(left: GroupNumbers, right: GroupNumbers): GroupNumbers {
  const count = left.count * right.count;
  const keyOf = (i: number) => (left.numbers[i] ?? 0) * right.count + (right.numbers[i] ?? 0);
  if (count > mostCombined) return numberDifferent(left.numbers.length, keyOf);
  const numbers = new Int32Array(left.numbers.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = keyOf(i);
  return { count, numbers };
}
