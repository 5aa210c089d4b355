import { useCallback, useEffect, useRef, useState } from 'react';
import type { Row } from '../../../shared/ledger/defineLedger';
import type { Query, Store, Totals } from '../../store/contract';

const pageRows = 200;

export interface LedgerView {
  readonly count: number;
  readonly ready: boolean;
  readonly totals: readonly Totals[];
  /** The row at a position, or undefined while it is on its way. */
  readonly rowAt: (position: number) => Row | undefined;
  readonly show: (from: number, to: number) => void;
  readonly positionOf: (row: Row['id']) => Promise<number>;
}

interface Held {
  readonly id: number;
  readonly count: number;
  readonly pages: Map<number, readonly Row[]>;
}

/** A query held open in the store; opened anew after every commit to its ledger. */
export function useView(store: Store, query: Query, totalled: readonly string[]): LedgerView {
  const [held, setHeld] = useState<Held>();
  const [totals, setTotals] = useState<readonly Totals[]>([]);
  const [, setDrawn] = useState(0);
  const [version, setVersion] = useState(0);
  const range = useRef({ from: 0, to: pageRows });
  const asked = useRef(new Set<string>());
  const key = JSON.stringify(query);
  const totalKey = totalled.join(' ');

  useEffect(
    () =>
      store.onChange((ledgers) => {
        if (ledgers.includes(query.ledger)) setVersion((now) => now + 1);
      }),
    [store, query.ledger],
  );
  useEffect(() => {
    let gone = false;
    let opened: number | undefined;
    void (async () => {
      const view = await store.openView(JSON.parse(key) as Query, pageRows); // our own JSON
      opened = view.id;
      if (gone) return store.closeView(view.id);
      const pages = new Map<number, readonly Row[]>([[0, view.first]]);
      const first = Math.floor(range.current.from / pageRows);
      const last = Math.floor(Math.max(0, range.current.to - 1) / pageRows);
      for (let page = Math.max(1, first); page <= last; page++)
        pages.set(page, await store.viewRows(view.id, page * pageRows, (page + 1) * pageRows));
      const sums = totalKey ? await store.viewTotals(view.id, totalKey.split(' ')) : [];
      if (gone) return undefined;
      asked.current.clear();
      setTotals(sums);
      return setHeld({ id: view.id, count: view.count, pages });
    })();
    return () => {
      gone = true;
      if (opened !== undefined) store.closeView(opened);
    };
  }, [store, key, totalKey, version]);

  const show = useCallback(
    (from: number, to: number) => {
      range.current = { from, to };
      if (!held) return;
      for (let page = Math.floor(from / pageRows); page * pageRows < to; page++) {
        const mark = `${held.id} ${page}`;
        if (held.pages.has(page) || asked.current.has(mark)) continue;
        asked.current.add(mark);
        const first = page * pageRows;
        void store.viewRows(held.id, first, first + pageRows).then((rows) => {
          held.pages.set(page, rows);
          setDrawn((now) => now + 1);
        });
      }
    },
    [store, held],
  );
  return {
    count: held?.count ?? 0,
    ready: held !== undefined,
    totals,
    rowAt: (position) => held?.pages.get(Math.floor(position / pageRows))?.[position % pageRows],
    show,
    positionOf: async (row) => (held ? ((await store.viewPositions(held.id, [row]))[0] ?? -1) : -1),
  };
}
