import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportDate } from '../../../../../shared/exchange/recognise/reportDate';
import { dateCodec } from '../../../../../shared/fields/date';
import type { IsoDate } from '../../../../../shared/kernel/time';
import styles from './recognise.module.css';

interface ReportDateInputProps {
  readonly reportOn: ReportDate;
  readonly onDate: (date: IsoDate) => void;
}

/** The day that gives dates without a year theirs; typed in any form a date is written in. */
export function ReportDateInput({ reportOn, onDate }: ReportDateInputProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string>();
  const [unread, setUnread] = useState(false);
  const take = () => {
    if (typed === undefined) return;
    const parsed = dateCodec.parse({ type: 'text', text: typed }, { reportOn: reportOn.date });
    setUnread(parsed.state === 'unreadable');
    if (parsed.state === 'unreadable') return;
    setTyped(undefined);
    if (parsed.state === 'value') onDate(parsed.value);
  };
  return (
    <label className={styles.choice} title={t('exchange.recognise.reportOnHint')}>
      <span>{t('exchange.recognise.reportOn')}</span>
      <input
        className={reportOn.from === 'today' || unread ? styles.dateAsked : styles.date}
        value={typed ?? reportOn.date}
        aria-invalid={unread}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={take}
        onKeyDown={({ key, ctrlKey }) => {
          if (key === 'Enter' && !ctrlKey) take();
        }}
      />
      <span className={styles.reason}>
        {t(
          unread
            ? 'exchange.recognise.reportOnUnread'
            : `exchange.recognise.reportOnFrom.${reportOn.from}`,
        )}
      </span>
    </label>
  );
}
