import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { GridSelection } from './gridSelection';

export const rowHeight = 28;
export const headHeight = 32;

interface GridScroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly from: number;
  readonly to: number;
  readonly totalHeight: number;
  /** Rows that PageUp and PageDown pass over. */
  readonly pageRows: () => number;
}

/** Which rows are on screen, and the cursor's cell kept there. */
export function useGridScroll(
  rowCount: number,
  widths: readonly number[],
  selection: GridSelection,
): GridScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: headHeight,
    useFlushSync: false,
  });
  const rows = virtual.getVirtualItems();
  const { row, column } = selection;
  const frozen = widths[0] ?? 0;
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const width = widths[column] ?? 0;

  useEffect(() => {
    const element = scroller.current;
    if (!element || row >= rowCount) return;
    const top = row * rowHeight;
    const viewHeight = element.clientHeight - headHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + viewHeight)
      element.scrollTop = top + rowHeight - viewHeight;
    if (column === 0) return;
    if (left - frozen < element.scrollLeft) element.scrollLeft = left - frozen;
    else if (left + width > element.scrollLeft + element.clientWidth)
      element.scrollLeft = Math.min(left - frozen, left + width - element.clientWidth);
    // only when the cursor moves: scrolling away from it by mouse is a person's right
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [row, column]);

  const pageRows = useCallback(
    () =>
      Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1),
    [],
  );
  return {
    scroller,
    from: rows[0]?.index ?? 0,
    to: (rows.at(-1)?.index ?? -1) + 1,
    totalHeight: rowCount * rowHeight,
    pageRows,
  };
}
