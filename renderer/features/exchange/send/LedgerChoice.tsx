import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
import { shownLanguage } from '../findingWords';
import styles from '../export/dialog.module.css';

interface LedgerChoiceProps {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Which ledgers go along, with the records each holds. */
export function LedgerChoice({ chosen, onChange }: LedgerChoiceProps) {
  const { store, ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  useEffect(() => {
    let gone = false;
    void store.counts().then((now) => {
      if (!gone) setCounts(now);
    });
    return () => {
      gone = true;
    };
  }, [store]);
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChange(next);
  };
  return (
    <fieldset className={styles.columns}>
      <legend>
        {t('parcel.ledgers', { chosen: chosen.size, all: ledgers.length })}
        <button
          type="button"
          className={styles.link}
          onClick={() => onChange(new Set(ledgers.map(({ id }) => id)))}
        >
          {t('parcel.all')}
        </button>
        <button type="button" className={styles.link} onClick={() => onChange(new Set())}>
          {t('parcel.none')}
        </button>
      </legend>
      <div className={styles.columnGrid}>
        {ledgers.map(({ id, title }) => (
          <label key={id} className={chosen.has(id) ? styles.column : styles.out}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={({ target }) => toggle(id, target.checked)}
            />
            {title[language]}
            <span className={styles.quiet}>{(counts[id] ?? 0).toLocaleString(i18n.language)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
