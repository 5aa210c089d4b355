import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { columnLetters } from '../../../../../shared/exchange/workbook';
import { CheckCells } from './CheckCells';
import type { CheckColumn, CheckView } from './checkColumns';
import type { CheckFilter } from './checkRows';
import type { CheckRows } from './useCheckRows';
import styles from './check.module.css';

interface CheckGridProps {
  readonly rows: CheckRows;
  /** Another filter begins at its top. */
  readonly filter: CheckFilter;
  readonly columns: readonly CheckColumn[];
  readonly view: CheckView;
  /** Its place among the rows. */
  readonly selected: number | undefined;
  readonly onSelect: (index: number) => void;
}

const rowHeight = 29;

/** Every row of the file with what would become of it; a hundred thousand scroll. */
export function CheckGrid({ rows, filter, columns, view, selected, onSelect }: CheckGridProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [filter]);
  const items = virtual.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, (items.at(-1)?.index ?? -1) + 1];
  useEffect(() => rows.need(from, to));
  const move = (step: number) => {
    const index = Math.max(0, Math.min(rows.count - 1, (selected ?? -1) + step));
    if (rows.count === 0) return;
    onSelect(index);
    virtual.scrollToIndex(index);
  };
  const page = () => Math.floor((scroller.current?.clientHeight ?? 300) / rowHeight) - 2;
  const width = columns.reduce((sum, column) => sum + column.width, 148);
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={t('exchange.steps.check')}
      aria-rowcount={rows.count + 1}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page(), PageUp: -page() }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        move(step);
      }}
    >
      <div className={styles.head} role="row" style={{ minWidth: width }}>
        <span role="columnheader" className={styles.statusCell}>
          {t('exchange.check.status')}
        </span>
        <span role="columnheader" className={styles.rowCell} data-wide={view.severalSheets}>
          {t('exchange.check.row')}
        </span>
        {columns.map(({ column, name, header, width: columnWidth }) => (
          <span
            key={column}
            role="columnheader"
            className={styles.headCell}
            style={{ width: columnWidth }}
            title={`${header} ← ${columnLetters(column)}`}
            data-field={name}
          >
            {header}
          </span>
        ))}
      </div>
      <div className={styles.rows} style={{ height: virtual.getTotalSize(), minWidth: width }}>
        {items.map(({ index, start }) => {
          const row = rows.at(index);
          if (!row) return null;
          const here = index === selected;
          return (
            <div
              key={row.rowNumber}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={here}
              data-status={row.status}
              className={here ? styles.rowHere : styles.row}
              style={{ transform: `translateY(${start}px)` }}
              onMouseDown={() => onSelect(index)}
            >
              <span role="gridcell" className={styles.statusCell}>
                <span className={styles[row.status]}>
                  {t(`exchange.check.statuses.${row.status}`)}
                </span>
              </span>
              <span
                role="gridcell"
                className={styles.rowCell}
                data-wide={view.severalSheets}
                title={String(view.row(row.rowNumber))}
              >
                {view.row(row.rowNumber)}
              </span>
              <CheckCells row={row} columns={columns} view={view} />
            </div>
          );
        })}
      </div>
      {rows.count === 0 ? <p className={styles.none}>{t('exchange.check.noneOfThese')}</p> : null}
    </div>
  );
}
