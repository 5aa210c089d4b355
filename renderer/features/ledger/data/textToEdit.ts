import type { ParseContext } from '../../../../shared/fields/codec';
import type { Field, StoredValue } from '../../../../shared/ledger/field';
import { entriesOfValue, textOfEntries } from './groupDraft';
import { showValue } from './readTyped';

/** What stands in a form's input: boxes for repeated entries, else the text to type back in. */
export function textToEdit(
  field: Field,
  value: StoredValue | undefined,
  language: 'zh' | 'en',
  context: ParseContext,
): string {
  return field.kind === 'group'
    ? textOfEntries(entriesOfValue(field, value, language, context))
    : showValue(field, value, language, context);
}
