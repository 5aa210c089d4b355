import type { ColumnMapping, Mapping } from './mapping';
import { normaliseHeader } from './normaliseHeader';

/** What a person has said of the columns of one ledger's workbooks, kept under a name. */
export interface NamedMapping {
  readonly name: string;
  readonly ledger: string;
  /** `header` as `normaliseHeader` gives it in full: columns may stand in another order next time. */
  readonly columns: readonly { readonly header: string; readonly target: string | null }[];
}

/** Columns without a header cannot be found again, and are left out. */
export function nameMapping(name: string, ledger: string, mapping: Mapping): NamedMapping {
  const columns = mapping.flatMap(({ header, target }) => {
    const full = normaliseHeader(header).full;
    return full === '' ? [] : [{ header: full, target }];
  });
  return { name: name.trim(), ledger, columns };
}

/**
 * The mapping with what was said under the name: each column whose header is known goes where it
 * went then, and a field that it takes is taken from whichever column had it. Others stay.
 */
export function withNamed(mapping: Mapping, { columns }: NamedMapping): Mapping {
  const known = new Map<string, string | null>();
  for (const { header, target } of columns) if (!known.has(header)) known.set(header, target);
  const used = new Set<string>();
  const named = mapping.map((column): ColumnMapping | undefined => {
    const { full } = normaliseHeader(column.header);
    const target = full === '' ? undefined : known.get(full);
    if (target === undefined || (target !== null && used.has(target))) return undefined;
    if (target !== null) used.add(target);
    return { ...column, target, score: target === null ? 0 : 1, reason: 'chosen' };
  });
  return mapping.map((column, at): ColumnMapping => {
    const own = named[at];
    if (own) return own;
    const { target } = column;
    if (target === null || !used.has(target)) return column;
    return { ...column, target: null, score: 0 };
  });
}
