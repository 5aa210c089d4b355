import { useRef, useState, type ReactNode } from 'react';
import type { GridColumn } from './gridTypes';
import styles from './grid.module.css';

interface GridHeadProps<Row extends object> {
  readonly columns: readonly GridColumn<Row>[];
  readonly header: (column: string) => ReactNode;
  readonly onResize: (column: string, width: number) => void;
  readonly onFit: (column: string) => void;
  readonly onMove: (column: string, before: string) => void;
}

const narrowest = 48;
const widest = 640;

/** Headers: drag one to move its column, drag its edge to widen it, double-click the edge to fit. */
export function GridHead<Row extends object>({
  columns,
  header,
  onResize,
  onFit,
  onMove,
}: GridHeadProps<Row>) {
  const dragged = useRef<string>(undefined);
  const [over, setOver] = useState<string>();
  return (
    <div className={styles.head} role="row" aria-rowindex={1}>
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="columnheader"
          aria-colindex={index + 1}
          className={index === 0 ? styles.frozenHead : styles.headCell}
          data-align={column.align}
          data-over={over === column.id || undefined}
          draggable={index > 0}
          onDragStart={() => {
            dragged.current = column.id;
          }}
          onDragOver={(event) => {
            if (index === 0 || dragged.current === undefined) return;
            event.preventDefault();
            setOver(column.id);
          }}
          onDragLeave={() => setOver(undefined)}
          onDrop={() => {
            setOver(undefined);
            if (dragged.current !== undefined) onMove(dragged.current, column.id);
            dragged.current = undefined;
          }}
        >
          {header(column.id)}
          <ResizeHandle
            width={column.width}
            onResize={(width) => onResize(column.id, width)}
            onFit={() => onFit(column.id)}
          />
        </div>
      ))}
    </div>
  );
}

interface ResizeHandleProps {
  readonly width: number;
  readonly onResize: (width: number) => void;
  readonly onFit: () => void;
}

function ResizeHandle({ width, onResize, onFit }: ResizeHandleProps) {
  const from = useRef<{ readonly x: number; readonly width: number }>(undefined);
  return (
    <span
      className={styles.handle}
      aria-hidden
      draggable
      onDragStart={(event) => {
        // the header's own dragging is for moving it
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, width };
      }}
      onPointerMove={({ clientX }) => {
        const start = from.current;
        if (start) onResize(Math.max(narrowest, Math.min(widest, start.width + clientX - start.x)));
      }}
      onPointerUp={() => {
        from.current = undefined;
      }}
      onDoubleClick={onFit}
    />
  );
}
