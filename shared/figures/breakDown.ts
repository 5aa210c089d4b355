import { sumOf, type FigureRecords } from './countTerms';

/** What a figure may be broken down into; blank is `null`. */
export type PartKey = string | number | boolean | null;

export interface FigurePart {
  readonly key: PartKey;
  readonly value: number;
}

/** The figure for each value of a field (`field` or `reference.field`), largest first. */
export function partsOf<Key>(
  amounts: Iterable<readonly [Key, number]>,
  field: string,
  valueOf: FigureRecords<Key>['valueOf'],
): readonly FigurePart[] {
  const found = new Map<PartKey, number>();
  for (const [key, amount] of amounts) {
    const part = partKey(key, field, valueOf);
    found.set(part, (found.get(part) ?? 0) + amount);
  }
  return [...found]
    .map(([key, value]) => ({ key, value: sumOf([value]) }))
    .sort((left, right) => right.value - left.value);
}

/** The part of a breakdown that a record belongs to; one of several values belongs to none. */
export function partKey<Key>(
  key: Key,
  field: string,
  valueOf: FigureRecords<Key>['valueOf'],
): PartKey {
  const value = valueOf(key, field);
  return value === undefined || typeof value === 'object' ? null : value;
}
