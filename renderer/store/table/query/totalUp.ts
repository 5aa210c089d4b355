import type { Totals } from '../../contract';
import type { TableRows } from '../columns/tableRows';

/** The sum of a numeric column over some rows, and in how many of them it is filled. */
export function totalUp(rows: TableRows, ordinals: Int32Array, field: string): Totals {
  const column = rows.column(field);
  let sum = 0;
  let filled = 0;
  if (column)
    for (const ordinal of ordinals) {
      const value = column.valueAt(ordinal);
      if (typeof value !== 'number') continue;
      sum += value;
      filled++;
    }
  return { field, sum, filled };
}
