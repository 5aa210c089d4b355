import { codecFor } from '../../../../shared/fields/codecFor';
import { dateOf, parseIsoDate, startOfDay, toInstant } from '../../../../shared/kernel/time';
import type { ParseContext } from '../../../../shared/fields/codec';
import type { Field } from '../../../../shared/ledger/field';

const ranged: ReadonlySet<Field['kind']> = new Set([
  'date',
  'instant',
  'integer',
  'quantity',
  'temperature',
]);

/** From and to where values have an order; else values to tick, beside a text to find. */
export function filterWidget(field: Field): 'range' | 'values' {
  return ranged.has(field.kind) ? 'range' : 'values';
}

/** Whether the values that occur may be listed: a list of names would show what is masked. */
export function listsValues(field: Field): boolean {
  return !field.sensitive && field.kind !== 'group' && field.kind !== 'longText';
}

const dayMs = 86_400_000;

/**
 * One end of a range as it was typed: blank for open, `wrong` for what cannot be read. A day as the
 * end of a range of instants means all of that day.
 */
export function rangeEnd(
  field: Field,
  text: string,
  side: 'from' | 'to',
  context: ParseContext,
): string | number | 'wrong' | undefined {
  const parsed = codecFor(field).parse({ type: 'text', text }, context);
  if (parsed.state === 'blank') return undefined;
  const value = parsed.state === 'value' ? parsed.value : undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return 'wrong';
  const isDay =
    parsed.state === 'value' && parsed.warnings.some(({ rule }) => rule === 'instant.timeMissing');
  return typeof value === 'number' && isDay && side === 'to' ? value + dayMs - 1 : value;
}

/** What stands in the box of a range's end; a whole day without its time. */
export function rangeText(
  field: Field,
  value: string | number | undefined,
  side: 'from' | 'to',
): string {
  if (value === undefined) return '';
  if (field.kind !== 'instant' || typeof value !== 'number')
    return codecFor(field).toText(value, 'zh');
  const day = dateOf(toInstant(value));
  const edge = startOfDay(day) + (side === 'to' ? dayMs - 1 : 0);
  return value === edge && parseIsoDate(day) ? day : codecFor(field).toText(value, 'zh');
}
