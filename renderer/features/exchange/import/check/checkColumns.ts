import type { TFunction } from 'i18next';
import type { ParseContext } from '../../../../../shared/fields/codec';
import type { Mapping } from '../../../../../shared/exchange/recognise/mapping';
import type { CellFinding } from '../../../../../shared/exchange/plan/plan';
import { addressIn, rowIn, type Sheet } from '../../../../../shared/exchange/workbook';
import type { LedgerDefinition } from '../../../../../shared/ledger/defineLedger';
import type { Field, StoredValue } from '../../../../../shared/ledger/field';
import { unitInBrackets } from '../../../../app/unitWord';
import { fieldWidth } from '../../../../components/grid/fieldWidth';
import type { InQuestion, ShownRow } from './checkRows';
import { shownCell, shownValue } from '../../shownCell';

/** A column of the check page: one of the file that goes into a field. */
export interface CheckColumn {
  readonly column: number;
  readonly name: string;
  readonly field: Field;
  readonly header: string;
  readonly width: number;
}

export interface ShownCell {
  readonly text: string;
  /** What the store holds now, when it would change. */
  readonly before?: string;
  /** It would be cleared. */
  readonly cleared?: boolean;
  readonly findings: readonly CellFinding[];
}

/** How the rows of one check are shown. */
export interface CheckView {
  /** In the file, with the name of its sheet where several are read as one. */
  readonly address: (column: number, rowNumber: number) => string;
  readonly row: (rowNumber: number) => number | string;
  /** Row numbers bear the names of their sheets, and need room for them. */
  readonly severalSheets: boolean;
  readonly words: (finding: CellFinding) => string;
  readonly cell: (row: ShownRow, column: CheckColumn) => ShownCell;
}

export function checkColumns(
  mapping: Mapping,
  definition: LedgerDefinition,
  language: 'zh' | 'en',
  t: TFunction,
): readonly CheckColumn[] {
  return mapping.flatMap(({ column, target }): CheckColumn[] => {
    const field = target === null ? undefined : definition.fields[target];
    if (!field || target === null) return [];
    const header = field.header[language] + unitInBrackets(t, field);
    const width = Math.max(fieldWidth(field, header, language), Math.min(field.width ?? 120, 260));
    return [{ column, name: target, field, header, width }];
  });
}

/** The columns in which rows differ or have problems, and those that say which record it is. */
export function columnsInQuestion(
  columns: readonly CheckColumn[],
  { changed, columns: places }: InQuestion,
  definition: LedgerDefinition,
): readonly CheckColumn[] {
  const keys = definition.matchOn.slice(0, 2).flat();
  const names = new Set<string>([definition.nameField, ...keys, ...changed]);
  return columns.filter(({ column, name }) => names.has(name) || places.includes(column));
}

/** Where a value changes, before and after stand side by side. */
export function withRoomForChanges(
  columns: readonly CheckColumn[],
  { changed }: InQuestion,
): readonly CheckColumn[] {
  return columns.map((one) =>
    changed.includes(one.name)
      ? { ...one, width: Math.min(340, Math.round(one.width * 1.8)) }
      : one,
  );
}

export function checkView(settings: {
  readonly sheet: Sheet;
  readonly language: 'zh' | 'en';
  readonly context: ParseContext;
  readonly revealed: ReadonlySet<number>;
  readonly empty: string;
  readonly words: (finding: CellFinding) => string;
}): CheckView {
  const { sheet, language, context, empty } = settings;
  return {
    address: (column, rowNumber) => addressIn(sheet, column, rowNumber),
    row: (rowNumber) => rowIn(sheet, rowNumber),
    severalSheets: sheet.origins !== undefined,
    words: settings.words,
    cell({ rowNumber, findings, values, changes, cells }, { column, name, field }) {
      const own = findings.filter(
        (finding) => finding.column === column && isOfCell(finding, name),
      );
      const how = { language, context, revealed: settings.revealed.has(rowNumber) };
      const show = (value: StoredValue | null) =>
        value === null ? empty : shownValue(field, value, how);
      const change = changes?.[name];
      if (change) {
        const { before, after } = change;
        const known = { text: show(after), findings: own, cleared: after === null };
        return before === null ? known : { ...known, before: show(before) };
      }
      const raw = cells[column];
      // What cannot be read has to be seen as it came, or nobody can put it right.
      if (own.some(({ severity }) => severity === 'error')) {
        return { text: shownCell(raw, undefined, how), findings: own };
      }
      const value = values?.[name];
      const text = value === undefined ? shownCell(raw, field, how) : show(value);
      return { text, findings: own };
    },
  };
}

/** Findings about a whole row stand on its first column but belong to no field. */
function isOfCell({ field }: CellFinding, name: string): boolean {
  return field === undefined || field === name;
}
