import { addDays, dateOf } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { dayMs, instantAt, numberAt, textAt } from './rowValues';
import { todoId, type Todo, type TodoRule } from './todo';

/** Reserves in days of supply, by the last report of each holder and kind (necessities-stock, 可供天数). */
export const reserveDaysRule = daysRule(
  'reserveDays',
  'necessities-stock',
  ['holder', 'kind'],
  'supplyDays',
  'kind',
);
/** Raw material of producers, by the last dispatch (supply-daily, 原料可用天数). */
export const materialDaysRule = daysRule(
  'materialDays',
  'supply-daily',
  ['enterprise', 'product'],
  'materialDays',
  'product',
);

/** Balances of the stock ledger with a batch that expires soon or has expired (stock-movements, 有效期). */
export const expiryRule: TodoRule = {
  id: 'expiry',
  reads: () => [{ ledger: 'stock-movements' }],
  find: ([rows = []], now, { limit }) =>
    [...stockBalances(rows)].flatMap(([, { balance, last, expiresOn }]) => {
      const days = limit('物资临期提醒天数', textAt(last, 'warehouse'));
      const isSoon = expiresOn !== undefined && expiresOn <= addDays(dateOf(now), days);
      return balance > 0 && isSoon
        ? [stockTodo('expiry', last, expiresOn, { date: expiresOn, balance })]
        : [];
    }),
};

/** Days on whose issues the use of a day is reckoned. */
const usedDays = 7;

/** What a warehouse has lasts for fewer days than it should, as it was issued in the last week. */
export const stockDaysRule: TodoRule = {
  id: 'stockDays',
  reads: () => [{ ledger: 'stock-movements' }],
  find: ([rows = []], now, { limit }) => {
    const since = now - usedDays * dayMs;
    return [...stockBalances(rows, since)].flatMap(([, { balance, last, issued }]) => {
      const days = Math.max(0, Math.floor((balance * usedDays) / issued));
      return issued > 0 && days < limit('物资可用天数下限', textAt(last, 'warehouse'))
        ? [stockTodo('stockDays', last, '', { balance, days })]
        : [];
    });
  },
};

function stockTodo(rule: string, row: Row, part: string, facts: Todo['facts']): Todo {
  return {
    id: todoId(rule, row, part),
    rule,
    kind: 'stockLow',
    ledger: 'stock-movements',
    row,
    unit: textAt(row, 'warehouse'),
    person: textAt(row, 'keeper'),
    facts: { ...facts, item: textAt(row, 'item') ?? '', measure: textAt(row, 'measure') ?? '' },
  };
}

export interface Balance {
  /** In minus out; a count sets it anew. */
  readonly balance: number;
  /** The movement that was last. */
  readonly last: Row;
  /** The movement after which it was lowest, and how low. */
  readonly lowest: { readonly balance: number; readonly at: Row };
  readonly expiresOn: string | undefined;
  /** Given out since the instant asked for. */
  readonly issued: number;
}

/**
 * Balances by warehouse, item, specification and unit, in the order of time: opening + in − out
 * (LEDGERS.md, stock-movements). 退库 comes in again, 盘点 says what is there.
 */
export function stockBalances(
  rows: readonly Row[],
  since = Infinity,
): ReadonlyMap<string, Balance> {
  const balances = new Map<string, Balance>();
  const inOrder = rows.toSorted(
    (left, right) => (instantAt(left, 'movedAt') ?? 0) - (instantAt(right, 'movedAt') ?? 0),
  );
  for (const row of inOrder) {
    const quantity = numberAt(row, 'quantity');
    if (quantity === undefined) continue;
    const key = JSON.stringify(
      ['warehouse', 'item', 'specification', 'measure'].map((field) => textAt(row, field) ?? ''),
    );
    const known = balances.get(key);
    const balance = exact(moved(known?.balance ?? 0, textAt(row, 'direction'), quantity));
    const isIssue = textAt(row, 'direction') === '出库' && (instantAt(row, 'movedAt') ?? 0) > since;
    const lowest = known && known.lowest.balance <= balance ? known.lowest : { balance, at: row };
    balances.set(key, {
      balance,
      last: row,
      lowest,
      expiresOn: earliest(known?.expiresOn, textAt(row, 'expiresOn')),
      issued: exact((known?.issued ?? 0) + (isIssue ? quantity : 0)),
    });
  }
  return balances;
}

function moved(balance: number, direction: string | undefined, quantity: number): number {
  if (direction === '盘点') return quantity;
  return direction === '出库' ? balance - quantity : balance + quantity;
}

function earliest(left: string | undefined, right: string | undefined): string | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left < right ? left : right;
}

function exact(value: number): number {
  return Number(value.toPrecision(12));
}

function daysRule(
  rule: string,
  ledger: string,
  [who, what]: readonly [string, string],
  days: string,
  named: string,
): TodoRule {
  return {
    id: rule,
    reads: (now) => [{ ledger, from: { field: 'date', value: addDays(dateOf(now), -7) } }],
    find: ([rows = []], now, { limit }) => {
      const today = dateOf(now);
      const latest = new Map<string, Row>();
      for (const row of rows) {
        const key = `${textAt(row, who)} ${textAt(row, what)}`;
        const date = textAt(row, 'date') ?? '';
        if (date <= today && date >= (textAt(latest.get(key) ?? row, 'date') ?? ''))
          latest.set(key, row);
      }
      return [...latest.values()].flatMap((row) => {
        const left = numberAt(row, days);
        if (left === undefined || left >= limit('物资可用天数下限', textAt(row, 'unit'))) return [];
        return [
          {
            id: todoId(rule, row),
            rule,
            kind: 'stockLow' as const,
            ledger,
            row,
            unit: textAt(row, who),
            unitIn: 'enterprises',
            facts: { days: left, what: textAt(row, named) ?? '', date: textAt(row, 'date') ?? '' },
          },
        ];
      });
    },
  };
}
