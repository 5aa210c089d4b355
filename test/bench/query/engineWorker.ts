import type { Query } from '../../../renderer/store/contract';
import { createTables } from '../../../renderer/store/worker/createTables';
import { createViews } from '../../../renderer/store/worker/views';
import { checkpointPasses } from '../../../shared/ledgers/checkpointPasses';
import { checkpoints } from '../../../shared/ledgers/checkpoints';
import type { Aggregate } from './questions';

/** What the page asks of the worker, as it asks the store's. */
export type Ask =
  | { readonly type: 'load'; readonly block: Uint8Array }
  | { readonly type: 'page'; readonly query: Query; readonly rows: number }
  | { readonly type: 'order'; readonly query: Query }
  | { readonly type: 'count'; readonly query: Query }
  | { readonly type: 'aggregate'; readonly aggregate: Pick<Aggregate, 'query' | 'by' | 'sums'> }
  | { readonly type: 'vehicles'; readonly prefix: string }
  | { readonly type: 'row'; readonly ordinal: number };

const tables = createTables([checkpointPasses, checkpoints]);
const views = createViews(tables);

function answer(ask: Ask): unknown {
  const table = tables.get(checkpointPasses.id);
  if (!table) throw new Error('No table of passages');
  switch (ask.type) {
    case 'load': {
      const from = performance.now();
      table.loadBlock(ask.block);
      return performance.now() - from;
    }
    case 'page': {
      const view = views.open(ask.query, ask.rows);
      views.close(view.id);
      return view;
    }
    case 'order':
      return table.select(ask.query).length;
    case 'count':
      return table.count(ask.query);
    case 'aggregate': {
      const { query, by, sums } = ask.aggregate;
      return table.aggregate(query, by, sums);
    }
    case 'vehicles':
      return table.vehicles('plate', 'passedAt', ask.prefix, 8);
    case 'row':
      return table.rowAt(ask.ordinal);
  }
}

onmessage = ({ data }: MessageEvent<Ask>) => postMessage(answer(data));
