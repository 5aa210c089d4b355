import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Field, Words } from '../../../../shared/ledger/field';

export interface FormSection {
  /** Undefined for what belongs to every record. */
  readonly title: Words | undefined;
  readonly fields: readonly (readonly [string, Field])[];
}

/** The fields of a record in the order of the ledger, those of one section together. */
export function formSections(ledger: LedgerDefinition): readonly FormSection[] {
  const sections = new Map<string, FormSection>();
  for (const entry of Object.entries<Field>(ledger.fields)) {
    const title = entry[1].section;
    const key = title?.zh ?? '';
    const known = sections.get(key);
    sections.set(key, { title, fields: [...(known?.fields ?? []), entry] });
  }
  // what every record has comes last, also where a ledger begins with fields of no section
  const common = sections.get('');
  sections.delete('');
  return common ? [...sections.values(), common] : [...sections.values()];
}
