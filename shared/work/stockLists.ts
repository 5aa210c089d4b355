import { addDays } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { policyValueAt } from '../policy/policyValue';
import { instantAt, numberAt, textAt } from '../todos/rowValues';
import { stockBalances } from '../todos/stocks';
import { groupBy, sumOf } from './groupRows';
import { lotsOf } from './stockLots';
import { byMark, marksOf, type WorkLine, type WorkList, type WorkMark } from './workList';

const balanceMarks: readonly WorkMark[] = [
  { id: 'negative', tone: 'bad' },
  { id: 'expired', tone: 'bad' },
  { id: 'expiring', tone: 'warn' },
  { id: 'runsOut', tone: 'warn' },
  { id: 'usedUp', tone: 'calm' },
  { id: 'inStock', tone: 'good' },
];
/** Use is averaged over so many days. */
const useDays = 7;

function upTo(movements: readonly Row[], at: number): readonly Row[] {
  return movements.filter((row) => (instantAt(row, 'movedAt') ?? Infinity) <= at);
}

function expiryClaims(expiresOn: string | undefined, balance: number, today: string, soon: string) {
  const isThere = balance > 0 && expiresOn !== undefined;
  return {
    expired: isThere && expiresOn < today,
    expiring: isThere && expiresOn >= today && expiresOn <= soon,
  };
}

/** 库存结存: of each item in each store, by the movements up to the moment; how long it lasts at the use of a week. */
export const balances: WorkList = {
  id: 'balances',
  ledger: 'stock-movements',
  reads: ['stock-movements'],
  marks: balanceMarks,
  columns: [
    { as: 'field', field: 'warehouse' },
    { as: 'field', field: 'category' },
    { as: 'field', field: 'item' },
    { as: 'field', field: 'specification' },
    { as: 'amount', fact: 'received' },
    { as: 'amount', fact: 'issued' },
    { as: 'amount', fact: 'balance' },
    { as: 'field', field: 'measure' },
    { as: 'amount', fact: 'lastsDays' },
    { as: 'day', fact: 'expiresOn' },
  ],
  lines: ([movements = []], { at, today, policy }) => {
    const moved = upTo(movements, at);
    // what lasts no longer is to be ordered, as for the other supplies
    const lowDays = policyValueAt(policy.values, '物资可用天数下限', at);
    const soon = addDays(today, policyValueAt(policy.values, '物资临期提醒天数', at));
    const since = at - useDays * 24 * 3_600_000;
    const lines = [...stockBalances(moved)].map(([key, { balance, last }]): WorkLine => {
      const own = moved.filter((row) => stockKey(row) === key);
      const of = (rows: readonly Row[], direction: string) =>
        sumOf(rows, (row) =>
          textAt(row, 'direction') === direction ? numberAt(row, 'quantity') : 0,
        );
      const lately = own.filter((row) => (instantAt(row, 'movedAt') ?? 0) > since);
      const perDay = of(lately, '出库') / useDays;
      const lastsDays = perDay > 0 && balance > 0 ? Math.floor(balance / perDay) : undefined;
      const [first] = lotsOf(own);
      const claims = {
        negative: balance < 0,
        ...expiryClaims(first?.expiresOn, balance, today, soon),
        runsOut: lastsDays !== undefined && lastsDays < lowDays,
        usedUp: balance === 0,
      };
      return {
        id: key,
        ledger: 'stock-movements',
        row: last,
        marks: marksOf({ ...claims, inStock: !Object.values(claims).some(Boolean) }),
        facts: {
          received: of(own, '入库') + of(own, '退库'),
          issued: of(own, '出库'),
          balance,
          lastsDays,
          expiresOn: first?.expiresOn,
        },
      };
    });
    return byMark(lines, balanceMarks);
  },
};

/** As `stockBalances` groups them. */
function stockKey(row: Row): string {
  return JSON.stringify(
    ['warehouse', 'item', 'specification', 'measure'].map((field) => textAt(row, field) ?? ''),
  );
}

const lotMarks: readonly WorkMark[] = [
  { id: 'expired', tone: 'bad' },
  { id: 'expiring', tone: 'warn' },
  { id: 'noExpiry', tone: 'calm' },
  { id: 'inStock', tone: 'good' },
];

/** 批次效期: what is left of each lot, the one to be used first on top. */
export const stockLots: WorkList = {
  id: 'stockLots',
  ledger: 'stock-movements',
  reads: ['stock-movements'],
  marks: lotMarks,
  columns: [
    { as: 'field', field: 'warehouse' },
    { as: 'field', field: 'item' },
    { as: 'field', field: 'specification' },
    { as: 'text', fact: 'lot' },
    { as: 'day', fact: 'expiresOn' },
    { as: 'count', fact: 'daysLeft' },
    { as: 'amount', fact: 'balance' },
    { as: 'field', field: 'measure' },
    { as: 'field', field: 'keeper' },
  ],
  lines: ([movements = []], { at, today, policy }) => {
    const soon = addDays(today, policyValueAt(policy.values, '物资临期提醒天数', at));
    const dayNumber = (day: string) => Math.round(Date.parse(day) / 86_400_000);
    const byItem = groupBy(upTo(movements, at), stockKey);
    const lines = [...byItem].flatMap(([key, own]) =>
      lotsOf(own).map(({ lot, expiresOn, left, last }): WorkLine => {
        const claims = {
          ...expiryClaims(expiresOn, left, today, soon),
          noExpiry: expiresOn === undefined,
        };
        return {
          id: `${key} ${lot}`,
          ledger: 'stock-movements',
          row: last,
          marks: marksOf({ ...claims, inStock: !Object.values(claims).some(Boolean) }),
          facts: {
            lot,
            expiresOn,
            daysLeft: expiresOn === undefined ? undefined : dayNumber(expiresOn) - dayNumber(today),
            balance: left,
          },
        };
      }),
    );
    return byMark(lines, lotMarks, ({ facts }) => Number(facts['daysLeft'] ?? Infinity));
  },
};
