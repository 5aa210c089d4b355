import { describe, expect, it } from 'vitest';
import { dueWorkbooks, unitTodos } from '../../../renderer/features/figures/command/unitTodos';
import { toInstant } from '../../../shared/kernel/time';
import { defaultPolicy } from '../../../shared/policy/policy';
import { todoPolicyAt, type Todo } from '../../../shared/todos/todo';
import { workbooksDue } from '../../../shared/todos/workbooksDue';

const todo = (id: string, unit: string | undefined, kind: Todo['kind']): Todo => ({
  id,
  rule: 'waste',
  kind,
  ledger: 'medical-waste',
  row: undefined,
  unit,
  facts: {},
});
const now = toInstant(1_648_000_000_000);
const hour = 3_600_000;
const silent = workbooksDue(
  [100, 300, 1].map((hours) => ({
    key: `key${hours}`,
    unit: '城关镇',
    name: `电脑${hours}`,
    enrolledAt: now - 1_000 * hour,
    saidAt: now - hours * hour,
  })),
  now,
  todoPolicyAt(defaultPolicy, now),
);

describe('the to-dos on the command view', () => {
  it('are by unit, the most first, those without a unit last', () => {
    const found = unitTodos([
      todo('a', undefined, 'dueToday'),
      todo('b', undefined, 'dueToday'),
      todo('c', '城关镇', 'dueToday'),
      todo('d', '周庄镇', 'dueToday'),
      todo('e', '周庄镇', 'overdue'),
      ...silent,
    ]);
    expect(found.map(({ unit, todos, isPressing }) => [unit, todos.length, isPressing])).toEqual([
      ['周庄镇', 2, true],
      ['城关镇', 1, false],
      ['', 2, false],
    ]);
  });

  it('tell whose workbook has not come apart, the longest silent first', () => {
    const due = dueWorkbooks([todo('a', '城关镇', 'overdue'), ...silent]);
    expect(due.map(({ about, at }) => [about, at])).toEqual([
      ['电脑300', now - 300 * hour],
      ['电脑100', now - 100 * hour],
    ]);
  });
});
