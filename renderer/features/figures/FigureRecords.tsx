import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../shared/kernel/time';
import { hashOf } from '../../app/useRoute';
import { recordTitle } from '../../components/record/recordTitle';
import type { FigureRow } from '../../store/figureContract';
import { cutOffAt, showMoment } from '../../app/cutOff/cutOff';
import type { Choice } from './FigureTable';
import { recordedAfter, recordMoment } from './recordMoments';
import { shownNumber } from './shownNumber';
import { useOpenedFigure } from './useOpenedFigure';
import styles from './figures.module.css';

interface FigureRecordsProps {
  readonly choice: Choice;
  readonly at: Instant;
  readonly onClose: () => void;
}

const rowHeight = 30;

/** The records behind a figure: each opens in its ledger. */
export function FigureRecords({ choice, at, onClose }: FigureRecordsProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const { line, of, words } = choice;
  const { ledger, figure, value } = line;
  const cutOff = useMemo(() => cutOffAt(at), [at]);
  const { opened, rowAt, need } = useOpenedFigure(
    { figure: figure.id, cutOff, ...(of ? { of } : {}) },
    value,
  );
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: opened?.count ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;
  useEffect(() => need(from, to), [need, from, to]);
  const title = [figure.title[language], words].filter(Boolean).join(' · ');

  const cells = ({ row, amount }: FigureRow) => (
    <>
      <span className={styles.recordName}>{recordTitle(ledger, row, language)}</span>
      <span>{recordMoment(ledger, figure, row, language)}</span>
      <span className={styles.late}>
        {recordedAfter(row, at) && <mark>{t('figures.late')}</mark>}
      </span>
      <span className={styles.number}>{shownNumber(amount)}</span>
    </>
  );
  return (
    <section
      className={styles.records}
      aria-label={t('figures.records', { name: title })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const link = event.target instanceof Element ? event.target.closest('li') : null;
        if (step === undefined || !link) return;
        const next = step === 1 ? link.nextElementSibling : link.previousElementSibling;
        next?.querySelector('a')?.focus();
        event.preventDefault();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" className={styles.close} onClick={onClose}>
          {t('figures.close')} <kbd>Esc</kbd>
        </button>
        <p>
          <strong>{opened ? shownNumber(opened.value) : ''}</strong> {figure.unit[language]}
          <span>{t('figures.asOf', { moment: showMoment(at) })}</span>
          <span>{opened && t('figures.recordCount', { number: shownNumber(opened.count) })}</span>
        </p>
      </header>
      <div className={styles.recordHead}>
        <span>{ledger.fields[ledger.nameField]?.header[language]}</span>
        <span>{t('figures.when')}</span>
        <span />
        <span className={styles.number}>{t('figures.adds')}</span>
      </div>
      <div ref={scroller} className={styles.recordList}>
        {opened?.count === 0 && <p className={styles.quiet}>{t('figures.noRecords')}</p>}
        <ul style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const found = rowAt(index);
            return (
              <li key={index} style={{ transform: `translateY(${start}px)` }}>
                {found && (
                  <a href={hashOf({ page: 'ledger', ledger: ledger.id, row: found.row.id })}>
                    {cells(found)}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      </div>
      <footer>
        <a href={hashOf({ page: 'ledger', ledger: ledger.id })}>
          {t('figures.toLedger', { ledger: ledger.title[language] })}
        </a>
      </footer>
    </section>
  );
}
