import type { TFunction } from 'i18next';
import { codecFor } from '../../../shared/fields/codecFor';
import type { Finding, ParseContext } from '../../../shared/fields/codec';
import type { Field, StoredValue } from '../../../shared/ledger/field';
import { validateField } from '../../../shared/ledger/validateRow';

export type Typed =
  | { readonly ok: true; readonly value: StoredValue | null }
  | { readonly ok: false; readonly why: Finding };

/** What a person typed into a cell or a form, as a value, or why it cannot be one. */
export function readTyped(field: Field, text: string, context: ParseContext): Typed {
  const parsed = codecFor(field).parse({ type: 'text', text }, context);
  if (parsed.state === 'unreadable') return { ok: false, why: parsed.why };
  const value = parsed.state === 'blank' ? null : (parsed.value as StoredValue); // the codec of this very field
  const wrong = validateField(field, value, context)?.errors[0];
  return wrong ? { ok: false, why: wrong } : { ok: true, value };
}

export function showValue(
  field: Field,
  value: StoredValue | undefined,
  language: 'zh' | 'en',
  context: ParseContext,
): string {
  return value === undefined ? '' : codecFor(field).toText(value, language, context);
}

export function findingText(t: TFunction, { rule, facts }: Finding): string {
  return t(`fields.findings.${rule}`, { ...facts });
}
