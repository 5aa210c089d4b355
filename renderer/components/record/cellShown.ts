import { codecFor } from '../../../shared/fields/codecFor';
import type { ParseContext } from '../../../shared/fields/codec';
import { formatInstant, toInstant } from '../../../shared/kernel/time';
import type { Field, StoredValue } from '../../../shared/ledger/field';
import type { GridCell } from '../grid/gridTypes';

const numeric: ReadonlySet<Field['kind']> = new Set(['integer', 'quantity', 'temperature']);

export function isNumeric(field: Field): boolean {
  return numeric.has(field.kind);
}

/** As grids show it: times to the minute, thousands parted, plates with their dot, choices in colour. */
export function cellShown(
  field: Field,
  value: StoredValue | undefined,
  language: 'zh' | 'en',
  context: ParseContext,
): GridCell {
  if (value === undefined) return { text: '' };
  const text = codecFor(field).toText(value, language, context);
  switch (field.kind) {
    case 'instant':
      return {
        text: typeof value === 'number' ? formatInstant(toInstant(value)) : text,
      };
    case 'integer':
    case 'quantity':
      return { text: thousands(text) };
    case 'plate':
      return { text: plateShown(text) };
    case 'choice':
      return { text, tone: field.options?.find((option) => option.value === value)?.tone };
    case 'longText':
      return { text: text.replaceAll('\n', ' ') };
    default:
      return { text };
  }
}

/** `1234567.50` → `1,234,567.50`: the digits after the point stay as they were entered. */
function thousands(text: string): string {
  return text.replace(
    /^(-?)(\d+)/,
    (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','),
  );
}

/** `豫HA3829` as it stands on the vehicle: 豫H·A3829. */
function plateShown(plate: string): string {
  return /^\p{Script=Han}[A-Z][A-Z0-9\p{Script=Han}]{5,6}$/u.test(plate)
    ? `${plate.slice(0, 2)}·${plate.slice(2)}`
    : plate;
}
