import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import {
  blockOf,
  extendTo,
  moveSelection,
  selectCell,
  type Block,
  type GridSelection,
} from './gridSelection';
import { readTableText, writeTableText } from './tableText';
import styles from './grid.module.css';

export interface GridColumn {
  readonly id: string;
  readonly header: ReactNode;
  readonly width: number;
  readonly align?: 'right';
  readonly footer?: string | undefined;
}

export interface GridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rowCount: number;
  /** What a cell shows; undefined while its row is on its way. */
  readonly cellText: (row: number, column: number) => string | undefined;
  /** What stands in the cell's box when editing begins; undefined where it cannot be edited. */
  readonly editText: (row: number, column: number) => string | undefined;
  readonly rowTone?: (row: number) => 'deleted' | undefined;
  readonly selection: GridSelection;
  readonly onSelect: (selection: GridSelection) => void;
  /** Rows on screen, so that the owner can have them read. */
  readonly onRange: (from: number, to: number) => void;
  /** Text that was typed; answers with what is wrong with it, or undefined when it was taken. */
  readonly onEdit: (row: number, column: number, text: string) => Promise<string | undefined>;
  readonly onPaste: (row: number, column: number, cells: readonly (readonly string[])[]) => void;
  readonly onClear: (block: Block) => void;
  readonly onFillDown: (block: Block) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onOpen: (row: number) => void;
  readonly empty: ReactNode;
}

const rowHeight = 28;

/**
 * A virtual grid. One textarea has the focus at all times, over the cursor's cell: so the first key
 * of a Chinese composition lands in it as text, and not in a cell that has yet to begin editing.
 */
