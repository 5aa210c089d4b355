import type { Row } from '../../../shared/ledger/defineLedger';
import type { RowId } from '../../../shared/kernel/ids';
import type { Query, Totals, View } from '../contract';
import type { Table } from '../table/contract';
import type { Tables } from './buildChanges';

/** Queries held open: each keeps its order, so that rows do not move under a scrolling reader. */
export interface Views {
  open(query: Query, firstRows: number): View;
  rows(view: number, from: number, to: number): readonly Row[];
  totals(view: number, fields: readonly string[]): readonly Totals[];
  positions(view: number, rows: readonly RowId[]): readonly number[];
  close(view: number): void;
}

interface HeldView {
  readonly table: Table;
  readonly query: Query;
  /** The first page, found without ordering all. */
  readonly first: Int32Array;
  order: Int32Array | undefined;
  /** Position + 1 by ordinal, 0 for a row that is not in the view. */
  positions: Int32Array | undefined;
}

/** So many rows are ordered within the time in which a page is drawn. */
const orderedAtOnce = 20_000;

export function createViews(tables: Tables): Views {
  const held = new Map<number, HeldView>();
  let next = 1;

  const orderOf = (view: HeldView): Int32Array => {
    view.order ??= view.table.select(view.query);
    return view.order;
  };

  const pageOf = (view: HeldView, from: number, to: number) => {
    const order = to <= view.first.length ? view.first : orderOf(view);
    return Array.from(order.subarray(from, to), (ordinal) => view.table.rowAt(ordinal));
  };

  const positionsOf = (view: HeldView): Int32Array => {
    if (!view.positions) {
      const positions = new Int32Array(view.table.size);
      orderOf(view).forEach((ordinal, position) => (positions[ordinal] = position + 1));
      view.positions = positions;
    }
    return view.positions;
  };

  return {
    /**
     * A large ledger answers with the first page at once and orders the rest right after: before
     * that, a commit on its way may still come into the order, and makes the page open a new view.
     */
    open(query, firstRows) {
      const table = tables.get(query.ledger);
      if (!table) throw new Error(`No ledger ${query.ledger}`);
      const isLarge = table.size > orderedAtOnce;
      const order = isLarge ? undefined : table.select(query);
      const page = order
        ? { ordinals: order.slice(0, firstRows), count: order.length }
        : table.firstPage(query, firstRows);
      const { ordinals: first, count } = page;
      const view: HeldView = {
        table,
        query,
        first,
        order: count === first.length ? first : order,
        positions: undefined,
      };
      const id = next++;
      held.set(id, view);
      if (!view.order)
        setTimeout(() => {
          if (held.has(id)) orderOf(view);
        });
      return { id, count, first: pageOf(view, 0, first.length) };
    },
    rows(id, from, to) {
      const view = held.get(id);
      return view ? pageOf(view, from, to) : [];
    },
    totals(id, fields) {
      const view = held.get(id);
      return view ? view.table.totals(orderOf(view), fields) : [];
    },
    positions(id, rows) {
      const view = held.get(id);
      return rows.map((row) => {
        const ordinal = view?.table.ordinalOf(row);
        return view && ordinal !== undefined ? (positionsOf(view)[ordinal] ?? 0) - 1 : -1;
      });
    },
    close(id) {
      held.delete(id);
    },
  };
}
