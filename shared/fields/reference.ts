import { isRowId } from '../kernel/ids';
import type { Field } from '../ledger/field';
import { cellText, oneLine, textCell } from './cellText';
import { separators } from './choices';
import type { Codec, Finding, ParseContext } from './codec';
import { compareText } from './collate';
import { blank, finding, read } from './parsed';

type ReferenceField = Pick<Field, 'refersTo' | 'byRecordNumber'>;

/** Marks the text of a record that is not here yet. */
const pending = '~';

/** True for a reference whose record was not here when it was read. */
export function isPendingReference(value: string): boolean {
  return value.startsWith(pending);
}

/** Without the mark, and without what `oneLine` would take away once the mark is gone. */
function bareName(text: string): string {
  return oneLine(text).replace(/^[~\s'‘’`]+/, '');
}

function normalise(value: string): string {
  if (!isPendingReference(value)) return oneLine(value);
  return pending + bareName(value);
}

function resolve(
  ledger: string,
  text: string,
  context: ParseContext | undefined,
): { readonly value: string; readonly warning?: Finding } {
  if (isRowId(text)) return { value: text };
  const name = bareName(text);
  const id = context?.resolveReference?.(ledger, name);
  if (id !== undefined) return { value: id };
  return { value: pending + name, warning: finding('reference.unresolved', { text: name }) };
}

function describe(ledger: string, value: string, context: ParseContext | undefined): string {
  if (isPendingReference(value)) return value.slice(1);
  return context?.describeReference?.(ledger, value) ?? value;
}

/** A record of another ledger: its id, or `~` and the text as it came. */
export function referenceCodec(field: ReferenceField): Codec<string> {
  const ledger = field.refersTo ?? '';
  const named = (context: ParseContext | undefined) => (field.byRecordNumber ? undefined : context);
  return {
    parse(cell, whole) {
      const context = named(whole);
      const raw = cellText(cell);
      if (raw.state !== 'value') return raw;
      const text = oneLine(raw.value);
      if (/^[-—/\\~\s'‘’`]*$/.test(text)) return blank;
      const { value, warning } = resolve(ledger, text, context);
      return warning ? read(value, [warning]) : read(value);
    },
    normalise,
    toText: (value, _language, context) => describe(ledger, value, named(context)),
    toCell: (value, context) => textCell(describe(ledger, value, named(context))),
    compare: compareText,
  };
}

/** Several records of another ledger, in the order of a route. */
export function referencesCodec(field: ReferenceField): Codec<readonly string[]> {
  const ledger = field.refersTo ?? '';
  const show = (values: readonly string[], context: ParseContext | undefined) =>
    values.map((value) => describe(ledger, value, context)).join('、');
  return {
    parse(cell, context) {
      const raw = cellText(cell);
      if (raw.state !== 'value') return raw;
      const values: string[] = [];
      const warnings: Finding[] = [];
      for (const part of raw.value.split(separators)) {
        const text = oneLine(part);
        if (/^[-—/\\~\s'‘’`]*$/.test(text)) continue;
        const { value, warning } = resolve(ledger, text, context);
        values.push(value);
        if (warning) warnings.push(warning);
      }
      return values.length === 0 ? blank : read(values, warnings);
    },
    normalise: (values) => values.map(normalise),
    toText: (values, _language, context) => show(values, context),
    toCell: (values, context) => textCell(show(values, context)),
    compare: (left, right) =>
      compareText(left[0] ?? '', right[0] ?? '') || left.length - right.length,
  };
}
