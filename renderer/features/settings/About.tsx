import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import styles from './settings.module.css';

/** Which program this is, where its second copy lies, and how much is in it. */
export function About() {
  const { t, i18n } = useTranslation();
  const { store, desktop } = useSession();
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>();
  useEffect(() => {
    let gone = false;
    void store.counts().then((found) => {
      if (!gone) setCounts(found);
    });
    return () => {
      gone = true;
    };
  }, [store]);
  const filled = Object.values(counts ?? {}).filter((rows) => rows > 0);
  const records = filled.reduce((sum, rows) => sum + rows, 0);
  const shown = (count: number) => count.toLocaleString(i18n.language);
  const lines = [
    [
      t('frame.product'),
      `${t('start.settings.version', { version: desktop.info.version })} · Apache-2.0`,
    ],
    [t('start.first.name'), store.event.name],
    [t('start.first.unit'), store.event.unit],
    [t('start.first.device'), store.event.deviceName],
    [
      t('start.settings.records'),
      counts
        ? t('start.settings.rows', { rows: shown(records), ledgers: shown(filled.length) })
        : '',
    ],
    [
      t('start.settings.place'),
      desktop.info.journalPlace === 'OPFS'
        ? t('start.settings.insideBrowser')
        : desktop.info.journalPlace,
    ],
  ] as const;
  return (
    <section className={styles.card}>
      <h2>{t('start.settings.about')}</h2>
      <dl className={styles.facts}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
