import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import styles from './settings.module.css';

/** Choices of this device, kept outside the events: they hold before anyone unlocks. */
export interface Preferences {
  readonly language: 'zh' | 'en';
  readonly theme: 'day' | 'night';
  /** 0: never. */
  readonly idleMinutes: number;
}

interface SettingsProps {
  readonly preferences: Preferences;
  readonly onChange: (next: Preferences) => void;
}

const idleChoices = [2, 5, 10, 30, 60, 0];
const shortest = 8;

export function Settings({ preferences, onChange }: SettingsProps) {
  const { t } = useTranslation();
  const { store, desktop, ledgers } = useSession();
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [said, setSaid] = useState<{ readonly good: boolean; readonly text: string }>();
  useEffect(() => {
    let gone = false;
    void store.counts().then((found) => {
      if (!gone) setCounts(found);
    });
    return () => {
      gone = true;
    };
  }, [store]);

  const change = async () => {
    if (next.length < shortest) return setSaid({ good: false, text: t('start.first.short') });
    const changed = await store.changePassphrase(current, next);
    if (!changed.ok)
      return setSaid({ good: false, text: t(`start.problem.${changed.problem.tag}.title`) });
    setCurrent('');
    setNext('');
    return setSaid({ good: true, text: t('start.settings.changed') });
  };

  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('frame.settings')}</h1>
      <section className={styles.card}>
        <label className={styles.line}>
          <span>{t('start.settings.language')}</span>
          <select
            value={preferences.language}
            onChange={({ target }) =>
              onChange({ ...preferences, language: target.value === 'en' ? 'en' : 'zh' })
            }
          >
            <option value="zh">中文</option>
            <option value="en">English</option>
          </select>
        </label>
        <label className={styles.line}>
          <span>{t('start.settings.theme')}</span>
          <select
            value={preferences.theme}
            onChange={({ target }) =>
              onChange({ ...preferences, theme: target.value === 'night' ? 'night' : 'day' })
            }
          >
            <option value="day">{t('start.settings.day')}</option>
            <option value="night">{t('start.settings.night')}</option>
          </select>
        </label>
        <label className={styles.line}>
          <span>{t('start.settings.idle')}</span>
          <select
            value={preferences.idleMinutes}
            onChange={({ target }) =>
              onChange({ ...preferences, idleMinutes: Number(target.value) })
            }
          >
            {idleChoices.map((count) => (
              <option key={count} value={count}>
                {count === 0 ? t('start.settings.never') : t('start.settings.minutes', { count })}
              </option>
            ))}
          </select>
        </label>
      </section>
      <form
        className={styles.card}
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <h2>{t('start.settings.passphrase')}</h2>
        <label className={styles.line}>
          <span>{t('start.settings.current')}</span>
          <input
            type="password"
            autoComplete="off"
            value={current}
            onChange={({ target }) => setCurrent(target.value)}
          />
        </label>
        <label className={styles.line}>
          <span>{t('start.settings.next')}</span>
          <input
            type="password"
            autoComplete="off"
            value={next}
            onChange={({ target }) => setNext(target.value)}
          />
        </label>
        {said && (
          <p role="status" className={said.good ? styles.good : styles.wrong}>
            {said.text}
          </p>
        )}
        <button type="submit" className={styles.button}>
          {t('start.settings.change')}
        </button>
      </form>
      <section className={styles.card}>
        <h2>{t('start.settings.about')}</h2>
        <p>
          {t('frame.product')} · {t('start.settings.version', { version: desktop.info.version })} ·
          Apache-2.0
        </p>
        <p>{t('start.settings.place', { place: desktop.info.journalPlace })}</p>
        <p>
          {ledgers
            .map(({ id, title }) =>
              t('start.settings.rows', {
                ledger: title[preferences.language],
                count: counts[id] ?? 0,
              }),
            )
            .join(' · ')}
        </p>
      </section>
    </div>
  );
}
