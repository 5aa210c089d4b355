import { holds, type CutOff, type ReadField } from '../../../../shared/figures/takesIn';
import { addDays, dateOf, type Instant } from '../../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { FigureCondition, FigureSpan, FigureTerm } from '../../../../shared/ledger/figure';
import type { Filter } from '../../contract';
import type { Table } from '../../table/contract';

interface Readers {
  readonly readAt: (ordinal: number) => ReadField;
  /** The records of which a reference is one where the condition holds; undefined where there are many. */
  readonly idsWhere: (
    reference: string,
    field: string,
    condition: FigureCondition,
  ) => readonly string[] | undefined;
}

/**
 * What `takesIn` lets pass, found by the columns in place of looking at each record: ascending. The
 * filters mean what the span and the conditions mean; a test lets both answer.
 */
export function takenOrdinals(
  table: Table,
  { id, fields }: LedgerDefinition,
  term: FigureTerm,
  cutOff: CutOff,
  { readAt, idsWhere }: Readers,
): Int32Array {
  const kindOf = (name: string) => (fields[name]?.kind === 'date' ? 'date' : 'instant');
  const asked: Filter[] = [];
  const left: FigureCondition[] = [];
  for (const condition of term.where ?? []) {
    const filters = filtersOf(condition, idsWhere);
    if (filters) asked.push(...filters);
    else left.push(condition);
  }
  const found = spanFilters(term.counts, cutOff, kindOf).map((filters) =>
    ascending(table.select({ ledger: id, filters: [...filters, ...asked] })),
  );
  const ordinals = found.length === 1 && found[0] ? found[0] : merged(found);
  return left.length === 0
    ? ordinals
    : ordinals.filter((ordinal) => {
        const read = readAt(ordinal);
        return left.every((condition) => holds(condition, read(condition.field)));
      });
}

/** Undefined where each record has to be looked at. */
function filtersOf(
  condition: FigureCondition,
  idsWhere: Readers['idsWhere'],
): readonly Filter[] | undefined {
  const { field, is, isNot, filled } = condition;
  const [own = '', beyond] = field.split('.');
  if (beyond !== undefined) {
    // who refers to nothing would be among them
    const ids = holds(condition, undefined) ? undefined : idsWhere(own, beyond, condition);
    return ids && [{ field: own, test: { type: 'oneOf', values: ids } }];
  }
  if (isNot !== undefined) return undefined;
  return [
    ...(is ? [{ field, test: { type: 'oneOf' as const, values: is } }] : []),
    ...(filled === undefined
      ? []
      : [{ field, test: { type: filled ? ('filled' as const) : ('blank' as const) } }]),
  ];
}

/** One list of filters for each way to be within: what is held has no end yet, or a later one. */
function spanFilters(
  span: FigureSpan,
  { at, since }: CutOff,
  kindOf: (field: string) => 'date' | 'instant',
): readonly (readonly Filter[])[] {
  const upTo = (field: string) => (kindOf(field) === 'date' ? dateOf(at) : at);
  const after = (field: string, moment: Instant) =>
    kindOf(field) === 'date' ? addDays(dateOf(moment), 1) : moment + 1;
  const begun: Filter = { field: span.from, test: { type: 'between', to: upTo(span.from) } };
  switch (span.type) {
    case 'held':
      return [
        [begun, { field: span.until, test: { type: 'blank' } }],
        [begun, { field: span.until, test: { type: 'between', from: after(span.until, at) } }],
      ];
    case 'within':
      return [
        [
          {
            field: span.from,
            test: { type: 'between', from: after(span.from, since), to: upTo(span.from) },
          },
        ],
      ];
    case 'upTo':
    case 'latest':
      return [[begun]];
  }
}

/** A log answers newest first. */
function ascending(ordinals: Int32Array): Int32Array {
  const [first = 0] = ordinals;
  return first > (ordinals.at(-1) ?? 0) ? ordinals.reverse() : ordinals;
}

function merged(lists: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort();
}
