import { useTranslation } from 'react-i18next';
import shared from './exchange.module.css';
import styles from './start.module.css';

/** Where files come in. */
export function FileChoice({ onChoose }: { readonly onChoose: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.drop} onClick={onChoose}>
      <strong>{t('exchange.files.drop')}</strong>
      <span className={shared.primaryLook}>{t('exchange.files.choose')}</span>
      <span className={shared.quiet}>{t('exchange.files.dropHint')}</span>
    </button>
  );
}
