import { todoKinds, type Todo, type TodoKind } from '../../../shared/todos/todo';

export type TodoGrouping = 'kind' | 'unit' | 'person';

/** A to-do in the words of the screen. */
export interface WordedTodo {
  readonly todo: Todo;
  readonly what: string;
  readonly record: string;
  readonly unit: string;
  readonly person: string;
}

/** What the list shows from top to bottom: a head for each group, then its to-dos. */
export type TodoLine =
  | { readonly type: 'head'; readonly key: string; readonly count: number }
  | { readonly type: 'todo'; readonly worded: WordedTodo };

/** Those whose words contain the text, and how many there are of each kind. */
export function findTodos(
  all: readonly WordedTodo[],
  text: string,
  kind: TodoKind | undefined,
): { readonly found: readonly WordedTodo[]; readonly counts: ReadonlyMap<TodoKind, number> } {
  const wanted = text.trim().toLowerCase();
  const fitting = all.filter(({ what, record, unit, person }) =>
    [what, record, unit, person].some((words) => words.toLowerCase().includes(wanted)),
  );
  const counts = new Map(
    todoKinds.map((one) => [one, fitting.filter(({ todo }) => todo.kind === one).length]),
  );
  return { found: fitting.filter(({ todo }) => !kind || todo.kind === kind), counts };
}

/** Groups in the order of their first to-do, so that what presses most stands on top; blank last. */
export function groupTodos(todos: readonly WordedTodo[], by: TodoGrouping): readonly TodoLine[] {
  const groups = new Map<string, WordedTodo[]>();
  for (const worded of todos) {
    const key = by === 'kind' ? worded.todo.kind : worded[by];
    const own = groups.get(key);
    if (own) own.push(worded);
    else groups.set(key, [worded]);
  }
  const blank = groups.get('');
  groups.delete('');
  const ordered = [...groups, ...(blank ? [['', blank] as const] : [])];
  return ordered.flatMap(([key, own]) => [
    { type: 'head' as const, key, count: own.length },
    ...own.map((worded) => ({ type: 'todo' as const, worded })),
  ]);
}
