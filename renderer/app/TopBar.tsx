import { useTranslation } from 'react-i18next';
import { useSession } from './session';
import styles from './frame.module.css';

interface TopBarProps {
  readonly onSearch: () => void;
  readonly onLock: () => void;
}

/** Who works here, the search over everything, the lock. */
export function TopBar({ onSearch, onLock }: TopBarProps) {
  const { t } = useTranslation();
  const { store } = useSession();
  return (
    <header className={styles.top}>
      <strong title={store.event.name}>
        {store.event.unit} · {store.event.deviceName}
      </strong>
      <span className={styles.bar} />
      <span className={styles.operator}>{t('frame.operator', { name: store.operator })}</span>
      <span className={styles.facts} data-page-facts="" />
      <button type="button" className={styles.search} onClick={onSearch}>
        <span>{t('frame.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <button type="button" className={styles.lock} onClick={onLock}>
        {t('frame.lock')} <kbd>Ctrl L</kbd>
      </button>
    </header>
  );
}
