import { codecFor } from '../../../shared/fields/codecFor';
import type { Language, ParseContext, RawCell } from '../../../shared/fields/codec';
import { maskValue } from '../../../shared/fields/mask';
import type { Field, StoredValue } from '../../../shared/ledger/field';
import { cellText } from '../../../shared/exchange/workbook';

/** A value as a check page shows it: sensitive ones masked unless a person asked to see them. */
export function shownValue(
  field: Field,
  value: StoredValue,
  settings: {
    readonly language: Language;
    readonly context?: ParseContext;
    readonly revealed?: boolean;
  },
): string {
  if (field.sensitive && !settings.revealed) return maskValue(field, value);
  if (field.kind === 'choice' && settings.language === 'en') {
    const option = field.options?.find((one) => one.value === value);
    if (option) return option.en;
  }
  return codecFor(field).toText(value, settings.language, settings.context);
}

/** A cell of the file as the field it goes into would be shown; what cannot be read, as it came. */
export function shownCell(
  cell: RawCell | undefined,
  field: Field | undefined,
  settings: Parameters<typeof shownValue>[2],
): string {
  if (!cell || cell.type === 'blank') return '';
  const parsed = field && codecFor(field).parse(cell, settings.context);
  return field && parsed?.state === 'value'
    ? shownValue(field, parsed.value, settings)
    : cellText(cell);
}
