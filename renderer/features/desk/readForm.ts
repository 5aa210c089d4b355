import { codecFor } from '../../../shared/fields/codecFor';
import type { Finding, ParseContext } from '../../../shared/fields/codec';
import { dateOf, type Instant } from '../../../shared/kernel/time';
import type { StoredValue } from '../../../shared/ledger/field';
import {
  askedFields,
  deskFields,
  ledgerField,
  neededFields,
  oneKeyFields,
  type DeskField,
} from './deskFields';
import { isEmpty, textOf, type DeskForm } from './deskForm';
import { clockDifferenceMs, readTestTime } from './readTestTime';

/** Something a clerk should see before deciding; words stand in text/<language>/desk.ts. */
export type Concern = { readonly field: DeskField } & (
  | { readonly tag: 'fever'; readonly degrees: number }
  | { readonly tag: 'healthCode'; readonly colour: string }
  | { readonly tag: 'tripCode'; readonly colour: string }
  | { readonly tag: 'positive' }
  | { readonly tag: 'noResult' }
  | { readonly tag: 'testOld'; readonly hours: number }
  | { readonly tag: 'testInFuture' }
  | { readonly tag: 'permitUnknown' }
);

export interface FormReading {
  /** Values that could be read, by field. */
  readonly values: Readonly<Partial<Record<DeskField, StoredValue>>>;
  /** What is wrong (`unreadable`) or odd about a field. */
  readonly findings: Readonly<Partial<Record<DeskField, FieldFinding>>>;
  /** Needed and blank. */
  readonly missing: readonly DeskField[];
  /** Usually asked for and blank. */
  readonly unasked: readonly DeskField[];
  readonly concerns: readonly Concern[];
  readonly testAgeMs: number | undefined;
}

export interface FieldFinding {
  readonly unreadable: boolean;
  readonly finding: Finding;
}

const hourMs = 3_600_000;
/** 30 March 2022: a test holds 48 hours, a temperature up to 37.2 passes. */
export const testHoldsHours = 48;
export const highestTemperature = 37.2;

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
  const sampledAt = values.testSampledAt;
  const testAgeMs = typeof sampledAt === 'number' ? now - sampledAt : undefined;
  return {
    values,
    findings,
    missing: started ? neededFields.filter(isBlank) : [],
    unasked: started ? askedFields.filter(isBlank) : [],
    concerns: concernsOf(values, testAgeMs),
    testAgeMs,
  };
}

function concernsOf(
  values: FormReading['values'],
  testAgeMs: number | undefined,
): readonly Concern[] {
  const concerns: Concern[] = [];
  const { temperature, healthCode, tripCode, testResult, permit } = values;
  if (typeof temperature === 'number' && temperature > highestTemperature) {
    concerns.push({ field: 'temperature', tag: 'fever', degrees: temperature });
  }
  if (typeof healthCode === 'string' && healthCode !== '绿') {
    concerns.push({ field: 'healthCode', tag: 'healthCode', colour: healthCode });
  }
  // A starred trip code counts as green (30 March 2022).
  if (typeof tripCode === 'string' && tripCode !== '绿' && tripCode !== '绿带星') {
    concerns.push({ field: 'tripCode', tag: 'tripCode', colour: tripCode });
  }
  if (testResult === '阳性') concerns.push({ field: 'testResult', tag: 'positive' });
  if (testResult === '待出' || testResult === '无') {
    concerns.push({ field: 'testResult', tag: 'noResult' });
  }
  if (testAgeMs !== undefined && testAgeMs < -clockDifferenceMs) {
    concerns.push({ field: 'testSampledAt', tag: 'testInFuture' });
  }
  if (testAgeMs !== undefined && testAgeMs > testHoldsHours * hourMs) {
    const hours = Math.floor(testAgeMs / hourMs);
    concerns.push({ field: 'testSampledAt', tag: 'testOld', hours });
  }
  if (typeof permit === 'string' && permit.startsWith('~')) {
    concerns.push({ field: 'permit', tag: 'permitUnknown' });
  }
  return concerns;
}

/** Nobody is corrected while still typing: what concerns the field in focus is left out. */
export function besides(reading: FormReading, active: string | undefined): FormReading {
  if (oneKeyFields.some((field) => field === active)) return reading;
  const findings = Object.fromEntries(
    Object.entries(reading.findings).filter(([field]) => field !== active),
  );
  const concerns = reading.concerns.filter(({ field }) => field !== active);
  return { ...reading, findings, concerns };
}
