import type { Row } from '../../../shared/ledger/defineLedger';
import type { RowId } from '../../../shared/kernel/ids';
import type { Query, Totals, View } from '../contract';
import type { Table } from '../table/contract';
import type { Tables } from './buildChanges';

interface HeldView {
  readonly table: Table;
  readonly order: Int32Array;
}

/** Queries held open: each keeps its order, so that rows do not move under a scrolling reader. */
export interface Views {
  open(query: Query, firstRows: number): View;
  rows(view: number, from: number, to: number): readonly Row[];
  totals(view: number, fields: readonly string[]): readonly Totals[];
  positions(view: number, rows: readonly RowId[]): readonly number[];
  close(view: number): void;
}

export function createViews(tables: Tables): Views {
  const held = new Map<number, HeldView>();
  let next = 1;

  const page = ({ table, order }: HeldView, from: number, to: number) =>
    Array.from(order.subarray(from, to), (ordinal) => table.rowAt(ordinal));

  return {
    open(query, firstRows) {
      const table = tables.get(query.ledger);
      if (!table) throw new Error(`No ledger ${query.ledger}`);
      const view = { table, order: table.select(query) };
      const id = next++;
      held.set(id, view);
      return { id, count: view.order.length, first: page(view, 0, firstRows) };
    },
    rows(id, from, to) {
      const view = held.get(id);
      return view ? page(view, from, to) : [];
    },
    totals(id, fields) {
      const view = held.get(id);
      return view ? view.table.totals(view.order, fields) : [];
    },
    positions(id, rows) {
      const view = held.get(id);
      if (!view) return rows.map(() => -1);
      return rows.map((row) => {
        const ordinal = view.table.ordinalOf(row);
        return ordinal === undefined ? -1 : view.order.indexOf(ordinal);
      });
    },
    close(id) {
      held.delete(id);
    },
  };
}
