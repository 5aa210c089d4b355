import type { Instant, IsoDate } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import type { StoredValue } from '../ledger/field';
import type { Policy } from '../policy/policy';

/** The moment for which a list of work is made, its day, and the rules of the event. */
export interface WorkMoment {
  readonly at: Instant;
  readonly today: IsoDate;
  readonly policy: Policy;
}

export type Fact = string | number;

/** Something to be dealt with: a record and what the job has to know of it beside its fields. */
export interface WorkLine {
  readonly id: string;
  readonly ledger: string;
  /** The record that the line opens. */
  readonly row: Row;
  /** Ids of the list's marks, the gravest first. */
  readonly marks: readonly string[];
  readonly facts: Readonly<Record<string, Fact | undefined>>;
}

/** `field`: what the record itself holds. The others show a fact of the line. */
export type WorkColumn =
  | { readonly as: 'field'; readonly field: string }
  | {
      readonly as: 'text' | 'count' | 'amount' | 'percent' | 'instant' | 'day';
      readonly fact: string;
    }
  /** The fact is the id of a record of that ledger: shown by its name. */
  | { readonly as: 'record'; readonly fact: string; readonly ledger: string };

/** What is said of a line at a glance; each is a filter of the list. */
export interface WorkMark {
  readonly id: string;
  readonly tone: 'bad' | 'warn' | 'good' | 'calm';
}

/** A change that a piece of work makes; the caller commits all of a step at once. */
export type WorkChange =
  | {
      readonly type: 'update';
      readonly ledger: string;
      readonly row: Row['id'];
      readonly values: Readonly<Record<string, StoredValue | null>>;
    }
  | {
      readonly type: 'insert';
      readonly ledger: string;
      readonly values: Readonly<Record<string, StoredValue>>;
    };

export interface WorkStep {
  readonly id: string;
  /** Fields of the line's ledger that are asked for; those of `needs` must be filled. */
  readonly asks: readonly string[];
  readonly needs?: readonly string[];
  readonly fits: (line: WorkLine) => boolean;
  /** Takes many lines at once: what is done to one may depend on the others. */
  readonly changes: (
    lines: readonly WorkLine[],
    typed: Readonly<Record<string, StoredValue>>,
    by: { readonly now: Instant; readonly operator: string },
  ) => readonly WorkChange[];
}

/** What was typed goes into each line alike, and what the step itself says: its new state. */
export function eachWith(own: Readonly<Record<string, StoredValue>>): WorkStep['changes'] {
  return (lines, typed) =>
    lines.map(({ ledger, row }) => ({
      type: 'update',
      ledger,
      row: row.id,
      values: { ...typed, ...own },
    }));
}

/** One list of a job: which records it looks at, and what it makes of them. Pure, like the rules of to-dos. */
export interface WorkList {
  readonly id: string;
  /** Fields of columns are those of this ledger. */
  readonly ledger: string;
  /** Read whole, in this order; `lines` gets them so. */
  readonly reads: readonly string[];
  readonly marks: readonly WorkMark[];
  readonly columns: readonly WorkColumn[];
  /** Facts whose sum stands below the list. */
  readonly sums?: readonly string[];
  readonly steps?: readonly WorkStep[];
  /** The papers that can be printed of lines. */
  readonly paper?: 'release';
  /** Files of a maker that add to its records. */
  readonly imports?: 'sensorEvents';
  /** The gravest first. */
  readonly lines: (found: readonly (readonly Row[])[], moment: WorkMoment) => readonly WorkLine[];
}

/** The lines in the order of the list's marks; within one mark as they came, or by `key`. */
export function byMark(
  lines: readonly WorkLine[],
  marks: readonly WorkMark[],
  key: (line: WorkLine) => number = () => 0,
): readonly WorkLine[] {
  const order = new Map(marks.map(({ id }, index) => [id, index]));
  const rank = ({ marks: own }: WorkLine) =>
    Math.min(marks.length, ...own.map((id) => order.get(id) ?? marks.length));
  return lines.toSorted((left, right) => rank(left) - rank(right) || key(left) - key(right));
}

/** The ids of the claims that hold, in their order. */
export function marksOf(claims: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(claims).flatMap(([id, holds]) => (holds ? [id] : []));
}
