import type { Row } from '../ledger/defineLedger';
import { stockBalances } from '../todos/stocks';
import type { Check, Discrepancy } from './check';

/** A balance that was below nothing: a movement in is missing, or one out is too much. */
export const stockNegative: Check = {
  id: 'stockNegative',
  isWhole: true,
  each: { ledger: 'stock-movements' },
  against: [],
  find: (rows) =>
    [...stockBalances(rows)].flatMap(([key, { lowest, last }]): readonly Discrepancy[] =>
      lowest.balance >= 0
        ? []
        : [
            {
              id: `stockNegative ${key}`,
              check: 'stockNegative',
              first: { ledger: 'stock-movements', row: lowest.at },
              second: last === lowest.at ? undefined : { ledger: 'stock-movements', row: last },
              facts: {
                balance: lowest.balance,
                measure: textOf(last, 'measure'),
                warehouse: textOf(last, 'warehouse'),
              },
            },
          ],
    ),
};

/** More people than the tubes can hold at the stated mix. */
export const tubesTooFew: Check = {
  id: 'tubesTooFew',
  each: { ledger: 'test-samples', filled: ['tubes', 'mix', 'sampled'] },
  against: [{ ledger: 'test-rounds' }],
  find: (samples, [rounds = []]) => {
    const known = new Map<unknown, Row>(rounds.map((row) => [row.id, row]));
    return samples.flatMap((row): readonly Discrepancy[] => {
      const { tubes, mix, sampled, round } = row.values;
      if (typeof tubes !== 'number' || typeof sampled !== 'number') return [];
      const room = tubes * Number(mix);
      if (!(room < sampled)) return [];
      const record = known.get(round);
      return [
        {
          id: `tubesTooFew ${row.id}`,
          check: 'tubesTooFew',
          first: { ledger: 'test-samples', row },
          second: record && { ledger: 'test-rounds', row: record },
          facts: { tubes, mix: String(mix), room, sampled },
        },
      ];
    });
  },
};

/** What the plant weighed is not what the producer gave away; kilograms, to the second decimal. */
export const wasteDiffers: Check = {
  id: 'wasteDiffers',
  each: { ledger: 'medical-waste', filled: ['receivedWeight'] },
  against: [],
  find: (rows) =>
    rows.flatMap((row): readonly Discrepancy[] => {
      const { weight, receivedWeight } = row.values;
      if (typeof weight !== 'number' || typeof receivedWeight !== 'number') return [];
      const difference = Number((receivedWeight - weight).toFixed(2));
      if (difference === 0) return [];
      return [
        {
          id: `wasteDiffers ${row.id}`,
          check: 'wasteDiffers',
          first: { ledger: 'medical-waste', row },
          facts: { weight, receivedWeight, difference },
        },
      ];
    }),
};

function textOf({ values }: Row, field: string): string {
  const value = values[field];
  return typeof value === 'string' ? value : '';
}
