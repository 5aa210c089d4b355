import { agreedTimes, isAgreed } from '../work/doorOpenings';
import { entriesAt } from '../work/entries';
import { hourMs, instantAt, textAt } from './rowValues';
import { todoId, type TodoRule } from './todo';

/**
 * A door was opened outside its agreed hours (LEDGERS.md, 智能门磁). One to-do for each door, by its
 * last such opening: one that comes after it was put off is another to-do.
 */
export const doorRule: TodoRule = {
  id: 'door',
  reads: () => [{ ledger: 'door-sensors', blank: 'removedAt' }],
  find: ([rows = []], now, { limit }) =>
    rows.flatMap((row) => {
      const since = now - limit('门磁告警保留小时数', textAt(row, 'unit')) * hourMs;
      const from = Math.max(since, instantAt(row, 'installedAt') ?? 0);
      const agreed = agreedTimes(textAt(row, 'agreed'));
      const openings = entriesAt(row, 'events', 'at').filter(
        ({ moment, entry }) =>
          entry['motion'] === '开' && moment > from && moment <= now && !isAgreed(agreed, moment),
      );
      const last = openings.at(-1)?.moment;
      if (last === undefined) return [];
      return [
        {
          id: todoId('door', row, String(last)),
          rule: 'door',
          kind: 'alarm' as const,
          ledger: 'door-sensors',
          row,
          unit: textAt(row, 'unit'),
          person: textAt(row, 'gridWorker'),
          at: last,
          facts: { count: openings.length },
        },
      ];
    }),
};
