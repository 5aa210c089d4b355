import { useCallback, useEffect, useRef, useState } from 'react';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { Query, Store, Totals } from '../../../store/contract';
import type { QuietCommit } from './useUndo';
import { createPages, pageRows, type Pages } from './pages';

export interface LedgerView {
  /** Which opening of the query this is; the order may differ from one to the next. */
  readonly opened: number;
  /** Changes whenever values may have changed: by an opening, or by reading again in place. */
  readonly revision: number;
  readonly count: number;
  readonly ready: boolean;
  /** The row at a position, or undefined while it is on its way. */
  readonly rowAt: (position: number) => Row | undefined;
  readonly rowsBetween: (from: number, to: number) => Promise<readonly Row[]>;
  readonly show: (from: number, to: number) => void;
  readonly positionOf: (row: Row['id']) => Promise<number>;
  readonly totals: (fields: readonly string[]) => Promise<readonly Totals[]>;
  /** Values have changed since the order was made; the rows stay put until asked to move. */
  readonly stale: boolean;
  readonly reapply: () => void;
  /** Settles when the rows changed by the last commit made here have been read again. */
  readonly settled: () => Promise<unknown>;
}

const pieceRows = 2_000;

interface Held {
  readonly id: number;
  readonly count: number;
  readonly pages: Pages;
}

interface Settings {
  readonly store: Store;
  readonly query: Query;
  /** Runs before rows are shown: the names they refer to. */
  readonly learn: (rows: readonly Row[]) => Promise<void>;
  /** The commit made here that left all records in place. */
  readonly lastQuiet: () => Promise<QuietCommit | undefined>;
}

/**
 * A query held open in the store. A commit by others opens it anew; values changed here are read
 * again in the same order, so that a row does not jump away from under the hands that edit it.
 */
export function useView({ store, query, learn, lastQuiet }: Settings): LedgerView {
  const [held, setHeld] = useState<Held>();
  const [, setDrawn] = useState(0);
  const [revision, setRevision] = useState(0);
  const [opening, setOpening] = useState(0);
  const [stale, setStale] = useState(false);
  const range = useRef({ from: 0, to: pageRows });
  const settling = useRef<Promise<unknown>>(Promise.resolve());
  const key = JSON.stringify(query);
  const drawn = useCallback(() => setDrawn((now) => now + 1), []);

  useEffect(() => {
    let gone = false;
    let opened: number | undefined;
    void (async () => {
      const view = await store.openView(JSON.parse(key) as Query, pageRows); // our own JSON
      opened = view.id;
      if (gone) return store.closeView(view.id);
      const pages = createPages((from, to) => store.viewRows(view.id, from, to), learn);
      await pages.fill(view.first);
      const { from, to } = range.current;
      await pages.load(from, Math.min(to, view.count));
      if (gone) return undefined;
      setStale(false);
      setHeld({ id: view.id, count: view.count, pages });
      return setRevision((now) => now + 1);
    })();
    return () => {
      gone = true;
      if (opened !== undefined) store.closeView(opened);
    };
  }, [store, key, learn, opening]);

  useEffect(
    () =>
      store.onChange((ledgers, sequence) => {
        if (!ledgers.includes(query.ledger)) return;
        settling.current = lastQuiet().then((own) => {
          if (own?.sequence !== sequence || !held) return setOpening((now) => now + 1);
          if (own.changedValues) setStale(true);
          const { from, to } = range.current;
          return held.pages
            .reload(from, Math.min(to, held.count))
            .then(() => setRevision((now) => now + 1));
        });
      }),
    [store, query.ledger, held, lastQuiet],
  );

  const show = useCallback(
    (from: number, to: number) => {
      range.current = { from, to };
      void held?.pages.load(from, Math.min(to, held.count)).then((read) => {
        if (read) drawn();
      });
    },
    [held, drawn],
  );
  const settled = useCallback(() => settling.current, []);
  return {
    opened: held?.id ?? -1,
    revision,
    count: held?.count ?? 0,
    ready: held !== undefined,
    rowAt: (position) => held?.pages.rowAt(position),
    rowsBetween: async (from, to) => {
      const read: Row[] = [];
      const end = Math.min(to, held?.count ?? 0);
      // in pieces, so that the screen stays alive while a hundred thousand are read
      for (let at = from; held && at < end; at += pieceRows) {
        const rows = await store.viewRows(held.id, at, Math.min(at + pieceRows, end));
        await learn(rows);
        read.push(...rows);
      }
      return read;
    },
    show,
    positionOf: async (row) => (held ? ((await store.viewPositions(held.id, [row]))[0] ?? -1) : -1),
    totals: (fields) => (held ? store.viewTotals(held.id, fields) : Promise.resolve([])),
    stale,
    reapply: () => setOpening((now) => now + 1),
    settled,
  };
}
