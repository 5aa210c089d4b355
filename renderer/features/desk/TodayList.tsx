import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { maskValue } from '../../../shared/fields/mask';
import type { RowId } from '../../../shared/kernel/ids';
import { formatInstant, toInstant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import { codecFor } from '../../../shared/fields/codecFor';
import { ledgerField, type DeskField } from './deskFields';
import { OutcomeMark } from './OutcomeMark';
import { outcomeTone } from './outcomeTone';
import { outcomeWord } from './outcomeWord';
import { showPlate } from './showPlate';
import type { Names } from './useNames';
import styles from './today.module.css';

interface TodayListProps {
  readonly rows: readonly Row[];
  readonly permits: Names;
  /** The row that was written last. */
  readonly fresh: RowId | undefined;
  readonly selected: RowId | undefined;
  readonly onSelect: (row: RowId) => void;
  readonly onCorrect: (row: Row) => void;
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

/** Today's passages, newest first; the one written last is marked, void ones are struck through. */
export function TodayList(props: TodayListProps) {
  const { rows, permits, fresh, selected, onSelect, onCorrect } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useEffect(() => {
    const index = rows.findIndex(({ id }) => id === selected);
    if (index >= 0) virtual.scrollToIndex(index);
  }, [selected, rows, virtual]);
  useEffect(() => {
    if (fresh !== undefined && scroller.current) scroller.current.scrollTop = 0;
  }, [fresh]);
  return (
    <div className={styles.table} role="table" aria-label={t('desk.today.title')}>
      <div className={styles.header} role="row">
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(`desk.today.${column}`)}
          </span>
        ))}
      </div>
      <div className={styles.scroller} ref={scroller} role="rowgroup" tabIndex={-1}>
        {rows.length === 0 ? <p className={styles.empty}>{t('desk.today.empty')}</p> : null}
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
                <Cells row={row} permits={permits} />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

function Cells({ row, permits }: { readonly row: Row; readonly permits: Names }) {
  const { t, i18n } = useTranslation();
  const { values, deletedAt } = row;
  const text = (field: DeskField | 'outcome' | 'grounds' | 'voidedReason') => {
    const value = values[field];
    return typeof value === 'string' ? value : '';
  };
  const choice = (field: DeskField) => {
    const value = values[field];
    const language = i18n.language.startsWith('en') ? 'en' : 'zh';
    return value === undefined ? '' : codecFor(ledgerField(field)).toText(value, language);
  };
  const { passedAt, driverName, passengerCount, permit } = values;
  const name = driverName === undefined ? '' : maskValue(ledgerField('driverName'), driverName);
  const others = typeof passengerCount === 'number' ? passengerCount : 0;
  const people = others > 0 ? t('desk.today.withOthers', { name, count: others + 1 }) : name;
  const route = [text('origin'), text('destination')].filter(Boolean).map(shortPlace).join(' → ');
  const number = typeof permit === 'string' ? (permits.nameOf(permit) ?? permit.slice(1)) : '';
  const grounds =
    deletedAt !== undefined
      ? t('desk.today.voided', { reason: text('voidedReason') })
      : text('grounds') || (number ? t('desk.today.permit', { number }) : text('purpose'));
  const outcome = text('outcome');
  const tone = outcomeTone(outcome);
  return (
    <>
      <span className={styles.quiet} role="cell">
        {typeof passedAt === 'number' ? formatInstant(toInstant(passedAt)).slice(11) : ''}
      </span>
      <span className={styles.plate} role="cell">
        {showPlate(text('plate')) || t('desk.panel.noPlate')}
      </span>
      <span role="cell">{choice('direction')}</span>
      <span role="cell">
        <span className={[styles.chip, styles.small, styles[tone]].join(' ')}>
          <OutcomeMark tone={tone} size={11} /> {outcomeWord(outcome, i18n.language)}
        </span>
      </span>
      <span role="cell">{people}</span>
      <span role="cell" className={styles.quiet}>
        {route}
      </span>
      <span role="cell" className={deletedAt === undefined ? styles.quiet : styles.reason}>
        {grounds}
      </span>
      <span role="cell" className={styles.quiet}>
        {choice('vehicleType')}
      </span>
    </>
  );
}

/** `孟州市 河雍街道` is 孟州市 in a list. */
function shortPlace(place: string): string {
  return place.split(/\s/)[0] ?? place;
}
