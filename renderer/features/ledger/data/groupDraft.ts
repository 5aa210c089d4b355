import { z } from 'zod';
import { codecFor } from '../../../../shared/fields/codecFor';
import type { Finding, ParseContext } from '../../../../shared/fields/codec';
import { finding } from '../../../../shared/fields/parsed';
import type { Field, StoredValue } from '../../../../shared/ledger/field';
import { validateField } from '../../../../shared/ledger/validateRow';
import type { Typed } from './readTyped';

/** The texts of one entry, by name of its field. */
export type EntryTexts = Readonly<Record<string, string>>;

const entryTexts = z.array(z.record(z.string(), z.string()));
/** Tells texts of entries from the one-line form that stands in workbooks. */
const mark = '[entries]';

/** What stands in the boxes of a repeated group, as one text that can be kept. */
export function textOfEntries(entries: readonly EntryTexts[]): string {
  return mark + JSON.stringify(entries);
}

/** The texts again; undefined for a text that is not one of `textOfEntries`. */
export function entriesOf(text: string): readonly EntryTexts[] | undefined {
  if (!text.startsWith(mark)) return undefined;
  const parsed = entryTexts.safeParse(JSON.parse(text.slice(mark.length)));
  return parsed.success ? parsed.data : undefined;
}

/** The boxes of a stored value. */
export function entriesOfValue(
  field: Field,
  value: StoredValue | undefined,
  language: 'zh' | 'en',
  context: ParseContext,
): readonly EntryTexts[] {
  if (!Array.isArray(value)) return [];
  return value.map((entry: unknown) =>
    Object.fromEntries(
      Object.entries(field.entry ?? {}).flatMap(([name, part]) => {
        const stored: unknown = new Map(Object.entries(entry ?? {})).get(name);
        return isScalar(stored) ? [[name, codecFor(part).toText(stored, language, context)]] : [];
      }),
    ),
  );
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** What is wrong or odd about one box, or undefined. An entry without any text is no entry. */
export function partFinding(
  part: Field,
  text: string,
  entryIsBlank: boolean,
  context: ParseContext,
): { readonly wrong: boolean; readonly finding: Finding } | undefined {
  if (entryIsBlank) return undefined;
  const parsed = codecFor(part).parse({ type: 'text', text }, context);
  if (parsed.state === 'unreadable') return { wrong: true, finding: parsed.why };
  const found = validateField(part, parsed.state === 'value' ? parsed.value : null, context);
  const [wrong] = found?.errors ?? [];
  if (wrong) return { wrong: true, finding: wrong };
  const [odd] = parsed.state === 'value' ? parsed.warnings : [];
  return odd && { wrong: false, finding: odd };
}

export function isBlankEntry(entry: EntryTexts): boolean {
  return Object.values(entry).every((text) => text.trim() === '');
}

/** The entries as a value; wrong as a whole as soon as one box is. */
export function readEntries(
  field: Field,
  entries: readonly EntryTexts[],
  context: ParseContext,
): Typed {
  const values: Readonly<Record<string, string | number | boolean>>[] = [];
  const warnings: Finding[] = [];
  for (const [index, entry] of entries.entries()) {
    if (isBlankEntry(entry)) continue;
    const value: Record<string, string | number | boolean> = {};
    for (const [name, part] of Object.entries(field.entry ?? {})) {
      const text = entry[name] ?? '';
      const found = partFinding(part, text, false, context);
      if (found?.wrong) {
        const label = part.header.zh;
        return {
          state: 'wrong',
          why: finding('group.entry', { entry: index + 1, text: text === '' ? label : text }),
        };
      }
      if (found) warnings.push(found.finding);
      const parsed = codecFor(part).parse({ type: 'text', text }, context);
      if (parsed.state === 'value' && isScalar(parsed.value)) value[name] = parsed.value;
    }
    values.push(value);
  }
  if (values.length === 0)
    return field.required
      ? { state: 'wrong', why: finding('required') }
      : { state: 'value', value: null, warnings };
  return { state: 'value', value: values, warnings };
}
