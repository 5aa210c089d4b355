import type { Language } from '../../fields/codec';
import { unitIn } from '../../ledger/englishUnits';
import type { LedgerDefinition } from '../../ledger/defineLedger';
import type { Field } from '../../ledger/field';
import { recordNumberHeader } from '../recognise/mapping';

/** A column of a workbook that this app writes. */
export interface LayoutColumn {
  /** Field name; undefined for the record number. */
  readonly name?: string;
  readonly field?: Field;
  readonly header: string;
  /** In characters, as workbooks count it. */
  readonly width: number;
  /** Format of cells nobody has filled in: what is typed there must not lose digits. */
  readonly format: string;
}

const widths: Partial<Record<Field['kind'], number>> = {
  identityNumber: 21,
  documentNumber: 21,
  creditCode: 21,
  longText: 30,
  group: 36,
  choices: 24,
  date: 12,
  instant: 18,
  plate: 12,
  phone: 15,
  name: 12,
  integer: 10,
  temperature: 8,
  flag: 8,
};

/** The columns in the order of the definition (or as asked), the record number last. */
export function layoutColumns(
  definition: LedgerDefinition,
  language: Language,
  settings: { readonly columns?: readonly string[]; readonly masked?: boolean },
): readonly LayoutColumn[] {
  const names = settings.columns ?? Object.keys(definition.fields);
  const columns = names.flatMap((name): LayoutColumn[] => {
    const field = definition.fields[name];
    if (!field || (settings.masked && field.sensitive)) return [];
    const unit = field.unit === undefined ? '' : bracketed(field.unit, language);
    const header = `${field.required ? '*' : ''}${field.header[language]}${unit}`;
    return [{ name, field, header, width: widthOf(field, header), format: blankFormat(field) }];
  });
  const header = recordNumberHeader[language];
  return [...columns, { header, width: 30, format: '@' }];
}

/** Behind a header, in words that the import reads again as this unit. */
function bracketed(unit: string, language: Language): string {
  const shown = unitIn(unit, language);
  return language === 'zh' ? `（${shown}）` : ` (${shown})`;
}

/** Of the grid's column widths. */
const pixelsPerCharacter = 7;

function widthOf(field: Field, header: string): number {
  // A Chinese character takes the room of two Latin ones.
  const room = [...header].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 3);
  return Math.min(
    60,
    Math.max(widths[field.kind] ?? 16, (field.width ?? 0) / pixelsPerCharacter, room),
  );
}

function blankFormat(field: Field): string {
  switch (field.kind) {
    case 'date':
      return 'yyyy-mm-dd';
    case 'instant':
      return 'yyyy-mm-dd hh:mm';
    case 'integer':
      return '0';
    case 'quantity':
      return 'General';
    case 'temperature':
      return '0.0';
    default:
      return '@'; // text: an identity number typed as a number loses its last three digits
  }
}
