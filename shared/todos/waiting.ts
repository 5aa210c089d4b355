import { toInstant } from '../kernel/time';
import { hourMs, instantAt, textAt } from './rowValues';
import { todoId, type TodoRule } from './todo';

/** A driver is held at the checkpoint for longer than people should wait (滞留登记). */
export const holdRule: TodoRule = {
  id: 'hold',
  reads: () => [{ ledger: 'checkpoint-holds', blank: 'releasedAt' }],
  find: ([rows = []], now, { limit }) =>
    rows.flatMap((row) => {
      const from = instantAt(row, 'heldFrom');
      const hours = limit('滞留提醒小时数', textAt(row, 'unit'));
      if (from === undefined || now - from <= hours * hourMs) return [];
      return [
        {
          id: todoId('hold', row),
          rule: 'hold',
          kind: 'heldLong' as const,
          ledger: 'checkpoint-holds',
          row,
          unit: textAt(row, 'checkpoint'),
          unitIn: 'checkpoints',
          person: textAt(row, 'contact'),
          at: from,
          facts: { hours: Math.floor((now - from) / hourMs) },
        },
      ];
    }),
};

/**
 * The list of permits is as old as the newest thing known of any pass; past the limit the desk
 * doubts what it reads. A county without permits has no list.
 */
export const passListRule: TodoRule = {
  id: 'passList',
  reads: () => [
    { ledger: 'permits', newest: 'issuedAt' },
    { ledger: 'permits', newest: 'voidedAt' },
  ],
  find: ([issued = [], voided = []], now, { limit }) => {
    const times = [
      ...issued.map((row) => instantAt(row, 'issuedAt')),
      ...voided.map((row) => instantAt(row, 'voidedAt')),
    ].filter((time) => time !== undefined);
    const asOf = Math.max(...times);
    if (times.length === 0 || now - asOf <= limit('名单过旧小时数') * hourMs) return [];
    return [
      {
        id: todoId('passList', undefined, String(asOf)),
        rule: 'passList',
        kind: 'listOld' as const,
        ledger: 'permits',
        row: undefined,
        at: toInstant(asOf),
        facts: { hours: Math.floor((now - asOf) / hourMs) },
      },
    ];
  },
};
