import { partKey, partsOf, type FigurePart } from '../../../../shared/figures/breakDown';
import type { FigureRecords } from '../../../../shared/figures/countTerms';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { HeldFigure, PartOf } from './figureRecords';
import { isListField } from './isListField';

/** A figure by a field. Counted ones are grouped by their columns, and only the groups looked at. */
export function heldParts(
  held: HeldFigure,
  ledger: LedgerDefinition,
  path: string,
): readonly FigurePart[] {
  const { table, ordinals, amountAt, each, valueOf, referred } = held;
  const [own = '', beyond] = path.split('.');
  if (each === undefined || isListField(ledger.fields[own])) {
    const amounts = Array.from(ordinals, (at) => [at, amountAt(at)] as const);
    return partsOf(amounts, path, valueOf);
  }
  const groups = table
    .group(ordinals, [own], [])
    .map(({ keys: [key = null], rows }) => [key, each * rows] as const);
  return partsOf(groups, path, (key) =>
    beyond === undefined ? (key ?? undefined) : referred(own, key, beyond),
  );
}

/** The records that belong to one part. */
export function withPart(
  ordinals: Int32Array,
  { field, key }: PartOf,
  valueOf: FigureRecords<number>['valueOf'],
): Int32Array {
  return ordinals.filter((at) => partKey(at, field, valueOf) === key);
}
