import type { Row } from '../ledger/defineLedger';
import { numberAt, textAt } from '../todos/rowValues';
import { groupBy, sumOf } from './groupRows';
import {
  byMark,
  marksOf,
  type WorkColumn,
  type WorkLine,
  type WorkList,
  type WorkMark,
} from './workList';

const marks: readonly WorkMark[] = [
  { id: 'nothingDelivered', tone: 'bad' },
  { id: 'short', tone: 'warn' },
  { id: 'beyondNeeds', tone: 'calm' },
  { id: 'met', tone: 'good' },
];
const amounts: readonly WorkColumn[] = [
  { as: 'amount', fact: 'needed' },
  { as: 'amount', fact: 'deliveredAmount' },
  { as: 'amount', fact: 'shortOf' },
  { as: 'percent', fact: 'metPart' },
];
const sums = ['needed', 'deliveredAmount', 'shortOf'];

/**
 * 配送与需求: what was counted as needed against what was brought, both up to the day, in tonnes.
 * Needs and deliveries meet by the fields of `keys`; deliveries to enterprises are no answer to a
 * need of residents.
 */
function needsBy(id: string, keys: readonly string[], columns: readonly WorkColumn[]): WorkList {
  return {
    id,
    ledger: 'necessities-needs',
    reads: ['necessities-needs', 'necessities-deliveries'],
    marks,
    columns: [...columns, ...amounts],
    sums,
    lines: ([needs = [], deliveries = []], { today }) => {
      const keyOf = (row: Row) => JSON.stringify(keys.map((key) => textAt(row, key) ?? ''));
      const isBy = (row: Row) => (textAt(row, 'date') ?? '9999') <= today;
      const neededBy = groupBy(needs.filter(isBy), keyOf);
      const brought = deliveries.filter((row) => isBy(row) && textAt(row, 'recipients') !== '企业');
      const broughtBy = groupBy(brought, keyOf);
      const all = [...new Set([...neededBy.keys(), ...broughtBy.keys()])];
      const lines = all.flatMap((key): readonly WorkLine[] => {
        const own = neededBy.get(key) ?? [];
        const came = broughtBy.get(key) ?? [];
        const row = own.at(-1) ?? came.at(-1);
        if (!row) return [];
        const needed = tonnes(own);
        const deliveredAmount = tonnes(came);
        const shortOf = Math.max(0, Number((needed - deliveredAmount).toFixed(3)));
        return [
          {
            id: key,
            ledger: own.length > 0 ? 'necessities-needs' : 'necessities-deliveries',
            row,
            marks: marksOf({
              nothingDelivered: needed > 0 && deliveredAmount === 0,
              short: shortOf > 0 && deliveredAmount > 0,
              beyondNeeds: own.length === 0,
              met: own.length > 0 && shortOf === 0,
            }),
            facts: {
              needed,
              deliveredAmount,
              shortOf,
              metPart: needed === 0 ? undefined : (100 * (needed - shortOf)) / needed,
              gridWorkers: [
                ...new Set([...own, ...came].flatMap((one) => textAt(one, 'gridWorker') ?? [])),
              ].join('、'),
            },
          },
        ];
      });
      return byMark(lines, marks, ({ facts }) => -Number(facts['shortOf']));
    },
  };
}

function tonnes(rows: readonly Row[]): number {
  return sumOf(rows, (row) => numberAt(row, 'quantity'));
}

/** By zone and kind. */
export const needsByZone: WorkList = needsBy(
  'needsByZone',
  ['zone', 'kind'],
  [
    { as: 'field', field: 'zone' },
    { as: 'field', field: 'kind' },
  ],
);

/** By village and kind, with the grid workers who answer for it. */
export const needsByGrid: WorkList = needsBy(
  'needsByGrid',
  ['village', 'kind'],
  [
    { as: 'field', field: 'village' },
    { as: 'field', field: 'kind' },
    { as: 'text', fact: 'gridWorkers' },
  ],
);
