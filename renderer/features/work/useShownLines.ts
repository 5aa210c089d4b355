import { useMemo, useState } from 'react';
import type { WorkLine } from '../../../shared/work/workList';
import { compareKeys, type ShownColumn } from './lineCells';
import type { Sorting } from './WorkTable';

/** The lines as a person has asked for them: by mark, by words, in the order of a column. */
export function useShownLines(lines: readonly WorkLine[], columns: readonly ShownColumn[]) {
  const [mark, setMark] = useState<string>();
  const [text, setText] = useState('');
  const [sorting, setSorting] = useState<Sorting>();
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { marks } of lines) for (const id of marks) found.set(id, (found.get(id) ?? 0) + 1);
    return found;
  }, [lines]);
  const shown = useMemo(() => {
    const wanted = fold(text);
    const found = lines.filter(
      (line) =>
        (mark === undefined || line.marks.includes(mark)) &&
        (wanted === '' || columns.some((column) => fold(column.cell(line).text).includes(wanted))),
    );
    const column = columns.find(({ id }) => id === sorting?.column);
    if (!column) return found;
    const sign = sorting?.descending ? -1 : 1;
    return found.toSorted(
      (left, right) => sign * compareKeys(column.cell(left).key, column.cell(right).key),
    );
  }, [lines, columns, mark, text, sorting]);
  /** Up, down, and back to the order of the list. */
  const sortBy = (column: string) =>
    setSorting((before) => {
      if (before?.column !== column) return { column, descending: false };
      return before.descending ? undefined : { column, descending: true };
    });
  return { shown, counts, mark, setMark, text, setText, sorting, sortBy };
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s·,]/g, '')
    .toLowerCase();
}
