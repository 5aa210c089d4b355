import { assertNever } from '../kernel/assertNever';
import type { RowId } from '../kernel/ids';
import { dateOf, type Instant } from '../kernel/time';
import type { Row } from '../ledger/defineLedger';
import type { StoredValue } from '../ledger/field';
import type { Figure, FigureCondition, FigureSpan, FigureTerm } from '../ledger/figure';

/** The moment a figure holds for; `since` begins the period of figures that count one. */
export interface CutOff {
  readonly at: Instant;
  readonly since: Instant;
}

/** The records a figure is made of. Deleted ones must not be among them. */
export interface FigureRows {
  readonly rows: Iterable<Row>;
  /** The record a reference means, for conditions and breakdowns on its fields. */
  readonly refer: (id: string) => Row | undefined;
}

/** What one record adds to a figure; negative where it is taken away. */
export interface Contribution {
  readonly row: RowId;
  readonly amount: number;
}

export interface ComputedFigure {
  readonly value: number;
  /** The records behind the value, each once: their amounts add up to it. */
  readonly contributions: readonly Contribution[];
}

/**
 * The figure at a cut-off and the records it opens into. Sums are kept free of binary rounding:
 * 113 + 5 + 3.7 + 82.6 is 204.3.
 */
export function computeFigure(figure: Figure, source: FigureRows, cutOff: CutOff): ComputedFigure {
  const amounts = new Map<RowId, number>();
  for (const term of figure.terms) {
    const sign = term.less ? -1 : 1;
    for (const { row, amount } of contributionsOf(term, source, cutOff))
      amounts.set(row, exact((amounts.get(row) ?? 0) + sign * amount));
  }
  const contributions = [...amounts]
    .filter(([, amount]) => amount !== 0)
    .map(([row, amount]) => ({ row, amount }));
  const value = exact(contributions.reduce((sum, { amount }) => sum + amount, 0));
  return { value, contributions };
}

/** The figure for each value of a field of its `by`, largest first; blank is `null`. */
export function breakDown(
  figure: Figure,
  field: string,
  source: FigureRows,
  cutOff: CutOff,
): readonly { readonly key: string | number | boolean | null; readonly value: number }[] {
  const rows = [...source.rows];
  const { contributions } = computeFigure(figure, { ...source, rows }, cutOff);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const sums = new Map<string | number | boolean | null, number>();
  for (const { row, amount } of contributions) {
    const found = byId.get(row);
    const value = found && valueAt(found, field, source.refer);
    const key = value === undefined || typeof value === 'object' ? null : value;
    sums.set(key, exact((sums.get(key) ?? 0) + amount));
  }
  return [...sums]
    .map(([key, value]) => ({ key, value }))
    .sort((left, right) => right.value - left.value);
}

function contributionsOf(
  term: FigureTerm,
  source: FigureRows,
  cutOff: CutOff,
): readonly Contribution[] {
  const taken: Row[] = [];
  for (const row of source.rows)
    if (
      isWithin(row, term.counts, cutOff) &&
      (term.where ?? []).every((condition) => holds(row, condition, source.refer))
    )
      taken.push(row);
  const rows = term.counts.type === 'latest' ? latestOf(taken, term.counts) : taken;
  const { measure } = term;
  switch (measure.type) {
    case 'rows':
      return rows.map(({ id }) => ({ row: id, amount: 1 }));
    case 'sum':
      return rows.flatMap(({ id, values }) => {
        const value = values[measure.field];
        return typeof value === 'number'
          ? [{ row: id, amount: exact(value * (measure.factor ?? 1)) }]
          : [];
      });
    case 'distinct': {
      const seen = new Set<string>();
      return rows.map((row) => {
        const mark = keyOf(row, measure.fields);
        const amount = seen.has(mark) ? 0 : 1;
        seen.add(mark);
        return { row: row.id, amount };
      });
    }
    default:
      return assertNever(measure);
  }
}

function isWithin({ values }: Row, span: FigureSpan, { at, since }: CutOff): boolean {
  const from = values[span.from];
  if (!isNotAfter(from, at)) return false;
  switch (span.type) {
    case 'held':
      return !isNotAfter(values[span.until], at);
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

function latestOf(rows: readonly Row[], span: Extract<FigureSpan, { type: 'latest' }>) {
  const latest = new Map<string, Row>();
  for (const row of rows) {
    const mark = keyOf(row, span.per);
    const known = latest.get(mark);
    if (!known || comesAfter(row.values[span.from], known.values[span.from])) latest.set(mark, row);
  }
  return [...latest.values()];
}

function comesAfter(left: StoredValue | undefined, right: StoredValue | undefined): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left > right;
  return String(left) > String(right);
}

function holds(row: Row, condition: FigureCondition, refer: FigureRows['refer']): boolean {
  const value = valueAt(row, condition.field, refer);
  const isOneOf = (wanted: readonly (string | number | boolean)[]) =>
    [value].flat().some((one) => wanted.some((each) => each === one));
  return (
    (condition.is === undefined || isOneOf(condition.is)) &&
    (condition.isNot === undefined || !isOneOf(condition.isNot)) &&
    (condition.filled === undefined || (value !== undefined) === condition.filled)
  );
}

/** A field of the record, or of the record that a reference in it means. */
function valueAt(row: Row, path: string, refer: FigureRows['refer']): StoredValue | undefined {
  const [own = '', beyond] = path.split('.');
  const value = row.values[own];
  if (beyond === undefined) return value;
  return typeof value === 'string' ? refer(value)?.values[beyond] : undefined;
}

const keyOf = (row: Row, fields: readonly string[]) =>
  JSON.stringify(fields.map((field) => row.values[field] ?? null));

/** Twelve significant decimals: more than any ledger holds, fewer than binary rounding shows. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
