import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '../../../shared/kernel/time';
import { todoKinds, type TodoKind } from '../../../shared/todos/todo';
import { useCommands } from '../../app/commands';
import { useSession } from '../../app/session';
import { useTodos } from '../../app/todos/TodosProvider';
import { LimitsDialog } from './LimitsDialog';
import { PutOffDialog } from './PutOffDialog';
import { findTodos, groupTodos, type TodoGrouping, type WordedTodo } from './todoLines';
import { TodoList } from './TodoList';
import { wordTodo } from './todoWords';
import styles from './todos.module.css';

const groupings: readonly TodoGrouping[] = ['kind', 'unit', 'person'];

/** One list of everything that waits to be done, whatever ledger it comes from. */
export function TodosWorkspace() {
  const { t, i18n } = useTranslation();
  const { ledgers } = useSession();
  const { open, later, ready, endedAt, putOff, takeUp } = useTodos();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [by, setBy] = useState<TodoGrouping>('kind');
  const [kind, setKind] = useState<TodoKind>();
  const [text, setText] = useState('');
  const [isLater, setIsLater] = useState(false);
  const [asking, setAsking] = useState<WordedTodo>();
  const [isSetting, setIsSetting] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useCommands({
    title: t('frame.todos'),
    scope: 'page',
    commands: [
      {
        id: 'todos.find',
        title: t('todos.search'),
        keys: 'Ctrl+F',
        run: () => search.current?.focus(),
      },
      {
        id: 'todos.limits',
        title: t('todos.limits.title'),
        keys: 'Ctrl+Shift+L',
        run: () => setIsSetting(true),
      },
      { id: 'todos.walk', title: t('todos.keys.walk'), keys: '↑ ↓' },
      { id: 'todos.open', title: t('todos.keys.open'), keys: 'Enter' },
    ],
  });
  const shown = isLater ? later.map(({ todo }) => todo) : open;
  const worded = useMemo(
    () =>
      shown.flatMap((todo) => {
        const ledger = ledgers.find(({ id }) => id === todo.ledger);
        return ledger || todo.ledger === undefined ? [wordTodo(t, todo, ledger, language)] : [];
      }),
    [shown, ledgers, t, language],
  );
  const { found, counts } = findTodos(worded, text, kind);
  const lines = groupTodos(found, by);
  const putOffs = new Map(later.map((one) => [one.todo.id, one.putOff]));
  return (
    <div className={styles.workspace}>
      <div className={styles.bar}>
        <h1>{t('frame.todos')}</h1>
        <span className={styles.count}>
          {found.length === shown.length
            ? t('todos.count', { count: found.length })
            : t('todos.countOf', { count: found.length, total: shown.length })}
        </span>
        {endedAt !== undefined && (
          <span className={styles.count}>{t('todos.ended', { day: dateOf(endedAt) })}</span>
        )}
        <span className={styles.switch} role="group" aria-label={t('todos.groupBy')}>
          {groupings.map((one) => (
            <button key={one} type="button" aria-pressed={by === one} onClick={() => setBy(one)}>
              {t(`todos.by.${one}`)}
            </button>
          ))}
        </span>
        <label className={styles.later}>
          <input
            type="checkbox"
            checked={isLater}
            onChange={({ target }) => setIsLater(target.checked)}
          />
          {t('todos.later', { count: later.length })}
        </label>
        <button type="button" className={styles.settings} onClick={() => setIsSetting(true)}>
          {t('todos.limits.title')}
        </button>
        <input
          ref={search}
          className={styles.search}
          value={text}
          placeholder={t('todos.search')}
          aria-label={t('todos.search')}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setText('');
          }}
        />
      </div>
      <div className={styles.kinds} role="group" aria-label={t('todos.columns.kind')}>
        <button type="button" aria-pressed={!kind} onClick={() => setKind(undefined)}>
          {t('todos.all')}
        </button>
        {todoKinds.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={kind === one}
            disabled={counts.get(one) === 0 && kind !== one}
            onClick={() => setKind(kind === one ? undefined : one)}
          >
            {t(`todos.kinds.${one}`)} <b>{counts.get(one)}</b>
          </button>
        ))}
      </div>
      {lines.length === 0 ? (
        <p className={styles.empty}>
          {t(shown.length > 0 ? 'todos.noMatch' : ready ? 'todos.nothing' : 'todos.looking')}
        </p>
      ) : (
        <TodoList
          lines={lines}
          by={by}
          putOffs={isLater ? putOffs : new Map()}
          onPutOff={setAsking}
          onTakeUp={(todo) => void takeUp(todo)}
        />
      )}
      {isSetting && (
        <LimitsDialog
          units={[...new Set(worded.map(({ unit }) => unit))].filter((unit) => unit !== '').sort()}
          onClose={() => setIsSetting(false)}
        />
      )}
      {asking && (
        <PutOffDialog
          worded={asking}
          onPutOff={(until, reason) => putOff(asking.todo.id, until, reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  );
}
