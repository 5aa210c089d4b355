import type { TFunction } from 'i18next';
import { codecFor } from '../../../../shared/fields/codecFor';
import type { Finding, ParseContext } from '../../../../shared/fields/codec';
import { maskValue } from '../../../../shared/fields/mask';
import type { Field, StoredValue } from '../../../../shared/ledger/field';
import { validateField } from '../../../../shared/ledger/validateRow';
import { entriesOf, readEntries } from './groupDraft';

export type Typed =
  | {
      readonly state: 'value';
      readonly value: StoredValue | null;
      readonly warnings: readonly Finding[];
    }
  | { readonly state: 'wrong'; readonly why: Finding }
  /** Stars that stand for a value nobody asked to see: no new value. */
  | { readonly state: 'mask' };

const none: readonly Finding[] = [];

/**
 * What a person typed or pasted into a cell or a form, as a value, or why it cannot be one.
 * `current` tells the mask of what is there already from a new text.
 */
export function readTyped(
  field: Field,
  text: string,
  context: ParseContext,
  current?: StoredValue,
): Typed {
  if (field.sensitive && isMask(field, text, current)) return { state: 'mask' };
  const entries = field.kind === 'group' ? entriesOf(text) : undefined;
  if (entries) return readEntries(field, entries, context);
  const parsed = codecFor(field).parse({ type: 'text', text }, context);
  if (parsed.state === 'unreadable') return { state: 'wrong', why: parsed.why };
  const value = parsed.state === 'blank' ? null : parsed.value;
  const found = validateField(field, value, context);
  const wrong = found?.errors[0];
  if (wrong) return { state: 'wrong', why: wrong };
  const warnings = parsed.state === 'value' ? parsed.warnings : none;
  return { state: 'value', value, warnings };
}

/** What is to be said about a value that is stored. */
export function readStored(
  field: Field,
  value: StoredValue | undefined,
  context: ParseContext,
): Typed {
  const { errors = none, warnings = none } = validateField(field, value, context) ?? {};
  const [why] = errors;
  return why ? { state: 'wrong', why } : { state: 'value', value: value ?? null, warnings };
}

function isMask(field: Field, text: string, current: StoredValue | undefined): boolean {
  if (!text.includes('**')) return current !== undefined && text === maskValue(field, current);
  return true;
}

/** Text to type back in: everything that was entered, in the language of the screen. */
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

/** Field rules: a number that fails its check digit is taken, but a person says why it is right. */
export function asksReason(warnings: readonly Finding[]): boolean {
  return warnings.some(
    ({ rule }) => rule === 'identityNumber.checkDigit' || rule === 'creditCode.checkDigit',
  );
}

export function sameValue(left: StoredValue | null | undefined, right: StoredValue | null) {
  return JSON.stringify(left ?? null) === JSON.stringify(right);
}
