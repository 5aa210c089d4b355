import type { RowId } from '../../../shared/kernel/ids';
import type { Row } from '../../../shared/ledger/defineLedger';
import type { Table } from '../table/contract';
import type { OpenedState } from './openedState';
import { createFigureCalls } from './figures/figureCalls';
import { rowHistory } from './rowHistory';
import { createSearch } from './searchLedgers';
import { leftByUndo } from './undoCommit';
import { createViews } from './views';
import type { WorkerCalls, WorkerReading } from './workerCalls';

/** Answers from the tables in memory; nothing here touches the database but a record's history. */
export function createReadingCalls(
  state: OpenedState,
): WorkerReading & Pick<WorkerCalls, 'closeView' | 'closeFigure'> {
  const { ledgers } = state;
  const views = createViews(state.tables);
  const tableOf = (ledger: string): Table => {
    const table = state.tables.get(ledger);
    if (!table) throw new Error(`No ledger ${ledger}`);
    return table;
  };
  const rowOf = (ledger: string, id: RowId): Row | undefined => {
    const table = state.tables.get(ledger); // none before a workbook that defines it has been merged
    const ordinal = table?.ordinalOf(id);
    return ordinal === undefined ? undefined : table?.rowAt(ordinal);
  };
  const nameOf = (ledger: string, id: RowId): string | undefined => {
    const table = state.tables.get(ledger);
    const ordinal = table?.ordinalOf(id);
    const field = ledgers.find((one) => one.id === ledger)?.nameField;
    if (!table || ordinal === undefined || field === undefined) return undefined;
    const value = table.valueAt(ordinal, field);
    return value === undefined ? undefined : String(value);
  };
  const passages = ledgers.find(
    (one) => one.grows && one.fields[one.nameField]?.kind === 'plate' && one.newestFirst,
  );

  return {
    ...createFigureCalls(state.tables, ledgers),
    openView: (query, firstRows) => Promise.resolve(views.open(query, firstRows)),
    viewRows: (view, from, to) => Promise.resolve(views.rows(view, from, to)),
    viewTotals: (view, fields) => Promise.resolve(views.totals(view, fields)),
    viewPositions: (view, rows) => Promise.resolve(views.positions(view, rows)),
    closeView: (view) => Promise.resolve(views.close(view)),
    count: (query) => Promise.resolve(tableOf(query.ledger).count(query)),
    row: (ledger, id) => Promise.resolve(rowOf(ledger, id)),
    rows: (ledger, ids) => Promise.resolve(ids.map((id) => rowOf(ledger, id))),
    distinct: (ledger, field, limit) => Promise.resolve(tableOf(ledger).distinct(field, limit)),
    aggregate: (query, by, sums) =>
      Promise.resolve(tableOf(query.ledger).aggregate(query, by, sums)),
    vehicles: (prefix, limit) =>
      Promise.resolve(
        passages?.newestFirst
          ? tableOf(passages.id).vehicles(passages.nameField, passages.newestFirst, prefix, limit)
          : [],
      ),
    match: (ledger, keyFields, keys) =>
      Promise.resolve(state.tables.get(ledger)?.match(keyFields, keys) ?? keys.map(() => [])),
    names: (ledger, ids) => Promise.resolve(ids.map((id) => nameOf(ledger, id))),
    allNames: (ledger) => {
      const table = state.tables.get(ledger); // as above
      const named = (one: Table, ordinal: number) => {
        const { id } = one.rowAt(ordinal);
        return { id, name: nameOf(ledger, id) ?? id };
      };
      return Promise.resolve(
        table ? Array.from(table.select({ ledger }), (ordinal) => named(table, ordinal)) : [],
      );
    },
    searchAll: createSearch(state.tables, ledgers),
    leftByUndo: (sequence) => leftByUndo(state, sequence),
    history: (ledger, row) => rowHistory(state, ledger, row),
    counts: () =>
      Promise.resolve(
        Object.fromEntries([...state.tables].map(([ledger, table]) => [ledger, table.liveRows])),
      ),
    setting: (key) => Promise.resolve(state.settings.get(key)?.value),
  };
}
