import { dateOf, startOfDay, toInstant, type Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import type { PolicyKey } from '../policy/policyValue';
import { dayMs, dueAt, hourMs, instantAt, isLaterToday, numberAt, textAt } from './rowValues';
import { todoId, type Todo, type TodoPolicy, type TodoRule } from './todo';

interface Deadline {
  readonly rule: string;
  readonly ledger: string;
  /** Filled once it is done. */
  readonly done: string;
  readonly due: (row: Row, policy: TodoPolicy) => Instant | undefined;
  readonly unit?: string;
  readonly unitIn?: string;
  readonly person?: string;
  /** Done in another way than by filling `done`. */
  readonly isDropped?: (row: Row) => boolean;
}

/**
 * What has to be done by a moment and is not: overdue after it, due today before it.
 * Deadlines that stand in the record are its own (办理时限, 整改期限, 应到达时间, 应解除日); the
 * others count from raising by the hours of 防控参数. Medical waste is cleared the day it arises (LEDGERS.md,
 * 医疗废物), households are visited every so many days (特殊人群包联, 频次).
 */
const deadlines: readonly Deadline[] = [
  {
    rule: 'hotlineCase',
    ledger: 'hotline-cases',
    done: 'closedAt',
    due: (row) => dueAt(row, 'dueAt'),
    unit: 'handler',
    person: 'taker',
  },
  {
    rule: 'inspection',
    ledger: 'inspections',
    done: 'correctedAt',
    due: (row) => dueAt(row, 'dueAt'),
    unit: 'inspected',
    person: 'reviewer',
    isDropped: (row) => textAt(row, 'state') === '无需整改',
  },
  {
    rule: 'closedLoop',
    ledger: 'closed-loop-releases',
    done: 'arrivedAt',
    due: (row, policy) =>
      dueAt(row, 'dueAt') ?? after(row, 'departedAt', '闭环到达时限小时数', policy, 'community'),
    unit: 'community',
    person: 'receiver',
    isDropped: (row) => textAt(row, 'state') === '未批准',
  },
  {
    rule: 'stay',
    ledger: 'isolation-stays',
    done: 'releasedAt',
    due: (row) => dueAt(row, 'dueOn'),
    unit: 'site',
    unitIn: 'isolation-sites',
  },
  {
    rule: 'homeContact',
    ledger: 'contacts',
    done: 'releasedAt',
    due: (row) => dueAt(row, 'dueOn'),
    unit: 'unit',
    // who is isolated centrally is released by the stay
    isDropped: (row) =>
      !['居家隔离', '健康监测'].includes(textAt(row, 'control') ?? '') ||
      textAt(row, 'outcome') !== undefined,
  },
  {
    rule: 'enterpriseProblem',
    ledger: 'enterprise-problems',
    done: 'closedAt',
    due: (row, policy) =>
      after(row, 'raisedAt', hoursByUrgency(textAt(row, 'urgency')), policy, 'responsible'),
    unit: 'responsible',
  },
  {
    rule: 'scarceNeed',
    ledger: 'scarce-needs',
    done: 'deliveredAt',
    due: (row, policy) => after(row, 'raisedAt', '特需送达小时数', policy),
    unit: 'unit',
    person: 'handler',
  },
  {
    rule: 'healthCode',
    ledger: 'health-code-cases',
    done: 'closedAt',
    due: (row, policy) => after(row, 'receivedAt', '转码办结小时数', policy),
    unit: 'unit',
  },
  {
    rule: 'waste',
    ledger: 'medical-waste',
    done: 'disposedAt',
    due: (row) => endOfDay(instantAt(row, 'arisenAt')),
    unit: 'producer',
    person: 'driver',
  },
];

export const deadlineRules: readonly TodoRule[] = deadlines.map((deadline) => ({
  id: deadline.rule,
  reads: () => [{ ledger: deadline.ledger, blank: deadline.done }],
  find: ([rows = []], now, policy) =>
    rows.flatMap((row): readonly Todo[] => {
      const due = deadline.isDropped?.(row) ? undefined : deadline.due(row, policy);
      return due === undefined ? [] : dueTodo(deadline, row, due, now);
    }),
}));

export const visitRule: TodoRule = {
  id: 'visit',
  reads: () => [{ ledger: 'households' }],
  find: ([rows = []], now) =>
    rows.flatMap((row): readonly Todo[] => {
      const every = numberAt(row, 'visitEveryDays');
      const last = lastVisit(row) ?? instantAt(row, 'recordedAt');
      if (every === undefined || last === undefined) return [];
      const due = endOfDay(toInstant(last + every * dayMs));
      const about = { rule: 'visit', ledger: 'households', unit: 'unit', person: 'carer' };
      return due === undefined ? [] : dueTodo(about, row, due, now);
    }),
};

/** Overdue once the moment has passed, due today while it is to come today, else nothing. */
function dueTodo(
  { rule, ledger, unit, unitIn, person }: Omit<Deadline, 'done' | 'due'>,
  row: Row,
  due: Instant,
  now: Instant,
): readonly Todo[] {
  const isOverdue = due <= now;
  if (!isOverdue && !isLaterToday(due, now)) return [];
  return [
    {
      id: todoId(rule, row),
      rule,
      kind: isOverdue ? 'overdue' : 'dueToday',
      ledger,
      row,
      ...(unit === undefined ? {} : { unit: textAt(row, unit) }),
      ...(unitIn === undefined ? {} : { unitIn }),
      ...(person === undefined ? {} : { person: textAt(row, person) }),
      at: due,
      facts: {},
    },
  ];
}

/** The hours that hold for the record's unit, counted from an instant of it. */
function after(
  row: Row,
  field: string,
  hours: PolicyKey,
  { limit }: TodoPolicy,
  unit = 'unit',
): Instant | undefined {
  const from = instantAt(row, field);
  return from && toInstant(from + limit(hours, textAt(row, unit)) * hourMs);
}

/** `特急` is solved at once (助企问题清单). */
export function hoursByUrgency(urgency: string | undefined): PolicyKey {
  if (urgency === '特急') return '特急问题办结小时数';
  return urgency === '急' ? '急问题办结小时数' : '一般问题办结小时数';
}

function endOfDay(moment: Instant | undefined): Instant | undefined {
  if (moment === undefined) return undefined;
  return toInstant(startOfDay(dateOf(moment)) + dayMs);
}

function lastVisit({ values }: Row): Instant | undefined {
  const { visits } = values;
  if (!Array.isArray(visits)) return undefined;
  const times = visits.flatMap((visit: unknown) =>
    typeof visit === 'object' && visit !== null && 'at' in visit && typeof visit.at === 'number'
      ? [visit.at]
      : [],
  );
  return times.length === 0 ? undefined : toInstant(Math.max(...times));
}
