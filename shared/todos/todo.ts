import type { RowId } from '../kernel/ids';
import type { Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';

/** What kind of thing waits to be done; the order is that of the list. */
export const todoKinds = [
  'contradictory',
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
  readonly ledger: string;
  /** The record that it opens; a list as a whole has none. */
  readonly row: Row | undefined;
  /** A unit's name, or the record of `unitIn` that is the unit. */
  readonly unit?: string | undefined;
  readonly unitIn?: string;
  readonly person?: string | undefined;
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

/** How long is too long. The published forms give no numbers, so an office can set its own. */
export interface TodoLimits {
  readonly holdHours: number;
  /** Of raw material or of necessities. */
  readonly supplyDays: number;
  readonly expiryDays: number;
  /** As old as the list of permits may be before passes are doubted. */
  readonly listHours: number;
  /** By urgency, from raising to closing; `特急` is solved at once. */
  readonly problemHours: Readonly<Record<string, number>>;
  readonly needHours: number;
  readonly codeHours: number;
}

export const usualLimits: TodoLimits = {
  holdHours: 4,
  supplyDays: 3,
  expiryDays: 30,
  listHours: 24,
  problemHours: { 特急: 4, 急: 24, 一般: 72 },
  needHours: 24,
  codeHours: 24,
};

/** Who reported lately and not today is missing; who has stopped reporting for so long is not. */
export const reportingDays = 7;

export interface TodoRule {
  readonly id: string;
  readonly reads: (now: Instant, limits: TodoLimits) => readonly TodoRead[];
  /** Gets the records of each read, in the order of `reads`; deleted ones are not among them. */
  readonly find: (
    found: readonly (readonly Row[])[],
    now: Instant,
    limits: TodoLimits,
  ) => readonly Todo[];
}

/** The id of a record's to-do under a rule; `part` tells apart several of one record. */
export function todoId(rule: string, row: { readonly id: RowId } | undefined, part = ''): string {
  return [rule, row?.id ?? '', part].join(' ');
}
