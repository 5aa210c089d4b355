import { addDays } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { policyValueAt } from '../policy/policyValue';
import { numberAt, textAt } from '../todos/rowValues';
import { reportingDays } from '../todos/todo';
import { groupBy } from './groupRows';
import { byMark, marksOf, type WorkLine, type WorkList, type WorkMark } from './workList';

const dispatchMarks: readonly WorkMark[] = [
  { id: 'notReported', tone: 'bad' },
  { id: 'hasProblem', tone: 'warn' },
  { id: 'materialLow', tone: 'warn' },
  { id: 'belowCapacity', tone: 'calm' },
  { id: 'stopped', tone: 'calm' },
  { id: 'reported', tone: 'good' },
];
/** Output below this part of capacity is worth a question; the office's own. */
const lowOutputPart = 0.5;

/** 日调度: each producer's last report of each product, and who has not reported today. */
export const dispatch: WorkList = {
  id: 'dispatch',
  ledger: 'supply-daily',
  reads: ['supply-daily', 'enterprises'],
  marks: dispatchMarks,
  columns: [
    { as: 'field', field: 'enterprise' },
    { as: 'field', field: 'product' },
    { as: 'field', field: 'date' },
    { as: 'field', field: 'output' },
    { as: 'field', field: 'dailyCapacity' },
    { as: 'percent', fact: 'outputPart' },
    { as: 'field', field: 'stock' },
    { as: 'field', field: 'measure' },
    { as: 'field', field: 'materialDays' },
    { as: 'text', fact: 'official' },
  ],
  lines: ([reports = [], enterprises = []], { today, at, policy }) => {
    const lowDays = policyValueAt(policy.values, '物资可用天数下限', at);
    const officialOf = new Map<string, string | undefined>(
      enterprises.map((row) => [row.id, textAt(row, 'assignedOfficial')]),
    );
    const lines = latest(reports, ['enterprise', 'product'], today).map(({ row }): WorkLine => {
      const capacity = numberAt(row, 'dailyCapacity');
      const output = numberAt(row, 'output') ?? 0;
      const isToday = dateOf(row) === today;
      const hasStopped = dateOf(row) < addDays(today, -reportingDays);
      const claims = {
        notReported: !isToday && !hasStopped,
        hasProblem: isToday && textAt(row, 'problems') !== undefined,
        materialLow: (numberAt(row, 'materialDays') ?? Infinity) < lowDays,
        belowCapacity: isToday && capacity !== undefined && output < capacity * lowOutputPart,
      };
      return {
        id: row.id,
        ledger: 'supply-daily',
        row,
        marks: marksOf({ ...claims, stopped: hasStopped, reported: isToday }),
        facts: {
          outputPart:
            capacity === undefined || capacity === 0 ? undefined : (100 * output) / capacity,
          official: officialOf.get(textAt(row, 'enterprise') ?? ''),
        },
      };
    });
    return byMark(lines, dispatchMarks);
  },
};

const reserveMarks: readonly WorkMark[] = [
  { id: 'notReported', tone: 'bad' },
  { id: 'reserveLow', tone: 'bad' },
  { id: 'falling', tone: 'warn' },
  { id: 'enough', tone: 'good' },
];

