import { codecFor } from '../../../shared/fields/codecFor';
import type { Finding } from '../../../shared/fields/codec';
import type { IsoDate } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Field, StoredValue } from '../../../shared/ledger/field';
import { validateField } from '../../../shared/ledger/validateRow';

export interface AskedField {
  /** As the step names it: a field, or `group.field` of an entry that is added. */
  readonly name: string;
  readonly field: Field;
  readonly isNeeded: boolean;
}

export function askedFields(
  ledger: LedgerDefinition,
  asks: readonly string[],
  needs: readonly string[],
): readonly AskedField[] {
  return asks.flatMap((name) => {
    const [outer = '', inner] = name.split('.');
    const own = ledger.fields[outer];
    const field = inner === undefined ? own : own?.entry?.[inner];
    return field ? [{ name, field, isNeeded: needs.includes(name) }] : [];
  });
}

export type Answer =
  | { readonly state: 'blank' }
  | { readonly state: 'missing' }
  | { readonly state: 'value'; readonly value: StoredValue }
  | { readonly state: 'wrong'; readonly why: Finding };

/** What was typed for a field of a step; a record of another ledger comes as its row id. */
export function readAnswer({ field, isNeeded }: AskedField, text: string, today: IsoDate): Answer {
  if (text.trim() === '') return isNeeded ? { state: 'missing' } : { state: 'blank' };
  if (field.refersTo !== undefined) return { state: 'value', value: text };
  const context = { reportOn: today };
  const parsed = codecFor(field).parse({ type: 'text', text }, context);
  if (parsed.state === 'unreadable') return { state: 'wrong', why: parsed.why };
  if (parsed.state === 'blank') return isNeeded ? { state: 'missing' } : { state: 'blank' };
  const [why] = validateField(field, parsed.value, context)?.errors ?? [];
  return why ? { state: 'wrong', why } : { state: 'value', value: parsed.value };
}
