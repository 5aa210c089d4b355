import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../../app/useRoute';
import type { WordedDiscrepancy, WordedRecord } from './checkWords';
import styles from './checks.module.css';

interface DiscrepancyListProps {
  readonly list: readonly WordedDiscrepancy[];
}

const rowHeight = 46;

/** Each line with the records that cannot both be right; ↑↓ go from line to line, Tab across. */
export function DiscrepancyList({ list }: DiscrepancyListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    useFlushSync: false,
  });
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const line = event.target instanceof Element ? event.target.closest('li') : null;
    if (step === undefined || !line) return;
    const next = step === 1 ? line.nextElementSibling : line.previousElementSibling;
    next?.querySelector('a')?.focus();
    event.preventDefault();
  };
  const link = ({ ledger, row, title, detail }: WordedRecord) => (
    <a href={hashOf({ page: 'ledger', ledger, row })}>
      {title}
      <small>{detail}</small>
    </a>
  );
  return (
    <div className={styles.list}>
      <div className={styles.head}>
        <span>{t('checks.columns.what')}</span>
        <span>{t('checks.columns.first')}</span>
        <span>{t('checks.columns.second')}</span>
      </div>
      <div ref={scroller} className={styles.scroll}>
        <ul style={{ height: virtual.getTotalSize() }} onKeyDown={pressed}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const found = list[index];
            return (
              <li key={key} style={{ transform: `translateY(${start}px)` }}>
                {found && (
                  <>
                    <span>{found.what}</span>
                    {link(found.first)}
                    {found.second ? link(found.second) : <i>{t('checks.noSecond')}</i>}
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
