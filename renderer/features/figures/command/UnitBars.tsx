import { useTranslation } from 'react-i18next';
import { dateOf, formatInstant } from '../../../../shared/kernel/time';
import { useSession } from '../../../app/session';
import { useTodos } from '../../../app/todos/TodosProvider';
import { shownNumber } from '../shownNumber';
import { LoadBars, type Bar } from './LoadBars';
import type { Mark } from './mark';
import { dueWorkbooks, unitTodos } from './unitTodos';

/** A bar is whole at three days without a workbook. */
const wholeHours = 72;
const dayHours = 24;

/** To-dos by unit, and whose workbook has not come and since when; as of now, whatever the cut-off. */
export function UnitBars({ onOpen }: { readonly onOpen: (mark: Mark) => void }) {
  const { t } = useTranslation();
  const { clock } = useSession();
  const { open, ready } = useTodos();
  const day = dateOf(clock());
  const units = unitTodos(open);
  const most = Math.max(1, ...units.map(({ todos }) => todos.length));
  const unitBar = ({ unit, todos, isPressing }: (typeof units)[number]): Bar => {
    const name = unit === '' ? t('figures.command.noUnit') : unit;
    return {
      id: unit,
      name,
      part: todos.length / most,
      text: shownNumber(todos.length),
      tone: isPressing ? 'watch' : 'usual',
      open: () =>
        onOpen({ type: 'todos', title: t('figures.command.todosOf', { unit: name }), todos }),
    };
  };
  const workbookBar = (todo: ReturnType<typeof dueWorkbooks>[number]): Bar => {
    const hours = Number(todo.facts['hours'] ?? 0);
    const name = [todo.unit, todo.about].filter(Boolean).join(' ');
    return {
      id: todo.id,
      name: t('figures.command.silentSince', {
        name,
        moment: todo.at === undefined ? '' : formatInstant(todo.at).slice(5),
      }),
      part: hours / wholeHours,
      text:
        hours < dayHours
          ? t('figures.command.hours', { hours })
          : t('figures.command.days', { days: Math.floor(hours / dayHours) }),
      tone: hours >= wholeHours ? 'grave' : 'watch',
      open: () => onOpen({ type: 'todos', title: name, todos: [todo] }),
    };
  };
  return (
    <>
      <LoadBars
        id="workbooks-title"
        title={t('figures.command.workbooks')}
        note=""
        empty={t(ready ? 'figures.command.noWorkbooksDue' : 'figures.command.looking')}
        day={day}
        bars={dueWorkbooks(open).map(workbookBar)}
      />
      <LoadBars
        id="unit-todos-title"
        title={t('figures.command.unitTodos')}
        note={t('figures.command.unitTodosNote')}
        empty={t(ready ? 'figures.command.noTodos' : 'figures.command.looking')}
        day={day}
        bars={units.map(unitBar)}
      />
    </>
  );
}
