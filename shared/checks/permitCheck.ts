import { toInstant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { faultsOf } from '../passes/judgePermit';
import { readPermit } from '../passes/readRecords';
import type { Check, Discrepancy } from './check';

const noList = { byNumber: new Map() };

/**
 * A vehicle was let through on a permit that did not hold at that minute: void, expired, not yet
 * valid, or another vehicle's. Judged as the desk judges, by what the permit's record says now.
 */
export const permitNotValid: Check = {
  id: 'permitNotValid',
  each: {
    ledger: 'checkpoint-passes',
    filled: ['permit'],
    oneOf: { field: 'outcome', values: ['放行'] },
  },
  against: [{ ledger: 'permits' }],
  find: (passages, [permits = []]) => {
    const known = new Map<unknown, Row>(permits.map((row) => [row.id, row]));
    return passages.flatMap((row): readonly Discrepancy[] => {
      const { permit: id, passedAt, plate } = row.values;
      const record = known.get(id);
      const permit = record && readPermit(record.values);
      if (!permit || typeof passedAt !== 'number') return [];
      const shownPlate = typeof plate === 'string' ? plate : undefined;
      const [fault] = faultsOf(permit, shownPlate, noList, toInstant(passedAt));
      if (!fault) return [];
      return [
        {
          id: `permitNotValid ${row.id}`,
          check: fault.tag,
          first: { ledger: 'checkpoint-passes', row },
          second: { ledger: 'permits', row: record },
          facts: { number: permit.number, from: permit.validFrom, until: permit.validUntil },
        },
      ];
    });
  },
};
