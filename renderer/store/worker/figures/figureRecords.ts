import type { PartKey } from '../../../../shared/figures/breakDown';
import { amountsOf, sumOf, type FigureRecords } from '../../../../shared/figures/countTerms';
import { holds, type CutOff } from '../../../../shared/figures/takesIn';
import type { RowId } from '../../../../shared/kernel/ids';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import type { Figure, FigureCondition, FigureTerm } from '../../../../shared/ledger/figure';
import type { Table } from '../../table/contract';
import type { Tables } from '../buildChanges';
import { withPart } from './heldParts';
import { isListField } from './isListField';
import { takenOrdinals } from './takenOrdinals';

/** A figure at a cut-off with its records, by their places in the table. */
export interface HeldFigure {
  readonly table: Table;
  readonly value: number;
  /** Ascending. */
  readonly ordinals: Int32Array;
  readonly amountAt: (ordinal: number) => number;
  /** What each record adds, where it is the same for all: then their number is the figure. */
  readonly each: number | undefined;
  readonly valueOf: FigureRecords<number>['valueOf'];
  /** A field of the record that a reference means. */
  readonly referred: (
    reference: string,
    id: StoredValue | null | undefined,
    field: string,
  ) => StoredValue | undefined;
}

/** One part of a breakdown. */
export interface PartOf {
  readonly field: string;
  readonly key: PartKey;
}

/** More records than these are asked one by one, when a record refers to them. */
const fewReferred = 2_000;

/**
 * Computes figures from the columns. One that counts records is the number of them: a million
 * passages are neither looked at one by one nor held beside their places.
 */
export function holdFigure(
  tables: Tables,
  ledger: LedgerDefinition,
  figure: Figure,
  cutOff: CutOff,
  of?: PartOf,
): HeldFigure {
  const table = tables.get(ledger.id);
  if (!table) throw new Error(`No ledger ${ledger.id}`);
  const targetOf = (reference: string) => tables.get(ledger.fields[reference]?.refersTo ?? '');
  const referred: HeldFigure['referred'] = (reference, id, field) => {
    const target = targetOf(reference);
    if (!target || typeof id !== 'string') return undefined;
    const place = target.ordinalOf(id as RowId); // any other text finds nothing
    return place === undefined ? undefined : target.valueAt(place, field);
  };
  const valueOf = (ordinal: number, path: string) => {
    const [own = '', beyond] = path.split('.');
    const value = table.valueAt(ordinal, own);
    return beyond === undefined ? value : referred(own, value, beyond);
  };
  const idsWhere = (reference: string, field: string, condition: FigureCondition) => {
    const target = targetOf(reference);
    if (!target || target.size > fewReferred || isListField(ledger.fields[reference]))
      return undefined;
    return Array.from({ length: target.size }, (_, place) => place)
      .filter((place) => holds(condition, target.valueAt(place, field)))
      .map((place) => target.rowAt(place).id);
  };
  const readers = { readAt: (at: number) => (path: string) => valueOf(at, path), idsWhere };
  const taken = (term: FigureTerm) => takenOrdinals(table, ledger, term, cutOff, readers);
  const about = { table, valueOf, referred };

  const [only, ...others] = figure.terms;
  if (only?.measure.type === 'rows' && only.counts.type !== 'latest' && others.length === 0) {
    const isOfList = of && isListField(ledger.fields[of.field]);
    const narrowed = of && !isOfList ? [conditionOf(of)] : [];
    const found = taken({ ...only, where: [...(only.where ?? []), ...narrowed] });
    const ordinals = of && isOfList ? withPart(found, of, valueOf) : found;
    const each = only.less ? -1 : 1;
    return { ...about, value: each * ordinals.length, ordinals, amountAt: () => each, each };
  }
  const amounts = amountsOf(figure, { valueOf, taken }, cutOff);
  const amountAt = (ordinal: number) => amounts.get(ordinal) ?? 0;
  const all = Int32Array.from(amounts.keys()).sort();
  const ordinals = of ? withPart(all, of, valueOf) : all;
  const value = sumOf(of ? Array.from(ordinals, amountAt) : amounts.values());
  return { ...about, value, ordinals, amountAt, each: undefined };
}

function conditionOf({ field, key }: PartOf): FigureCondition {
  return key === null ? { field, filled: false } : { field, is: [key] };
}
