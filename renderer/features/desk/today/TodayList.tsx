import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../../shared/kernel/time';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { dayWord } from './dayWord';
import { KeyCap } from '../marks/KeyCap';
import { PassageCells } from './PassageCells';
import { mostRows } from './readPassages';
import styles from './today.module.css';

interface TodayListProps {
  /** What the filter leaves, newest first. */
  readonly rows: readonly Row[];
  /** Passages of the day without the filter. */
  readonly total: number;
  readonly ready: boolean;
  /** Undefined: today. */
  readonly date: IsoDate | undefined;
  readonly permitNumber: (id: string) => string | undefined;
  /** The row that was written last. */
  readonly fresh: RowId | undefined;
  readonly selected: RowId | undefined;
  readonly onSelect: (row: RowId) => void;
  readonly onCorrect: (row: Row) => void;
  readonly onEarlier: () => void;
}

const rowHeight = 29;
const columns = [
  'time',
  'plate',
  'direction',
  'outcome',
  'people',
  'route',
  'grounds',
  'vehicle',
] as const;

/** A day's passages, newest first; the one written last is marked, void ones are struck through. */
function DayList(props: TodayListProps) {
  const { rows, permitNumber, fresh, selected, onSelect, onCorrect } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const latest = useRef(rows);
  useLayoutEffect(() => {
    latest.current = rows;
  });
  useEffect(() => {
    const index = latest.current.findIndex(({ id }) => id === selected);
    if (index >= 0) virtual.scrollToIndex(index);
  }, [selected, virtual]);
  useLayoutEffect(() => {
    const index = latest.current.findIndex(({ id }) => id === fresh);
    if (index === 0 && scroller.current) scroller.current.scrollTop = 0;
    else if (index > 0) virtual.scrollToIndex(index);
  }, [fresh, virtual]);
  return (
    <div
      className={styles.table}
      role="table"
      aria-label={t('desk.today.title')}
      aria-rowcount={rows.length}
    >
      <div className={styles.header} role="row">
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(`desk.today.${column}`)}
          </span>
        ))}
      </div>
      <div className={styles.scroller} ref={scroller} role="rowgroup" tabIndex={-1}>
        {rows.length === 0 && props.ready ? <NoRows {...props} /> : null}
        <div className={styles.canvas} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row ? (
              <div
                key={row.id}
                role="row"
                data-passage={row.id}
                aria-selected={row.id === selected}
                className={[
                  styles.row,
                  row.id === fresh ? styles.fresh : '',
                  row.id === selected ? styles.selected : '',
                  row.deletedAt === undefined ? '' : styles.voided,
                ].join(' ')}
                style={{ transform: `translateY(${item.start}px)` }}
                onClick={() => onSelect(row.id)}
                onDoubleClick={() => onCorrect(row)}
              >
                <PassageCells row={row} permitNumber={permitNumber} />
              </div>
            ) : null;
          })}
        </div>
        {rows.length >= mostRows ? (
          <p className={styles.empty}>{t('desk.today.tooMany', { count: mostRows })}</p>
        ) : null}
      </div>
    </div>
  );
}

/** Unchanged while somebody types above it. */
export const TodayList = memo(DayList);

function NoRows({ total, date, onEarlier }: TodayListProps) {
  const { t, i18n } = useTranslation();
  if (total > 0) return <p className={styles.empty}>{t('desk.today.noMatch', { count: total })}</p>;
  if (date !== undefined) {
    const day = dayWord(date, i18n.language);
    return <p className={styles.empty}>{t('desk.today.emptyDay', { day })}</p>;
  }
  return (
    <div className={styles.empty}>
      <p>{t('desk.today.empty')}</p>
      <button type="button" className={styles.link} onClick={onEarlier}>
        {t('desk.today.earlier')} <KeyCap>Ctrl [</KeyCap>
      </button>
    </div>
  );
}
