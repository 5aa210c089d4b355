import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowId } from '../../../../shared/kernel/ids';
import {
  clampSelection,
  selectCell,
  type GridSelection,
} from '../../../components/grid/gridSelection';
import type { LedgerView } from './useView';

export interface Cursor {
  readonly selection: GridSelection;
  readonly select: (selection: GridSelection) => void;
  /** Before another order or filter: the first row, the same column. */
  readonly toTop: () => void;
}

/** The selection; it stays with its record when rows come, go or change places under it. */
export function useCursor(rows: LedgerView, columns: number): Cursor {
  const [selection, setSelection] = useState(selectCell(0, 0));
  const held = useRef<RowId>(undefined);
  /** Asked to the top: the record that stands there before the new order has come is not meant. */
  const waitsForOrder = useRef(false);
  const { opened, count, ready, positionOf } = rows;
  const here = rows.rowAt(selection.row)?.id;

  const select = useCallback((next: GridSelection) => {
    held.current = undefined;
    waitsForOrder.current = false;
    setSelection(next);
  }, []);
  const toTop = useCallback(() => {
    held.current = undefined;
    waitsForOrder.current = true;
    setSelection(({ column }) => selectCell(0, column));
  }, []);
  useEffect(() => {
    if (!waitsForOrder.current) held.current ??= here;
  });
  useEffect(() => {
    waitsForOrder.current = false;
    const id = held.current;
    if (!ready || id === undefined || id === here) return;
    void positionOf(id).then((position) => {
      if (held.current !== id) return;
      if (position < 0) held.current = undefined;
      else
        setSelection((now) => ({
          ...now,
          row: position,
          anchorRow: now.anchorRow + position - now.row,
        }));
    });
    // only when the rows were put in order anew
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [opened]);

  const clamped = ready ? clampSelection(selection, count, columns) : selection;
  return { selection: clamped, select, toTop };
}
