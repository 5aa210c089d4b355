import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventListing } from '../../store/eventContract';
import { RecoverySheet } from './RecoverySheet';
import styles from './start.module.css';

interface RecoveryCodeProps {
  readonly event: EventListing;
  readonly operator: string;
  readonly code: string;
  readonly onKept: () => void;
}

/** Shown once. The person has to say that the code is kept before work begins. */
export function RecoveryCode({ event, operator, code, onKept }: RecoveryCodeProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  return (
    <>
      <section className={styles.card}>
        <span className={styles.product}>{event.name}</span>
        <h1 className={styles.title}>{t('start.recovery.title')}</h1>
        <p className={styles.note}>{t('start.recovery.note')}</p>
        <div className={styles.code} data-recovery-code>
          {code}
        </div>
        <label className={styles.check}>
          <input type="checkbox" checked={kept} onChange={(box) => setKept(box.target.checked)} />
          {t('start.recovery.kept')}
        </label>
        <div className={styles.actions}>
          <button type="button" className={styles.plain} onClick={() => window.print()} autoFocus>
            {t('start.recovery.print')}
          </button>
          <button type="button" className={styles.primary} disabled={!kept} onClick={onKept}>
            {t('start.recovery.go')}
          </button>
        </div>
      </section>
      <RecoverySheet event={event} operator={operator} code={code} />
    </>
  );
}
