import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/kernel/time';
import { useSession } from '../../app/session';
import { DestroyDialog, type DestroyEvent } from './DestroyDialog';
import styles from './settings.module.css';

interface EventCardProps {
  readonly onDestroy: DestroyEvent;
}

/** What the open event is and holds, and the way to destroy it when the law says delete. */
export function EventCard({ onDestroy }: EventCardProps) {
  const { t, i18n } = useTranslation();
  const { store, ledgers } = useSession();
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const [destroying, setDestroying] = useState(false);
  useEffect(() => {
    let gone = false;
    void store.counts().then((found) => {
      if (!gone) setCounts(found);
    });
    return () => {
      gone = true;
    };
  }, [store]);
  const { event } = store;
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const filled = ledgers.filter(({ id }) => (counts[id] ?? 0) > 0);
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <section className={styles.card} aria-labelledby="settings-event">
      <h2 id="settings-event">{t('start.settings.event')}</h2>
      <dl className={styles.facts}>
        <dt>{t('start.first.name')}</dt>
        <dd>{event.name}</dd>
        <dt>{t('start.first.unit')}</dt>
        <dd>
          {t('start.madeAt', {
            unit: event.unit,
            device: event.deviceName,
            time: formatInstant(event.createdAt),
          })}
        </dd>
        <dt>{t('start.settings.records')}</dt>
        <dd>{t('start.settings.recordCount', { records: records.toLocaleString('en') })}</dd>
      </dl>
      {filled.length > 0 && (
        <details>
          <summary>{t('start.settings.byLedger', { count: filled.length })}</summary>
          <ul className={styles.counts}>
            {filled.map(({ id, title }) => (
              <li key={id}>
                <span>{title[language]}</span>
                <span>{(counts[id] ?? 0).toLocaleString('en')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <footer>
        <button type="button" className={styles.danger} onClick={() => setDestroying(true)}>
          {t('start.destroy.open')}
        </button>
        <span className={styles.note}>{t('start.destroy.when')}</span>
      </footer>
      {destroying && (
        <DestroyDialog
          records={records}
          onDestroy={onDestroy}
          onClose={() => setDestroying(false)}
        />
      )}
    </section>
  );
}
