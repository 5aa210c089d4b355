import { useTranslation } from 'react-i18next';
import type { LedgerQuery } from './data/useLedgerQuery';
import styles from './workspace.module.css';

interface EmptyLedgerProps {
  readonly title: string;
  readonly ready: boolean;
  readonly shown: LedgerQuery;
  readonly onAdd: () => void;
  readonly onImport: () => void;
}

/** What to do first, or why nothing is shown. */
export function EmptyLedger({ title, ready, shown, onAdd, onImport }: EmptyLedgerProps) {
  const { t } = useTranslation();
  if (!ready) return null;
  if (shown.narrowed)
    return (
      <>
        <p>{t('ledger.noMatch')}</p>
        <button type="button" className={styles.button} onClick={shown.showAll}>
          {t('ledger.clearFilters')}
        </button>
      </>
    );
  return (
    <>
      <strong>{t('ledger.emptyTitle', { ledger: title })}</strong>
      <p>{t('ledger.emptyNote')}</p>
      <span className={styles.emptyActions}>
        <button type="button" className={styles.primary} onClick={onAdd}>
          {t('ledger.add')}
        </button>
        <button type="button" className={styles.button} onClick={onImport}>
          {t('ledger.importFirst')}
        </button>
      </span>
    </>
  );
}
