import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { AcceptedLosses } from './AcceptedLosses';
import type { DestroyEvent } from './DestroyDialog';
import { EventCard } from './EventCard';
import { PassphraseForm } from './PassphraseForm';
import { placeWords } from './placeWords';
import styles from './settings.module.css';

/** Choices of this device, kept outside the events: they hold before anyone unlocks. */
export interface Preferences {
  readonly language: 'zh' | 'en';
  readonly theme: 'day' | 'night';
  /** 0: never. */
  readonly idleMinutes: number;
  /** The desk says its verdict by a sound too. */
  readonly sound: boolean;
}

interface SettingsProps {
  readonly preferences: Preferences;
  readonly onChange: (next: Preferences) => void;
  readonly onDestroy: DestroyEvent;
}

const idleChoices = [2, 5, 10, 30, 60, 0];

export function Settings({ preferences, onChange, onDestroy }: SettingsProps) {
  const { t } = useTranslation();
  const { desktop } = useSession();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('frame.settings')}</h1>
      <div className={styles.columns}>
        <div className={styles.column}>
          <section className={styles.card} aria-labelledby="settings-computer">
            <h2 id="settings-computer">{t('start.settings.computer')}</h2>
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
              <span>{t('start.settings.sound')}</span>
              <select
                value={preferences.sound ? 'on' : 'off'}
                onChange={({ target }) =>
                  onChange({ ...preferences, sound: target.value === 'on' })
                }
              >
                <option value="off">{t('start.settings.soundOff')}</option>
                <option value="on">{t('start.settings.soundOn')}</option>
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
                    {count === 0
                      ? t('start.settings.never')
                      : t('start.settings.minutes', { count })}
                  </option>
                ))}
              </select>
            </label>
          </section>
          <PassphraseForm />
        </div>
        <div className={styles.column}>
          <EventCard onDestroy={onDestroy} />
          <AcceptedLosses />
          <section className={styles.card} aria-labelledby="settings-about">
            <h2 id="settings-about">{t('start.settings.about')}</h2>
            <p>
              {t('frame.product')} ·{' '}
              {t('start.settings.version', { version: desktop.info.version })} · Apache-2.0
            </p>
            <p>{t('start.settings.place', { place: placeWords(t, desktop.info) })}</p>
          </section>
        </div>
      </div>
    </div>
  );
}
