import { useTranslation } from 'react-i18next';
import styles from './start.module.css';

export interface SampleLoading {
  readonly ledger: string;
  /** Rows of this ledger. */
  readonly done: number;
  readonly total: number;
  /** Of the whole county, 0 to 1. */
  readonly share: number;
}

interface SampleProgressProps {
  readonly loading: SampleLoading | undefined;
  readonly passphrase: string;
  readonly onCancel: () => void;
}

export function SampleProgress({ loading, passphrase, onCancel }: SampleProgressProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.card} data-sample>
      <span className={styles.product}>{t('frame.product')}</span>
      <h1 className={styles.title}>{t('start.sample.name')}</h1>
      <p className={styles.note}>{t('start.sample.passphrase', { passphrase })}</p>
      <progress
        className={styles.progress}
        aria-label={t('start.sample.name')}
        max={1}
        value={loading?.share ?? 0}
      />
      <p className={styles.note} role="status">
        {loading ? t('start.sample.loading', { ...loading }) : t('start.first.creating')}
      </p>
      <div className={styles.actions}>
        <button type="button" className={styles.plain} onClick={onCancel}>
          {t('start.cancel')}
        </button>
      </div>
    </section>
  );
}
