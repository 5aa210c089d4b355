import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/kernel/time';
import type { EventListing } from '../../store/eventContract';
import styles from './start.module.css';

interface EventListProps {
  readonly events: readonly EventListing[];
  readonly onChoose: (listing: EventListing) => void;
  readonly onNew: () => void;
  readonly onSample: (() => void) | undefined;
}

/** More than these do not stand on the card at once. */
const findFrom = 6;

/** The events of this computer, last opened first. */
export function EventList({ events, onChoose, onNew, onSample }: EventListProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const found = events.filter(({ name, unit, deviceName }) =>
    [name, unit, deviceName].some((one) => one.toLowerCase().includes(text.trim().toLowerCase())),
  );
  return (
    <section className={styles.card}>
      <span className={styles.product}>{t('frame.product')}</span>
      <h1 className={styles.title}>{t('start.choose')}</h1>
      <p className={styles.note}>{t('start.chooseNote', { count: events.length })}</p>
      {events.length >= findFrom && (
        <input
          className={styles.find}
          type="search"
          value={text}
          placeholder={t('start.find')}
          aria-label={t('start.find')}
          autoFocus
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <ul className={styles.events} aria-label={t('start.choose')}>
        {found.map((listing) => (
          <li key={listing.id}>
            <button type="button" className={styles.event} onClick={() => onChoose(listing)}>
              <strong>{listing.name || t('start.unnamed')}</strong>
              <span>
                {listing.name
                  ? t('start.madeAt', {
                      unit: listing.unit,
                      device: listing.deviceName,
                      time: formatInstant(listing.createdAt),
                    })
                  : t('start.problem.keysLost.title')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.note}>{t('start.noneFound', { text })}</p>}
      <div className={styles.actions}>
        {onSample && (
          <button type="button" className={styles.plain} onClick={onSample}>
            {t('start.sample.load')}
          </button>
        )}
        <button type="button" className={styles.primary} onClick={onNew}>
          {t('start.another')}
        </button>
      </div>
    </section>
  );
}
