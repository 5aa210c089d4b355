import type { Query } from '../../../store/contract';
import type { Choice } from '../FigureTable';

/** What a mark of the view opens: the records behind a figure, or those that a query finds. */
export type Mark =
  | { readonly type: 'figure'; readonly choice: Choice }
  | { readonly type: 'query'; readonly title: string; readonly query: Query };
