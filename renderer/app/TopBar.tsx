import { useTranslation } from 'react-i18next';
import { useSession } from './session';
import { useTodos } from './todos/TodosProvider';
import { hashOf } from './useRoute';
import styles from './frame.module.css';

interface TopBarProps {
  readonly onSearch: () => void;
  readonly onLock: () => void;
}

/** Who works here, the search over everything, what is to be done, the lock. */
export function TopBar({ onSearch, onLock }: TopBarProps) {
  const { t } = useTranslation();
  const { store } = useSession();
  const { open, ready } = useTodos();
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
      <a className={styles.todos} href={hashOf({ page: 'todos' })}>
        {ready ? t('frame.todoCount', { count: open.length }) : t('frame.todosUncounted')}
      </a>
      <button type="button" className={styles.lock} onClick={onLock}>
        {t('frame.lock')} <kbd>Ctrl L</kbd>
      </button>
    </header>
  );
}
