import type { Todo } from '../../../../shared/todos/todo';
import type { Query } from '../../../store/contract';
import type { Choice } from '../FigureTable';

/** What a mark of the view opens: the records behind a figure, those that a query finds, or to-dos. */
export type Mark =
  | { readonly type: 'figure'; readonly choice: Choice }
  | { readonly type: 'query'; readonly title: string; readonly query: Query }
  | { readonly type: 'todos'; readonly title: string; readonly todos: readonly Todo[] };
