import { addDays, dateOf } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { instantAt, numberAt, textAt } from './rowValues';
import { todoId, type TodoRule } from './todo';

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
  find: ([rows = []], now, { expiryDays }) => {
    const limit = addDays(dateOf(now), expiryDays);
    return [...stockBalances(rows)].flatMap(([, { balance, last, expiresOn }]) =>
      balance > 0 && expiresOn !== undefined && expiresOn <= limit
        ? [
            {
              id: todoId('expiry', last, expiresOn),
              rule: 'expiry',
              kind: 'stockLow' as const,
              ledger: 'stock-movements',
              row: last,
              unit: textAt(last, 'warehouse'),
              person: textAt(last, 'keeper'),
              facts: { date: expiresOn, balance, measure: textAt(last, 'measure') ?? '' },
            },
          ]
        : [],
    );
  },
};

export interface Balance {
  /** In minus out; a count sets it anew. */
  readonly balance: number;
  /** The movement that was last. */
  readonly last: Row;
  /** The movement after which it was lowest, and how low. */
  readonly lowest: { readonly balance: number; readonly at: Row };
  readonly expiresOn: string | undefined;
}

/**
 * Balances by warehouse, item, specification and unit, in the order of time: opening + in − out
 * (LEDGERS.md, stock-movements). 退库 comes in again, 盘点 says what is there.
 */
export function stockBalances(rows: readonly Row[]): ReadonlyMap<string, Balance> {
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
    const lowest = known && known.lowest.balance <= balance ? known.lowest : { balance, at: row };
    balances.set(key, {
      balance,
      last: row,
      lowest,
      expiresOn: earliest(known?.expiresOn, textAt(row, 'expiresOn')),
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
    find: ([rows = []], now, { supplyDays }) => {
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
        if (left === undefined || left >= supplyDays) return [];
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
