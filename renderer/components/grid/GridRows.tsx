import { memo } from 'react';
import type { Block, GridSelection } from './gridSelection';
import type { GridColumn } from './gridTypes';
import styles from './grid.module.css';

interface GridRowProps<Row extends object> {
  readonly index: number;
  readonly row: Row | undefined;
  readonly tone: 'deleted' | undefined;
  readonly columns: readonly GridColumn<Row>[];
  /** Columns of the selected block in this row; -1: none. */
  readonly left: number;
  readonly right: number;
  readonly cursor: number;
  readonly isCurrent: boolean;
}

/** One row; drawn anew only when something in it changes, or scrolling would not keep up. */
const GridRow = memo(function GridRow<Row extends object>(props: GridRowProps<Row>) {
  const { index, row, columns, left, right, cursor } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined}
      className={styles.row}
      data-row={index}
      data-tone={props.tone}
      data-current={props.isCurrent}
    >
      {columns.map((column, at) => {
        const cell = row ? column.cell(row) : undefined;
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + 1}
            aria-selected={at >= left && at <= right}
            className={at === 0 ? styles.frozen : styles.cell}
            data-column={at}
            data-align={column.align}
            data-cursor={at === cursor || undefined}
            data-wrong={cell?.wrong}
          >
            {cell?.tone ? <span data-tone={cell.tone}>{cell.text}</span> : cell?.text}
          </div>
        );
      })}
    </div>
  );
}) as <Row extends object>(props: GridRowProps<Row>) => React.ReactNode; // memo forgets the row's type

interface GridRowsProps<Row extends object> {
  readonly from: number;
  readonly to: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowTone: (row: Row) => 'deleted' | undefined;
  readonly columns: readonly GridColumn<Row>[];
  readonly selection: GridSelection;
  readonly block: Block;
}

/** The rows on screen, one after the other in ordinary flow: exact at any height. */
export function GridRows<Row extends object>(props: GridRowsProps<Row>) {
  const { from, to, rowAt, rowTone, columns, selection, block } = props;
  return Array.from({ length: to - from }, (_, offset) => {
    const index = from + offset;
    const row = rowAt(index);
    const inBlock = index >= block.top && index <= block.bottom;
    return (
      <GridRow<Row>
        key={index}
        index={index}
        row={row}
        tone={row && rowTone(row)}
        columns={columns}
        left={inBlock ? block.left : -1}
        right={inBlock ? block.right : -1}
        cursor={index === selection.row ? selection.column : -1}
        isCurrent={index === selection.row}
      />
    );
  });
}
