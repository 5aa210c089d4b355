import type { Row } from '../../../../shared/ledger/defineLedger';
import type { MergeLine } from '../../../store/connectMergeLine';
import type { Query } from '../../../store/contract';

const rowsAtOnce = 2_000;

/** All rows of a query in its order, a batch at a time; the view is closed whatever happens. */
export async function openRows(
  store: Pick<MergeLine, 'openView' | 'viewRows' | 'closeView'>,
  query: Query,
): Promise<{ readonly count: number; readonly rows: AsyncIterable<readonly Row[]> }> {
  const view = await store.openView(query, rowsAtOnce);
  async function* batches() {
    try {
      if (view.first.length > 0) yield view.first;
      for (let from = view.first.length; from < view.count;) {
        const rows = await store.viewRows(view.id, from, from + rowsAtOnce);
        if (rows.length === 0) return;
        yield rows;
        from += rows.length;
      }
    } finally {
      await store.closeView(view.id);
    }
  }
  return { count: view.count, rows: batches() };
}
