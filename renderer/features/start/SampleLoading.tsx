import { useTranslation } from 'react-i18next';
import { samplePassphrase, type SampleProgress } from './loadSample';
import styles from './start.module.css';

interface SampleLoadingProps {
  /** Absent until it is known how much there is. */
  readonly progress: SampleProgress | undefined;
  readonly titleOf: (ledger: string) => string;
  /** Absent once it was asked for. */
  readonly onCancel: (() => void) | undefined;
}

/** The invented county on its way into its event. */
export function SampleLoading({ progress, titleOf, onCancel }: SampleLoadingProps) {
  const { t } = useTranslation();
  const words = progress
    ? t('start.sample.loading', {
        ledger: titleOf(progress.ledger),
        done: progress.done.toLocaleString('en'),
        total: progress.total.toLocaleString('en'),
      })
    : t('start.sample.preparing');
  return (
    <section className={styles.card}>
      <span className={styles.product}>{t('frame.product')}</span>
      <h1 className={styles.title}>{t('start.sample.title')}</h1>
      <p className={styles.note}>
        {t('start.sample.note')} {t('start.sample.passphrase', { passphrase: samplePassphrase })}
      </p>
      <div className={styles.work} role="status">
        <span>{onCancel ? words : t('start.sample.cancelling')}</span>
        <progress
          aria-label={t('start.sample.title')}
          value={progress && progress.done / progress.total}
        />
      </div>
      <div className={styles.actions}>
        <button type="button" className={styles.plain} disabled={!onCancel} onClick={onCancel}>
          {t('start.sample.cancel')}
        </button>
      </div>
    </section>
  );
}