export function Grid(props: GridProps) {
  const { columns, rowCount, selection, onSelect, onRange } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const from = rows[0]?.index ?? 0;
  const to = (rows.at(-1)?.index ?? -1) + 1;
  useEffect(() => {
    onRange(from, to);
  }, [onRange, from, to]);
  useEffect(() => {
    if (selection.row < rowCount) virtual.scrollToIndex(selection.row);
  }, [virtual, selection.row, rowCount]);
  const editing = draft !== undefined;
  const block = blockOf(selection);
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const lefts = columns.map((_, index) =>
    columns.slice(0, index).reduce((sum, column) => sum + column.width, 0),
  );

  const move = (key: string, control: boolean, shift: boolean) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 3);
    const next = moveSelection(
      selection,
      { key, control, shift },
      { rows: rowCount, columns: columns.length, page },
    );
    if (next) onSelect(next);
    return next !== undefined;
  };
  const leave = async (key?: string, shift = false) => {
    if (draft !== undefined) {
      const problem = await props.onEdit(selection.row, selection.column, draft);
      setWrong(problem);
      if (problem !== undefined) return;
      setDraft(undefined);
    }
    if (key) move(key, false, shift);
  };
  const copy = () => {
    const cells: string[][] = [];
    for (let row = block.top; row <= block.bottom; row++) {
      const line: string[] = [];
      for (let column = block.left; column <= block.right; column++)
        line.push(props.cellText(row, column) ?? '');
      cells.push(line);
    }
    return writeTableText(cells);
  };

  const pressed = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey: shift } = event;
    const control = event.ctrlKey || event.metaKey;
    if (editing) {
      if (key === 'Escape') {
        setDraft(undefined);
        setWrong(undefined);
      } else if ((key === 'Enter' && !event.altKey) || key === 'Tab') {
        void leave(key, shift);
      } else return;
      event.preventDefault();
      return;
    }
    if (control && key.toLowerCase() === 'd') props.onFillDown(block);
    else if (control && key.toLowerCase() === 'z') (shift ? props.onRedo : props.onUndo)();
    else if (control && key.toLowerCase() === 'y') props.onRedo();
    else if (control && key.toLowerCase() === 'a')
      onSelect({ row: rowCount - 1, column: columns.length - 1, anchorRow: 0, anchorColumn: 0 });
    else if (key === 'Delete' || key === 'Backspace') props.onClear(block);
    else if (key === 'F2') setDraft(props.editText(selection.row, selection.column));
    else if (key === 'Enter' && control) props.onOpen(selection.row);
    else if (!move(key, control, shift)) return;
    event.preventDefault();
  };

  const cursorLeft = lefts[selection.column] ?? 0;
  const cursorWidth = columns[selection.column]?.width ?? 0;
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount}
      onMouseUp={() => box.current?.focus({ preventScroll: true })}
    >
      <div className={styles.head} style={{ width }} role="row">
        {columns.map((column, index) => (
          <div
            key={column.id}
            role="columnheader"
            className={index === 0 ? styles.frozenHead : styles.headCell}
            style={{ width: column.width, textAlign: column.align }}
          >
            {column.header}
          </div>
        ))}
      </div>
      {rowCount === 0 && <div className={styles.empty}>{props.empty}</div>}
      <div className={styles.rows} style={{ height: virtual.getTotalSize(), width }}>
        {rows.map(({ index: row, start }) => (
          <div
            key={row}
            role="row"
            aria-rowindex={row + 1}
            className={styles.row}
            data-tone={props.rowTone?.(row)}
            data-current={row === selection.row}
            style={{ transform: `translateY(${start}px)` }}
          >
            {columns.map((column, index) => (
              <div
                key={column.id}
                role="gridcell"
                className={index === 0 ? styles.frozen : styles.cell}
                data-selected={
                  row >= block.top &&
                  row <= block.bottom &&
                  index >= block.left &&
                  index <= block.right
                }
                style={{ width: column.width, textAlign: column.align }}
                onMouseDown={(event) => {
                  event.preventDefault();
                  void leave().then(() =>
                    onSelect(
                      event.shiftKey ? extendTo(selection, row, index) : selectCell(row, index),
                    ),
                  );
                }}
                onDoubleClick={() => setDraft(props.editText(row, index))}
              >
                {props.cellText(row, index) ?? ''}
              </div>
            ))}
          </div>
        ))}
        {rowCount > 0 && (
          <textarea
            ref={box}
            className={editing ? styles.editor : styles.waiting}
            style={{
              transform: `translate(${cursorLeft}px, ${selection.row * rowHeight}px)`,
              width: cursorWidth,
            }}
            aria-label={props.label}
            aria-invalid={wrong !== undefined}
            value={draft ?? ''}
            rows={1}
            autoFocus
            spellCheck={false}
            onChange={({ target }) => {
              if (editing || props.editText(selection.row, selection.column) !== undefined)
                setDraft(target.value);
            }}
            onKeyDown={pressed}
            onBlur={() => void leave()}
            onCopy={(event) => {
              if (editing) return;
              event.preventDefault();
              event.clipboardData.setData('text/plain', copy());
            }}
            onCut={(event) => {
              if (editing) return;
              event.preventDefault();
              event.clipboardData.setData('text/plain', copy());
              props.onClear(block);
            }}
            onPaste={(event) => {
              if (editing) return;
              event.preventDefault();
              const text = event.clipboardData.getData('text/plain');
              props.onPaste(block.top, block.left, readTableText(text));
            }}
          />
        )}
        {wrong !== undefined && (
          <div
            className={styles.wrong}
            role="alert"
            style={{
              transform: `translate(${cursorLeft}px, ${(selection.row + 1) * rowHeight}px)`,
            }}
          >
            {wrong}
          </div>
        )}
      </div>
      {columns.some(({ footer }) => footer) && (
        <div className={styles.foot} style={{ width }} role="row">
          {columns.map((column, index) => (
            <div
              key={column.id}
              className={index === 0 ? styles.frozenFoot : styles.footCell}
              style={{ width: column.width, textAlign: column.align }}
            >
              {column.footer}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
