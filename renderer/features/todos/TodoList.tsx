import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/kernel/time';
import type { PutOff } from '../../../shared/todos/putOff';
import { hashOf } from '../../app/useRoute';
import type { TodoGrouping, TodoLine, WordedTodo } from './todoLines';
import { dueWords } from './todoWords';
import styles from './todos.module.css';

interface TodoListProps {
  readonly lines: readonly TodoLine[];
  readonly by: TodoGrouping;
  /** Of those that were put off: why and until when. */
  readonly putOffs: ReadonlyMap<string, PutOff>;
  readonly onPutOff: (worded: WordedTodo) => void;
  readonly onTakeUp: (todo: string) => void;
}

const rowHeight = 34;

/** Each line opens its record; ↑↓ go from line to line. */
export function TodoList({ lines, by, putOffs, onPutOff, onTakeUp }: TodoListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 16,
    useFlushSync: false,
  });
  const pressed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
    const at = stops.findIndex((stop) => stop === event.target);
    if (step === undefined || at < 0) return;
    stops[at + step]?.focus();
    event.preventDefault();
  };
  return (
    <div className={styles.list}>
      <div className={styles.head}>
        <span>{t('todos.columns.kind')}</span>
        <span>{t('todos.columns.what')}</span>
        <span>{t('todos.columns.record')}</span>
        <span>{t('todos.columns.unit')}</span>
        <span>{t('todos.columns.person')}</span>
        <span>{t('todos.columns.due')}</span>
      </div>
      <div ref={scroller} className={styles.scroll}>
        <ul style={{ height: virtual.getTotalSize() }} onKeyDown={pressed}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const line = lines[index];
            return (
              <li key={key} style={{ transform: `translateY(${start}px)` }}>
                {line?.type === 'head' && (
                  <h2>
                    {line.key === ''
                      ? t(`todos.none.${by}`)
                      : by === 'kind'
                        ? t(`todos.kinds.${line.key}`)
                        : line.key}
                    <small>{t('todos.count', { count: line.count })}</small>
                  </h2>
                )}
                {line?.type === 'todo' && todoLine(line.worded)}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );

  function todoLine(worded: WordedTodo) {
    const { todo, what, record, unit, person } = worded;
    const putOff = putOffs.get(todo.id);
    const row = todo.row ? { row: todo.row.id } : {};
    return (
      <div className={styles.line} data-todo={todo.rule}>
        <a
          href={hashOf(
            todo.ledger === undefined
              ? { page: 'exchange' }
              : { page: 'ledger', ledger: todo.ledger, ...row },
          )}
        >
          <span>
            <b data-kind={todo.kind}>{t(`todos.kinds.${todo.kind}`)}</b>
          </span>
          <span>{what}</span>
          <span>{record}</span>
          <span>{unit}</span>
          <span>{person}</span>
          <span>{putOff ? formatInstant(putOff.until) : dueWords(todo)}</span>
        </a>
        {putOff ? (
          <button
            type="button"
            title={t('todos.putOffBy', { by: putOff.by, reason: putOff.reason })}
            onClick={() => onTakeUp(todo.id)}
          >
            {t('todos.takeUp')}
          </button>
        ) : (
          <button type="button" onClick={() => onPutOff(worded)}>
            {t('todos.putOff')}
          </button>
        )}
      </div>
    );
  }
}
