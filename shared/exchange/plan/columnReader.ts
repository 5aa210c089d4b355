import type { ParseContext, RawCell } from '../../fields/codec';
import type { Field } from '../../ledger/field';
import { readCell, type ReadCell } from '../../ledger/validateRow';

/** Enough for the words of a column; numbers and names of a hundred thousand people come once each. */
const mostRemembered = 4_096;
const longestRemembered = 64;

/**
 * Reads the cells of one column. Most columns say the same few things over and over: what a text
 * means is found out once, and rows that say the same share the value.
 */
export function columnReader(field: Field, context: ParseContext): (cell: RawCell) => ReadCell {
  const known = new Map<string, ReadCell>();
  let met = 0;
  let asked = 0;
  return (cell) => {
    if (cell.type !== 'text' || cell.text.length > longestRemembered)
      return readCell(field, cell, context);
    const isFull = known.size >= mostRemembered;
    // A column of plates or times: to look in vain costs as much as to read some kinds.
    if (isFull && met * 2 < asked) return readCell(field, cell, context);
    asked++;
    const before = known.get(cell.text);
    if (before) {
      met++;
      return before;
    }
    const read = readCell(field, cell, context);
    if (!isFull) known.set(cell.text, read);
    return read;
  };
}
