import type { RowId } from '../kernel/ids';
import { toInstant, type Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import type { IsolationRule } from '../policy/isolationRule';
import type { Policy } from '../policy/policy';
import { policyValueAt, type PolicyKey } from '../policy/policyValue';

/** What kind of thing waits to be done; the order is that of the list. */
export const todoKinds = [
  'contradictory',
  'alarm',
  'overdue',
  'heldLong',
  'stockLow',
  'missingReport',
  'listOld',
  'dueToday',
] as const;
export type TodoKind = (typeof todoKinds)[number];

/** One thing to be done, found in the ledgers. Its words are made of `rule` and `facts`. */
export interface Todo {
  /** The same as long as the thing is: what was put off is known by it. */
  readonly id: string;
  readonly rule: string;
  readonly kind: TodoKind;
  /** Undefined: what waits is not in a ledger but in the exchange. */
  readonly ledger: string | undefined;
  /** The record that it opens; a list as a whole, or a computer of the exchange, has none. */
  readonly row: Row | undefined;
  /** A unit's name, or the record of `unitIn` that is the unit. */
  readonly unit?: string | undefined;
  readonly unitIn?: string;
  readonly person?: string | undefined;
  /** Who it is about, where that is no record. */
  readonly about?: string;
  /** When it is or was due, or since when it lasts. */
  readonly at?: Instant | undefined;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Which records a rule has to look at: those of a ledger that satisfy all that is said here. */
export interface TodoRead {
  readonly ledger: string;
  readonly blank?: string;
  readonly filled?: string;
  /** Each of these fields has this value. */
  readonly is?: readonly { readonly field: string; readonly value: string }[];
  readonly from?: { readonly field: string; readonly value: string | number };
  /** Only the record with the highest value of this field. */
  readonly newest?: string;
}

/**
 * How long is too long, and what is owed when. Hours, days and amounts are lines of 防控参数
 * (`PolicyKey`), so that an office sets its own, for all or for one unit, and the journal keeps them.
 */
export interface TodoPolicy {
  readonly limit: (key: PolicyKey, unit?: string) => number;
  readonly isolationRules: readonly IsolationRule[];
}

export function todoPolicyAt({ values, isolationRules }: Policy, at: Instant): TodoPolicy {
  return { limit: (key, unit) => policyValueAt(values, key, at, unit), isolationRules };
}

/**
 * Of an event whose records have ended, the last moment of them, on their last day: what was to be
 * done then says something, what is overdue by years does not. Undefined while the event goes on.
 */
export function lastMoment(recordsEnd: Instant | undefined, now: Instant): Instant | undefined {
  if (recordsEnd === undefined || recordsEnd > now) return undefined;
  return toInstant(recordsEnd - 1);
}

/** Who reported lately and not today is missing; who has stopped reporting for so long is not. */
export const reportingDays = 7;

export interface TodoRule {
  readonly id: string;
  readonly reads: (now: Instant, policy: TodoPolicy) => readonly TodoRead[];
  /** Gets the records of each read, in the order of `reads`; deleted ones are not among them. */
  readonly find: (
    found: readonly (readonly Row[])[],
    now: Instant,
    policy: TodoPolicy,
  ) => readonly Todo[];
}

/** The id of a record's to-do under a rule; `part` tells apart several of one record. */
export function todoId(rule: string, row: { readonly id: RowId } | undefined, part = ''): string {
  return [rule, row?.id ?? '', part].join(' ');
}
