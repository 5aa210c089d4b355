import { codecFor } from '../fields/codecFor';
import type { Finding, ParseContext, RawCell } from '../fields/codec';
import { finding } from '../fields/parsed';
import { isPendingReference } from '../fields/reference';
import type { LedgerDefinition, RowValues } from './defineLedger';
import type { Field, StoredValue } from './field';
import { timeOrderFindings } from './timeOrder';

/** Errors keep a record from being saved; warnings are shown, and it may be saved all the same. */
export interface FieldFindings {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** By field name; a field about which there is nothing to say is absent. */
export type RowFindings = Readonly<Record<string, FieldFindings>>;

const none: readonly Finding[] = [];

/** What is wrong or odd about the values of a whole record: missing, out of bounds, unreadable, out of order. */
export function validateRow(
  definition: LedgerDefinition,
  values: RowValues,
  context?: ParseContext,
): RowFindings {
  const findings: Record<string, FieldFindings> = {};
  for (const [name, field] of Object.entries(definition.fields)) {
    const found = validateField(field, values[name], context);
    if (found) findings[name] = found;
  }
  for (const [name, odd] of Object.entries(timeOrderFindings(definition, values))) {
    const { errors = none, warnings = none } = findings[name] ?? {};
    findings[name] = { errors, warnings: [...warnings, odd] };
  }
  return findings;
}

/**
 * | value  | required | answer                                         |
 * | absent | yes      | error `required`                               |
 * | absent | no       | nothing                                        |
 * | there  |          | what reading it again says, then bounds        |
 */
export function validateField(
  field: Field,
  value: StoredValue | null | undefined,
  context?: ParseContext,
): FieldFindings | undefined {
  if (isBlank(value)) {
    return field.required ? { errors: [finding('required')], warnings: none } : undefined;
  }
  if (field.refersTo !== undefined) {
    const warnings = [value]
      .flat()
      .filter((id): id is string => typeof id === 'string' && isPendingReference(id))
      .map((id) => finding('reference.unresolved', { text: id.slice(1) }));
    return warnings.length > 0 ? { errors: none, warnings } : undefined;
  }
  const codec = codecFor(field);
  const parsed = codec.parse({ type: 'text', text: codec.toText(value, 'zh', context) }, context);
  switch (parsed.state) {
    case 'blank':
      return field.required ? { errors: [finding('required')], warnings: none } : undefined;
    case 'unreadable':
      return { errors: [parsed.why], warnings: none };
    case 'value': {
      const errors = [...outOfBounds(field, value), ...incompleteEntries(field, value)];
      return errors.length > 0 || parsed.warnings.length > 0
        ? { errors, warnings: parsed.warnings }
        : undefined;
    }
  }
}

function isBlank(value: StoredValue | null | undefined): value is null | undefined | '' {
  return value == null || value === '' || (Array.isArray(value) && value.length === 0);
}

function outOfBounds(field: Field, value: StoredValue): readonly Finding[] {
  if (typeof value !== 'number') return none;
  const { min, max } = field;
  if (min !== undefined && value < min) {
    return [finding('number.belowMinimum', { minimum: min, value })];
  }
  if (max !== undefined && value > max) {
    return [finding('number.aboveMaximum', { maximum: max, value })];
  }
  return none;
}

function incompleteEntries(field: Field, value: StoredValue): readonly Finding[] {
  if (!field.entry || !Array.isArray(value)) return none;
  const needed = Object.entries(field.entry).filter(([, inner]) => inner.required);
  return value.flatMap((entry: unknown, index) => {
    const missing = needed.find(
      ([name]) => typeof entry !== 'object' || entry === null || !(name in entry),
    );
    return missing
      ? [finding('group.entry', { entry: index + 1, text: missing[1].header.zh })]
      : [];
  });
}

/** The cells of one pasted or imported row as values. Unreadable cells give no value but an error. */
export interface ReadRow {
  readonly values: RowValues;
  readonly findings: RowFindings;
  /** Fields whose cell was there and blank: cleared, where the row exists already. */
  readonly blanks: readonly string[];
}

/** What one cell says; without a value where it is blank or unreadable. */
export interface ReadCell extends FieldFindings {
  readonly isBlank: boolean;
  readonly value?: StoredValue;
}

const blankCell: ReadCell = { isBlank: true, errors: none, warnings: none };

/** One cell of a pasted or imported row, with the bounds of its field. */
export function readCell(field: Field, cell: RawCell, context?: ParseContext): ReadCell {
  const parsed = codecFor(field).parse(cell, context);
  switch (parsed.state) {
    case 'blank':
      return blankCell;
    case 'unreadable':
      return { isBlank: false, errors: [parsed.why], warnings: none };
    case 'value': {
      const { value, warnings } = parsed;
      const bounds = outOfBounds(field, value);
      const entries = incompleteEntries(field, value);
      const errors = bounds.length + entries.length === 0 ? none : [...bounds, ...entries];
      return { isBlank: false, value, errors, warnings };
    }
  }
}

/**
 * Reads cells by field name. Fields without a cell are left alone: whether they are missing is for
 * `validateRow` to say about the record as it will be.
 */
export function readRow(
  definition: LedgerDefinition,
  cells: Readonly<Record<string, RawCell>>,
  context?: ParseContext,
): ReadRow {
  const values: Record<string, StoredValue> = {};
  const findings: Record<string, FieldFindings> = {};
  const blanks: string[] = [];
  const fields: Readonly<Record<string, Field>> = definition.fields;
  for (const [name, cell] of Object.entries(cells)) {
    const field = fields[name];
    if (!field) continue;
    const { isBlank, value, errors, warnings } = readCell(field, cell, context);
    if (isBlank) blanks.push(name);
    if (value !== undefined) values[name] = value;
    if (errors.length > 0 || warnings.length > 0) findings[name] = { errors, warnings };
  }
  return { values, findings, blanks };
}

/** True when something keeps the record from being saved. */
export function hasErrors(findings: RowFindings): boolean {
  return Object.values(findings).some(({ errors }) => errors.length > 0);
}
