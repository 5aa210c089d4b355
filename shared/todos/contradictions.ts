import type { Row } from '../ledger/defineLedger';
import { textAt } from './rowValues';
import { todoId, type Todo, type TodoRule } from './todo';

interface Order {
  readonly ledger: string;
  readonly first: string;
  readonly then: string;
  readonly unit?: string;
}

/** Of two moments or days of a record the second cannot come before the first. */
const orders: readonly Order[] = [
  { ledger: 'isolation-stays', first: 'admittedAt', then: 'releasedAt' },
  { ledger: 'checkpoint-holds', first: 'heldFrom', then: 'releasedAt' },
  { ledger: 'cases', first: 'reportedAt', then: 'confirmedAt' },
  { ledger: 'contacts', first: 'determinedAt', then: 'releasedAt' },
  { ledger: 'hotline-cases', first: 'receivedAt', then: 'closedAt', unit: 'handler' },
  { ledger: 'medical-waste', first: 'arisenAt', then: 'disposedAt', unit: 'producer' },
  { ledger: 'permits', first: 'validFrom', then: 'validUntil' },
  { ledger: 'zones', first: 'declaredAt', then: 'endedAt' },
];

interface StatedDone {
  readonly ledger: string;
  readonly state: string;
  readonly means: readonly string[];
  readonly done: string;
  readonly unit?: string;
}

/** A state that says it is done needs the moment at which it was: figures count by that moment. */
const statedDone: readonly StatedDone[] = [
  {
    ledger: 'cases',
    state: 'outcome',
    means: ['无症状转确诊'],
    done: 'confirmedAt',
  },
  {
    ledger: 'enterprise-problems',
    state: 'state',
    means: ['已办结'],
    done: 'closedAt',
    unit: 'responsible',
  },
  { ledger: 'scarce-needs', state: 'state', means: ['已送达'], done: 'deliveredAt' },
  { ledger: 'closed-loop-releases', state: 'state', means: ['已到达'], done: 'arrivedAt' },
  {
    ledger: 'inspections',
    state: 'state',
    means: ['已整改', '已复查'],
    done: 'correctedAt',
    unit: 'inspected',
  },
];

export const contradictionRules: readonly TodoRule[] = [
  ...orders.map(({ ledger, first, then, unit }): TodoRule => ({
    id: `order.${ledger}`,
    reads: () => [{ ledger, filled: then }],
    find: ([rows = []]) =>
      rows
        .filter((row) => isBefore(row.values[then], row.values[first]))
        .map((row) => contradiction('order', ledger, row, unit, { first, then })),
  })),
  ...statedDone.map(({ ledger, state, means, done, unit }): TodoRule => ({
    id: `stated.${ledger}`,
    reads: () => [{ ledger, blank: done }],
    find: ([rows = []]) =>
      rows
        .filter((row) => means.includes(textAt(row, state) ?? ''))
        .map((row) =>
          contradiction('stated', ledger, row, unit, { state: textAt(row, state) ?? '', done }),
        ),
  })),
];

function contradiction(
  rule: string,
  ledger: string,
  row: Row,
  unit: string | undefined,
  facts: Todo['facts'],
): Todo {
  return {
    id: todoId(rule, row, ledger),
    rule,
    kind: 'contradictory',
    ledger,
    row,
    unit: textAt(row, unit ?? 'unit'),
    facts,
  };
}

function isBefore(left: unknown, right: unknown): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left < right;
  return typeof left === 'string' && typeof right === 'string' && left < right;
}
