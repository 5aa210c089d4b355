import type { Todo } from '../../../../shared/todos/todo';

/** What one unit has to do; `unit` is blank where no unit is named. */
export interface UnitTodos {
  readonly unit: string;
  readonly todos: readonly Todo[];
  /** Something in it contradicts, is overdue or has gone off. */
  readonly isPressing: boolean;
}

const pressing: readonly Todo['kind'][] = ['contradictory', 'alarm', 'overdue'];

/** Workbooks that have not come are told apart: `dueWorkbooks`. The most first, the unnamed last. */
export function unitTodos(todos: readonly Todo[]): readonly UnitTodos[] {
  const units = new Map<string, Todo[]>();
  for (const todo of todos) {
    if (isWorkbook(todo)) continue;
    const unit = todo.unit ?? '';
    const own = units.get(unit);
    if (own) own.push(todo);
    else units.set(unit, [todo]);
  }
  return [...units]
    .map(([unit, own]) => ({
      unit,
      todos: own,
      isPressing: own.some(({ kind }) => pressing.includes(kind)),
    }))
    .sort(
      (left, right) =>
        Number(left.unit === '') - Number(right.unit === '') ||
        right.todos.length - left.todos.length,
    );
}

/** Computers whose workbook has not come for too long, the longest silent first. */
export function dueWorkbooks(todos: readonly Todo[]): readonly Todo[] {
  return todos.filter(isWorkbook).toSorted((left, right) => (left.at ?? 0) - (right.at ?? 0));
}

function isWorkbook({ rule }: Todo): boolean {
  return rule === 'workbook' || rule === 'noWorkbook';
}
