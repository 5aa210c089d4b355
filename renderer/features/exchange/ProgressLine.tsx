import { useTranslation } from 'react-i18next';
import styles from './exchange.module.css';

interface ProgressLineProps {
  readonly words: string;
  /** 0 to 1; absent while nobody knows how long it takes. */
  readonly share?: number;
  readonly onCancel: () => void;
}

export function ProgressLine({ words, share, onCancel }: ProgressLineProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.progress} role="status">
      <span>{words}</span>
      <progress className={styles.progressBar} value={share} />
      <button type="button" className={styles.button} onClick={onCancel}>
        {t('exchange.check.cancel')}
      </button>
    </div>
  );
}
