import { isRowId } from '../../../../shared/kernel/ids';
import type { RowValues } from '../../../../shared/ledger/defineLedger';
import type { Field, StoredValue } from '../../../../shared/ledger/field';
import type { Filter } from '../../contract';
import type { TableServices } from '../contract';
import { compact, fold, stripSeparators, textOf } from './foldText';
import { passesTest } from './passesTest';

/** Whether one record satisfies all filters and is found by the search. */
export function rowMatches(
  values: RowValues,
  fields: Readonly<Record<string, Field>>,
  services: TableServices,
  filters: readonly Filter[],
  search: string | undefined,
): boolean {
  if (!filters.every(({ field, test }) => passesTest(values[field], test))) return false;
  return !search?.trim() || fieldFound(values, fields, services, search) !== undefined;
}

/** The first field of a record, in the ledger's order, in which a search finds its text. */
export function fieldFound(
  values: RowValues,
  fields: Readonly<Record<string, Field>>,
  services: TableServices,
  search: string,
): string | undefined {
  const needle = fold(search).trim();
  const bare = compact(search);
  return Object.keys(fields).find((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const field = fields[name];
    return value !== undefined && field && isFound(value, field, services, needle, bare);
  });
}

function isFound(
  value: StoredValue,
  field: Field,
  { describe, initialsOf }: TableServices,
  needle: string,
  bare: string,
): boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return false;
  if (typeof value === 'string' && isRowId(value)) {
    const shown = describe?.(field.refersTo ?? '', value);
    return shown !== undefined && fold(shown).includes(needle);
  }
  const folded = fold(textOf(value));
  return (
    folded.includes(needle) ||
    (bare !== '' && stripSeparators(folded).includes(bare)) ||
    (field.kind === 'name' && (initialsOf?.(textOf(value)) ?? '').includes(needle))
  );
}
