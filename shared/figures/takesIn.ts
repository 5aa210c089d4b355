import { assertNever } from '../kernel/assertNever';
import { dateOf, type Instant } from '../kernel/time';
import type { StoredValue } from '../ledger/field';
import type { FigureCondition, FigureSpan, FigureTerm } from '../ledger/figure';

/** The moment a figure holds for; `since` begins the period of figures that count one. */
export interface CutOff {
  readonly at: Instant;
  readonly since: Instant;
}

/** A field of a record, or with a dot of the record that a reference in it means. */
export type ReadField = (path: string) => StoredValue | undefined;

/** Whether a term takes a record in at the cut-off; of `latest` the last is still to be picked. */
export function takesIn(term: FigureTerm, read: ReadField, cutOff: CutOff): boolean {
  return (
    isWithin(term.counts, read, cutOff) &&
    (term.where ?? []).every((condition) => holds(condition, read(condition.field)))
  );
}

/** Of a field with several values one is enough. */
export function holds(condition: FigureCondition, value: StoredValue | undefined): boolean {
  const isOneOf = (wanted: readonly (string | number | boolean)[]) =>
    [value].flat().some((one) => wanted.some((each) => each === one));
  return (
    (condition.is === undefined || isOneOf(condition.is)) &&
    (condition.isNot === undefined || !isOneOf(condition.isNot)) &&
    (condition.filled === undefined || (value !== undefined) === condition.filled)
  );
}

function isWithin(span: FigureSpan, read: ReadField, { at, since }: CutOff): boolean {
  const from = read(span.from);
  if (!isNotAfter(from, at)) return false;
  switch (span.type) {
    case 'held':
      return !isNotAfter(read(span.until), at);
    case 'within':
      return !isNotAfter(from, since);
    case 'upTo':
    case 'latest':
      return true;
    default:
      return assertNever(span);
  }
}

/** Instants compare as moments, dates by the calendar day of the cut-off in China. */
function isNotAfter(value: StoredValue | undefined, at: Instant): boolean {
  if (typeof value === 'number') return value <= at;
  return typeof value === 'string' && value <= dateOf(at);
}
