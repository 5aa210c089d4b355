import { assertNever } from '../kernel/assertNever';
import type { StoredValue } from '../ledger/field';
import type { Figure, FigureSpan, FigureTerm } from '../ledger/figure';
import type { CutOff } from './takesIn';

/** Records as their holder can read them: whole rows, or places in columns. */
export interface FigureRecords<Key> {
  /** Those that `takesIn` lets pass, in the order in which they were made. */
  readonly taken: (term: FigureTerm, cutOff: CutOff) => Iterable<Key>;
  /** A field of a record, or with a dot of the record that a reference in it means. */
  readonly valueOf: (key: Key, path: string) => StoredValue | undefined;
}

/** What each record adds to the figure, none of them nothing; negative where it is taken away. */
export function amountsOf<Key>(
  figure: Figure,
  records: FigureRecords<Key>,
  cutOff: CutOff,
): ReadonlyMap<Key, number> {
  const amounts = new Map<Key, number>();
  for (const term of figure.terms) {
    const sign = term.less ? -1 : 1;
    countTerm(term, records, cutOff, (key, amount) => {
      const before = amounts.get(key);
      amounts.set(key, before === undefined ? sign * amount : exact(before + sign * amount));
    });
  }
  for (const [key, amount] of amounts) if (amount === 0) amounts.delete(key);
  return amounts;
}

/** Sums are kept free of binary rounding: 113 + 5 + 3.7 + 82.6 is 204.3. */
export function sumOf(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return exact(sum);
}

/** Twelve significant decimals: more than any ledger holds, fewer than binary rounding shows. */
function exact(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

function countTerm<Key>(
  term: FigureTerm,
  { taken, valueOf }: FigureRecords<Key>,
  cutOff: CutOff,
  add: (key: Key, amount: number) => void,
): void {
  const { measure, counts } = term;
  const all = taken(term, cutOff);
  const keys = counts.type === 'latest' ? latestOf(all, counts, valueOf) : all;
  switch (measure.type) {
    case 'rows':
      for (const key of keys) add(key, 1);
      return;
    case 'sum':
      for (const key of keys) {
        const value = valueOf(key, measure.field);
        if (typeof value === 'number') add(key, exact(value * (measure.factor ?? 1)));
      }
      return;
    case 'distinct': {
      const seen = new Set<string>();
      for (const key of keys) {
        const mark = markOf(key, measure.fields, valueOf);
        if (!seen.has(mark)) add(key, 1);
        seen.add(mark);
      }
      return;
    }
    default:
      assertNever(measure);
  }
}

function latestOf<Key>(
  keys: Iterable<Key>,
  span: Extract<FigureSpan, { type: 'latest' }>,
  valueOf: FigureRecords<Key>['valueOf'],
): Iterable<Key> {
  const latest = new Map<string, Key>();
  for (const key of keys) {
    const mark = markOf(key, span.per, valueOf);
    const known = latest.get(mark);
    if (known === undefined || comesAfter(valueOf(key, span.from), valueOf(known, span.from)))
      latest.set(mark, key);
  }
  return latest.values();
}

function comesAfter(left: StoredValue | undefined, right: StoredValue | undefined): boolean {
  if (typeof left === 'number' && typeof right === 'number') return left > right;
  return String(left) > String(right);
}

function markOf<Key>(
  key: Key,
  fields: readonly string[],
  valueOf: FigureRecords<Key>['valueOf'],
): string {
  return JSON.stringify(fields.map((field) => valueOf(key, field) ?? null));
}
