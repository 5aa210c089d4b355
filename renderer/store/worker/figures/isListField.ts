import type { Field } from '../../../../shared/ledger/field';

/** Whether a field holds several values, which belong to no part of a breakdown. */
export function isListField(field: Field | undefined): boolean {
  return field?.kind === 'choices' || field?.kind === 'group';
}
