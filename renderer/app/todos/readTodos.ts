import { isRowId, type RowId } from '../../../shared/kernel/ids';
import type { Instant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import type { Todo, TodoPolicy, TodoRead, TodoRule } from '../../../shared/todos/todo';
import { todoRules } from '../../../shared/todos/todoRules';
import { workbooksDue } from '../../../shared/todos/workbooksDue';
import type { Filter, Query, StoreReading } from '../../store/contract';
import { readSenders } from '../../features/exchange/send/receivers';
import { allRows } from '../judging/judgingFacts';

/** Something that finds what is to be done, and what makes it look again. */
export interface TodoSource {
  readonly id: string;
  readonly isTouchedBy: (ledgers: readonly string[], now: Instant, policy: TodoPolicy) => boolean;
  readonly find: (
    store: StoreReading,
    now: Instant,
    policy: TodoPolicy,
  ) => Promise<readonly Todo[]>;
}

/** Every rule over the ledgers, and the computers whose workbooks have not come. */
export const todoSources: readonly TodoSource[] = [
  ...todoRules.map((rule): TodoSource => ({
    id: rule.id,
    isTouchedBy: (ledgers, now, policy) =>
      rule.reads(now, policy).some(({ ledger }) => ledgers.includes(ledger)),
    find: (store, now, policy) => readTodos(store, rule, now, policy),
  })),
  {
    id: 'workbook',
    // what was heard is a setting, and a workbook that came has changed some ledger
    isTouchedBy: () => true,
    find: async (store, now, policy) => workbooksDue(await readSenders(store), now, policy),
  },
];

/** What one rule finds in the store. */
async function readTodos(
  store: StoreReading,
  rule: TodoRule,
  now: Instant,
  policy: TodoPolicy,
): Promise<readonly Todo[]> {
  const found: (readonly Row[])[] = [];
  for (const read of rule.reads(now, policy)) found.push(await rowsFor(store, read));
  return withUnitNames(store, rule.find(found, now, policy));
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
