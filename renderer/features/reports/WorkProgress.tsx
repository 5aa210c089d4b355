import { useTranslation } from 'react-i18next';
import styles from './reports.module.css';

/** How far something long has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

interface WorkProgressProps {
  readonly label: string;
  readonly progress: Progress;
  readonly onCancel: () => void;
}

/** What is being done, how far it is, and a button that ends it. */
export function WorkProgress({ label, progress, onCancel }: WorkProgressProps) {
  const { t } = useTranslation();
  const { done, total } = progress;
  return (
    <p className={styles.progress} role="status">
      <span>{label}</span>
      <progress aria-label={label} value={done} max={Math.max(1, total)} />
      <span>{t('reports.progress', { done, total })}</span>
      <button type="button" className={styles.button} onClick={onCancel}>
        {t('reports.cancel')}
      </button>
    </p>
  );
}
