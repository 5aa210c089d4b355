import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParseContext } from '../../../shared/fields/codec';
import { maskValue } from '../../../shared/fields/mask';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import type { Field } from '../../../shared/ledger/field';
import type { CellEditing, GridColumn } from '../../components/grid/gridTypes';
import type { Assistant } from '../../components/picking/assistant';
import { cellShown, isNumeric } from '../../components/record/cellShown';
import { columnWidth } from './data/columnWidth';
import { entriesOf } from './data/groupDraft';
import { asksReason, findingText, readTyped, showValue } from './data/readTyped';
import type { SavedView } from './data/savedView';
import type { Drafts } from './data/useDrafts';
import type { Reveal } from './data/useReveal';
import { useAssistants } from './record/RecordForm';

interface CellsSettings {
  readonly ledger: LedgerDefinition;
  readonly view: SavedView;
  readonly language: 'zh' | 'en';
  readonly context: ParseContext;
  readonly drafts: Drafts;
  readonly reveal: Reveal;
  readonly assistantOf: (field: Field) => Assistant | undefined;
  readonly onEdit: CellEditing<Row>['onEdit'];
  /** For what has no room in a cell: repeated groups are edited in the form. */
  readonly onOpen: (field: string) => void;
  readonly onRefused: (words: string) => void;
}

export interface Cells extends CellEditing<Row> {
  readonly columns: readonly GridColumn<Row>[];
  /** What goes on the clipboard: the value as it is typed back in, or its mask. */
  readonly copyText: (row: Row, name: string) => string;
}

/** Odd enough to be said while a text is still being typed. */
const saidAtOnce: ReadonlySet<string> = new Set([
  'identityNumber.checkDigit',
  'creditCode.checkDigit',
  'date.assumed',
  'date.timeDropped',
  'instant.timeMissing',
  'quantity.unitDropped',
]);

/** What the cells of the grid show and how they are edited. */
export function useCells(settings: CellsSettings): Cells {
  const { ledger, view, language, context, drafts, reveal, assistantOf } = settings;
  const { t } = useTranslation();
  const assistants = useAssistants(ledger, assistantOf);
  const { rows: draftRows } = drafts;
  const { shown } = reveal;

  const isMasked = (row: Row, name: string) =>
    ledger.fields[name]?.sensitive === true &&
    row.values[name] !== undefined &&
    !(shown.row === row.id && shown.fields.has(name));
  const columns = useMemo(
    () =>
      view.columns.flatMap((name): readonly GridColumn<Row>[] => {
        const field = ledger.fields[name];
        if (!field) return [];
        return [
          {
            id: name,
            label: field.header[language],
            width: columnWidth(ledger, view, name, { t, language }),
            align: isNumeric(field) ? 'right' : undefined,
            cell: (row) => {
              const value = row.values[name];
              const draft = draftRows.get(row.id)?.[name];
              if (draft !== undefined) {
                const read = readTyped(field, draft, context, value);
                return { text: draftShown(field, draft), wrong: read.state === 'wrong' };
              }
              const isShown = shown.row === row.id && shown.fields.has(name);
              return field.sensitive && value !== undefined && !isShown
                ? { text: maskValue(field, value) }
                : cellShown(field, value, language, context);
            },
          },
        ];
      }),
    // widths and order are the view's; filters and sorting change no cell
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [ledger, view.columns, view.widths, language, t, context, draftRows, shown],
  );

  const textOf = (row: Row, name: string, field: Field) =>
    showValue(field, row.values[name], language, context);
  const isEditable = (row: Row, name: string) => {
    if (row.deletedAt !== undefined) {
      settings.onRefused(t('ledger.deletedRow'));
      return false;
    }
    if (ledger.fields[name]?.kind !== 'group') return true;
    settings.onOpen(name);
    return false;
  };
  return {
    columns,
    textToEdit: async (row, name) => {
      const field = ledger.fields[name];
      if (!field || !isEditable(row, name)) return undefined;
      const draft = draftRows.get(row.id)?.[name];
      if (draft !== undefined) return draft;
      if (isMasked(row, name) && !(await reveal.show(row.id, [name]))) return undefined;
      return textOf(row, name, field);
    },
    canType: isEditable,
    onEdit: settings.onEdit,
    noteOn: (name, text) => {
      const field = ledger.fields[name];
      const read = field && readTyped(field, text, context);
      if (read?.state !== 'value') return undefined;
      const odd = read.warnings.find(({ rule }) => saidAtOnce.has(rule));
      return odd && { text: findingText(t, odd), asksReason: asksReason([odd]) };
    },
    problemAt: (row, name) => {
      const field = ledger.fields[name];
      const draft = draftRows.get(row.id)?.[name];
      if (!field || draft === undefined) return undefined;
      const read = readTyped(field, draft, context, row.values[name]);
      return read.state === 'wrong'
        ? `${findingText(t, read.why)}　${t('ledger.wrongHint')}`
        : undefined;
    },
    assistantAt: (name) => assistants.get(name),
    copyText: (row, name) => {
      const field = ledger.fields[name];
      const value = row.values[name];
      if (!field) return '';
      const draft = draftRows.get(row.id)?.[name];
      if (draft !== undefined) return draftShown(field, draft);
      if (value === undefined) return '';
      return isMasked(row, name) ? maskValue(field, value) : textOf(row, name, field);
    },
  };
}

/** A text that could not be taken; behind its mask where the field is sensitive. */
function draftShown(field: Field, draft: string): string {
  if (field.sensitive) return draft === '' ? '' : maskValue(field, draft);
  const entries = entriesOf(draft);
  return entries?.map((entry) => Object.values(entry).join(' ')).join('；') ?? draft;
}