/** 储备天数: the last report of each holder and kind in days of supply, and against the report before. */
export const reserves: WorkList = {
  id: 'reserves',
  ledger: 'necessities-stock',
  reads: ['necessities-stock'],
  marks: reserveMarks,
  columns: [
    { as: 'field', field: 'holder' },
    { as: 'field', field: 'kind' },
    { as: 'field', field: 'date' },
    { as: 'field', field: 'stock' },
    { as: 'amount', fact: 'stockChange' },
    { as: 'field', field: 'supplyDays' },
    { as: 'amount', fact: 'daysChange' },
  ],
  sums: ['reserve'],
  lines: ([reports = []], { today, at, policy }) => {
    const lowDays = policyValueAt(policy.values, '物资可用天数下限', at);
    const lines = latest(reports, ['holder', 'kind'], today).map(({ row, before }): WorkLine => {
      const days = numberAt(row, 'supplyDays');
      const stockChange = change(row, before, 'stock');
      const isLow = days !== undefined && days < lowDays;
      return {
        id: row.id,
        ledger: 'necessities-stock',
        row,
        marks: marksOf({
          notReported: dateOf(row) !== today,
          reserveLow: isLow,
          falling: (stockChange ?? 0) < 0,
          enough: !isLow,
        }),
        facts: {
          stockChange,
          daysChange: change(row, before, 'supplyDays'),
          reserve: numberAt(row, 'stock'),
        },
      };
    });
    return byMark(lines, reserveMarks, ({ row }) => numberAt(row, 'supplyDays') ?? Infinity);
  },
};

const priceMarks: readonly WorkMark[] = [
  { id: 'leapt', tone: 'bad' },
  { id: 'rose', tone: 'warn' },
  { id: 'fell', tone: 'good' },
  { id: 'steady', tone: 'calm' },
  { id: 'firstPrice', tone: 'calm' },
];
/** A rise within a day that is looked into, in percent; not published, the office's own. */
const leapPercent = 10;

/** 价格涨跌: the last price of each item at each place against the one before it. */
export const prices: WorkList = {
  id: 'prices',
  ledger: 'price-watch',
  reads: ['price-watch'],
  marks: priceMarks,
  columns: [
    { as: 'field', field: 'place' },
    { as: 'field', field: 'item' },
    { as: 'field', field: 'date' },
    { as: 'field', field: 'price' },
    { as: 'amount', fact: 'priceBefore' },
    { as: 'day', fact: 'dayBefore' },
    { as: 'amount', fact: 'priceChange' },
    { as: 'percent', fact: 'priceChangePart' },
  ],
  lines: ([rows = []], { today }) => {
    const lines = latest(rows, ['place', 'item'], today).map(({ row, before }): WorkLine => {
      const priceChange = change(row, before, 'price');
      const priceBefore = before && numberAt(before, 'price');
      const part =
        priceChange === undefined || !priceBefore ? undefined : (100 * priceChange) / priceBefore;
      return {
        id: row.id,
        ledger: 'price-watch',
        row,
        marks: marksOf({
          leapt: (part ?? 0) >= leapPercent,
          rose: (priceChange ?? 0) > 0,
          fell: (priceChange ?? 0) < 0,
          steady: priceChange === 0,
          firstPrice: before === undefined,
        }),
        facts: {
          priceBefore,
          dayBefore: before && textAt(before, 'date'),
          priceChange,
          priceChangePart: part,
        },
      };
    });
    return byMark(lines, priceMarks, ({ facts }) => -Number(facts['priceChangePart'] ?? 0));
  },
};

/**
 * The last report of each of `keys` up to a day and the one of an earlier day before it.
 */
function latest(
  rows: readonly Row[],
  keys: readonly string[],
  today: string,
): readonly { readonly row: Row; readonly before: Row | undefined }[] {
  const known = rows.filter((row) => (textAt(row, 'date') ?? '9999') <= today);
  const groups = groupBy(known, (row) => JSON.stringify(keys.map((key) => textAt(row, key))));
  return [...groups.values()].flatMap((own) => {
    const inOrder = own.toSorted((left, right) => compare(dateOf(right), dateOf(left)));
    const [row] = inOrder;
    if (!row) return [];
    return [{ row, before: inOrder.find((one) => dateOf(one) < dateOf(row)) }];
  });
}

function dateOf(row: Row): string {
  return textAt(row, 'date') ?? '';
}

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

function change(row: Row, before: Row | undefined, field: string): number | undefined {
  const [now, then] = [numberAt(row, field), before && numberAt(before, field)];
  return now === undefined || then === undefined ? undefined : Number((now - then).toFixed(3));
}
