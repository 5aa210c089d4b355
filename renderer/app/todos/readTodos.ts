import { isRowId, type RowId } from '../../../shared/kernel/ids';
import type { Instant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import type { Todo, TodoLimits, TodoRead, TodoRule } from '../../../shared/todos/todo';
import type { Filter, Query, StoreReading } from '../../store/contract';
import { allRows } from '../judging/judgingFacts';

/** What one rule finds in the store. */
export async function readTodos(
  store: StoreReading,
  rule: TodoRule,
  now: Instant,
  limits: TodoLimits,
): Promise<readonly Todo[]> {
  const found: (readonly Row[])[] = [];
  for (const read of rule.reads(now, limits)) found.push(await rowsFor(store, read));
  return withUnitNames(store, rule.find(found, now, limits));
}

async function rowsFor(store: StoreReading, read: TodoRead): Promise<readonly Row[]> {
  const { ledger, blank, filled, is = [], from, newest } = read;
  const filters: readonly Filter[] = [
    ...(blank === undefined ? [] : [{ field: blank, test: { type: 'blank' as const } }]),
    ...(filled === undefined ? [] : [{ field: filled, test: { type: 'filled' as const } }]),
    ...is.map(({ field, value }) => ({ field, test: { type: 'equals' as const, value } })),
    ...(from ? [{ field: from.field, test: { type: 'between' as const, from: from.value } }] : []),
  ];
  if (newest === undefined) return allRows(store, { ledger, filters });
  const query: Query = { ledger, filters, sort: [{ field: newest, descending: true }] };
  const view = await store.openView(query, 1);
  store.closeView(view.id);
  return view.first;
}

/** Units that are records of a ledger, by their names. */
async function withUnitNames(
  store: StoreReading,
  todos: readonly Todo[],
): Promise<readonly Todo[]> {
  const wanted = new Map<string, Set<RowId>>();
  for (const { unitIn, unit } of todos)
    if (unitIn !== undefined && unit !== undefined && isRowId(unit))
      wanted.set(unitIn, (wanted.get(unitIn) ?? new Set()).add(unit));
  if (wanted.size === 0) return todos;
  const names = new Map<string, string>();
  for (const [ledger, ids] of wanted) {
    const all = [...ids];
    const found = await store.names(ledger, all);
    all.forEach((id, index) => names.set(id, found[index] ?? ''));
  }
  return todos.map((todo) =>
    todo.unitIn === undefined ? todo : { ...todo, unit: names.get(todo.unit ?? '') ?? todo.unit },
  );
}
