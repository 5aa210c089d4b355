import { codecFor } from '../../../../shared/fields/codecFor';
import type { Finding, ParseContext } from '../../../../shared/fields/codec';
import { dateOf, type Instant } from '../../../../shared/kernel/time';
import type { StoredValue } from '../../../../shared/ledger/field';
import {
  askedFields,
  deskFields,
  ledgerField,
  neededFields,
  oneKeyFields,
  type DeskField,
} from './deskFields';
import { isEmpty, textOf, type DeskForm } from './deskForm';
import { readTestTime } from './readTestTime';

export interface FormReading {
  /** Values that could be read, by field. */
  readonly values: Readonly<Partial<Record<DeskField, StoredValue>>>;
  /** What is wrong (`unreadable`) or odd about a field. */
  readonly findings: Readonly<Partial<Record<DeskField, FieldFinding>>>;
  /** Needed and blank. */
  readonly missing: readonly DeskField[];
  /** Usually asked for and blank. */
  readonly unasked: readonly DeskField[];
}

export interface FieldFinding {
  readonly unreadable: boolean;
  readonly finding: Finding;
}

export const testTimes: readonly DeskField[] = ['testSampledAt', 'testReportedAt'];

/** Said by the codecs about what a desk takes for granted: today's date left out. */
const expected = new Set(['date.assumed', 'reference.unresolved']);

/** Reads what stands on the desk at this moment. Nothing in it blocks: it is for showing and saving. */
export function readForm(
  form: DeskForm,
  now: Instant,
  resolveReference: NonNullable<ParseContext['resolveReference']>,
): FormReading {
  const context: ParseContext = { reportOn: dateOf(now), resolveReference };
  const values: Partial<Record<DeskField, StoredValue>> = {};
  const findings: Partial<Record<DeskField, FieldFinding>> = {};
  for (const field of deskFields) {
    const text = textOf(form, field);
    if (text.trim() === '') continue;
    const parsed = testTimes.includes(field)
      ? readTestTime(text, now)
      : codecFor(ledgerField(field)).parse({ type: 'text', text }, context);
    if (parsed.state === 'unreadable') findings[field] = { unreadable: true, finding: parsed.why };
    if (parsed.state !== 'value') continue;
    values[field] = parsed.value;
    const odd = parsed.warnings.find(({ rule }) => !expected.has(rule));
    if (odd) findings[field] = { unreadable: false, finding: odd };
  }
  const isBlank = (field: DeskField) => textOf(form, field).trim() === '';
  const started = !isEmpty(form);
  return {
    values,
    findings,
    missing: started ? neededFields.filter(isBlank) : [],
    unasked: started ? askedFields.filter(isBlank) : [],
  };
}

/** Nobody is corrected while still typing: what concerns the field in focus is left out. */
export function besides(reading: FormReading, active: string | undefined): FormReading {
  if (oneKeyFields.some((field) => field === active)) return reading;
  const findings = Object.fromEntries(
    Object.entries(reading.findings).filter(([field]) => field !== active),
  );
  return { ...reading, findings };
}
