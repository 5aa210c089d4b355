import { useEffect, useMemo, type CSSProperties, type MouseEvent } from 'react';
import { CellEditor } from './CellEditor';
import { GridHead } from './GridHead';
import { GridRows } from './GridRows';
import { blockOf, extendTo, moveSelection, selectCell } from './gridSelection';
import type { GridProps } from './gridTypes';
import { rowHeight, useGridScroll } from './useGridScroll';
import { useCellBox } from './useCellBox';
import styles from './grid.module.css';

/**
 * A virtual grid. One textarea has the focus at all times, over the cursor's cell: so the first key
 * of a Chinese composition lands in it as text, and not in a cell that has yet to begin editing.
 */
export function Grid<Row extends object>(props: GridProps<Row>) {
  const { columns, rowCount, rowAt, selection, onSelect, onRange, box } = props;
  const widths = columns.map(({ width }) => width);
  const { scroller, from, to, totalHeight, pageRows } = useGridScroll(rowCount, widths, selection);
  const block = blockOf(selection);
  const cursorRow = selection.row < rowCount ? rowAt(selection.row) : undefined;
  const cursorColumn = columns[selection.column];
  const cursor = cursorRow && cursorColumn && { row: cursorRow, column: cursorColumn.id };
  const typing = useCellBox(props, cursor);
  const template = widths.map((width) => `${width}px`).join(' ');
  const total = widths.reduce((sum, width) => sum + width, 0);
  const sizes = useMemo(
    () => ({ '--columns': template, '--total': `${total}px` }) as CSSProperties, // names of our own
    [template, total],
  );

  useEffect(() => {
    onRange(from, to);
  }, [onRange, from, to]);

  const move = (key: string, control: boolean, shift: boolean) => {
    const size = { rows: rowCount, columns: columns.length, page: pageRows() };
    const next = moveSelection(selection, { key, control, shift }, size);
    if (next) onSelect(next);
    return next !== undefined;
  };
  const cellUnder = ({ target }: MouseEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    const row = cell?.closest<HTMLElement>('[data-row]');
    return cell && row
      ? { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) }
      : undefined;
  };
  const fit = (id: string) => {
    const column = columns.find((one) => one.id === id);
    if (!column) return;
    const rows = Array.from({ length: to - from }, (_, offset) => rowAt(from + offset));
    props.onFit(id, [column.label, ...rows.map((row) => (row ? column.cell(row).text : ''))]);
  };

  return (
    <div
      ref={scroller}
      className={styles.grid}
      style={sizes}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      aria-multiselectable
    >
      <GridHead
        columns={columns}
        header={props.header}
        onResize={props.onResize}
        onFit={fit}
        onMove={props.onMoveColumn}
      />
      {rowCount === 0 && <div className={styles.empty}>{props.empty}</div>}
      <div
        role="rowgroup"
        className={styles.rows}
        style={{ height: totalHeight }}
        onMouseDown={(event) => {
          const at = cellUnder(event);
          if (!at || event.button !== 0) return;
          // the box keeps the focus
          event.preventDefault();
          typing.leave();
          onSelect(
            event.shiftKey ? extendTo(selection, at.row, at.column) : selectCell(at.row, at.column),
          );
          box.current?.focus({ preventScroll: true });
        }}
        onMouseMove={(event) => {
          const at = event.buttons === 1 ? cellUnder(event) : undefined;
          if (at && (at.row !== selection.row || at.column !== selection.column))
            onSelect(extendTo(selection, at.row, at.column));
        }}
        onDoubleClick={() => typing.open()}
      >
        <div className={styles.window} style={{ top: from * rowHeight }}>
          <GridRows
            from={from}
            to={to}
            rowAt={rowAt}
            rowTone={props.rowTone}
            columns={columns}
            selection={selection}
            block={block}
          />
        </div>
        <CellEditor
          {...props}
          typing={typing}
          cursor={cursor}
          block={block}
          left={widths.slice(0, selection.column).reduce((sum, width) => sum + width, 0)}
          onMove={move}
        />
      </div>
    </div>
  );
}
