import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../../shared/kernel/time';
import type { Todo } from '../../../../shared/todos/todo';
import { useSession } from '../../../app/session';
import { hashOf } from '../../../app/useRoute';
import { recordTitle } from '../../../components/record/recordTitle';
import { shownNumber } from '../shownNumber';
import styles from '../figures.module.css';
import own from './command.module.css';

interface TodoRecordsProps {
  readonly title: string;
  readonly todos: readonly Todo[];
  readonly onClose: () => void;
}

/** More are on the page of to-dos. */
const listedTodos = 500;

/** What a unit has to do: each opens its record, or the page where it is done. */
export function TodoRecords({ title, todos, onClose }: TodoRecordsProps) {
  const { t, i18n } = useTranslation();
  const { ledgers } = useSession();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (
    <section
      className={styles.records}
      aria-label={t('figures.records', { name: title })}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" className={styles.close} onClick={onClose}>
          {t('figures.close')} <kbd>Esc</kbd>
        </button>
        <p>
          <span>{t('figures.recordCount', { number: shownNumber(todos.length) })}</span>
        </p>
      </header>
      <div className={own.recordList}>
        <ul>
          {todos.slice(0, listedTodos).map((todo) => {
            const ledger = ledgers.find(({ id }) => id === todo.ledger);
            const to = ledger
              ? hashOf({
                  page: 'ledger',
                  ledger: ledger.id,
                  ...(todo.row ? { row: todo.row.id } : {}),
                })
              : hashOf({ page: 'exchange' });
            const name = todo.row && ledger ? recordTitle(ledger, todo.row, language) : '';
            return (
              <li key={todo.id}>
                <a href={to}>
                  <span>
                    {[ledger?.title[language] ?? t('frame.exchange'), todo.about ?? name]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <span>{todo.at === undefined ? '' : formatInstant(todo.at)}</span>
                </a>
              </li>
            );
          })}
        </ul>
      </div>
      <footer>
        <a href={hashOf({ page: 'todos' })}>{t('figures.command.toTodos')}</a>
      </footer>
    </section>
  );
}
