import { toInstant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import { readEarlier } from '../passes/readRecords';
import { overdueTransits } from '../passes/transit';
import { readPolicy } from '../policy/policy';
import { dayMs, instantAt, textAt } from './rowValues';
import { todoId, type TodoRule } from './todo';

/** Sealed longer ago than this, it is a matter for the police rather than a line of this list. */
const lookBackDays = 7;

/** A vehicle was sealed for passing through and has not been seen leaving in time (过境封条). */
export const transitRule: TodoRule = {
  id: 'transit',
  reads: (now) => [
    {
      ledger: 'checkpoint-passes',
      is: [
        { field: 'direction', value: '过境' },
        { field: 'outcome', value: '放行' },
      ],
      from: { field: 'passedAt', value: now - lookBackDays * dayMs },
    },
    { ledger: 'passage-rules' },
  ],
  find: ([passages = [], rules = []], now) => {
    const { passageRules } = readPolicy({ passageRules: rules, isolationRules: [], values: [] });
    const earlier = passages.flatMap(({ values }) => readEarlier(values, undefined) ?? []);
    return overdueTransits(earlier, passageRules, now).flatMap(
      ({ plate, enteredBy, enteredAt, seal, leaveBy }) => {
        const isEntry = (row: Row) =>
          textAt(row, 'plate') === plate && instantAt(row, 'passedAt') === enteredAt;
        const row = passages.find(isEntry);
        if (!row) return [];
        return [
          {
            id: todoId('transit', row),
            rule: 'transit',
            kind: 'overdue' as const,
            ledger: 'checkpoint-passes',
            row,
            unit: enteredBy,
            unitIn: 'checkpoints',
            person: textAt(row, 'staff'),
            at: toInstant(leaveBy),
            facts: { seal: seal ?? '' },
          },
        ];
      },
    );
  },
};
