import { isPendingReference } from '../../fields/reference';
import type { RowId } from '../../kernel/ids';
import type { LedgerDefinition } from '../../ledger/defineLedger';
import type { StoredValue } from '../../ledger/field';
import type { ReadRecord } from './readRecords';

/**
 * A record may refer to another of the same sheet, which is not in the store yet: a case to the case
 * it came from. Such a reference is resolved by name among the records read (`ids` in their order);
 * a name that two of them have stays pending, with its finding.
 */
export function resolveOwnReferences(
  records: readonly ReadRecord[],
  ids: readonly RowId[],
  definition: LedgerDefinition,
): readonly ReadRecord[] {
  const own = Object.entries(definition.fields)
    .filter(([, field]) => field.refersTo === definition.id)
    .map(([name]) => name);
  if (own.length === 0) return records;
  const byName = new Map<string, RowId | undefined>();
  for (const [index, { values }] of records.entries()) {
    const name = values[definition.nameField];
    if (typeof name === 'string') byName.set(name, byName.has(name) ? undefined : ids[index]);
  }
  const resolve = (value: string) =>
    (isPendingReference(value) ? byName.get(value.slice(1)) : undefined) ?? value;
  return records.map((record) => {
    const values: Record<string, StoredValue> = { ...record.values };
    const resolved = new Set<string>();
    for (const field of own) {
      const value = values[field];
      const after =
        typeof value === 'string' ? resolve(value) : isTexts(value) ? value.map(resolve) : value;
      if (after === undefined) continue;
      values[field] = after;
      if (![after].flat().some((one) => typeof one === 'string' && isPendingReference(one)))
        resolved.add(field);
    }
    const findings = record.findings.filter(
      ({ rule, field }) =>
        rule !== 'reference.unresolved' || field === undefined || !resolved.has(field),
    );
    return { ...record, values, findings };
  });
}

function isTexts(value: StoredValue | undefined): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
