import type { GuessedTable } from '../../../../shared/exchange/recognise/guessTable';
import { cellText, type Sheet } from '../../../../shared/exchange/workbook';
import type { OwnField, OwnKind, OwnLedger } from '../../../../shared/ledger/ownLedger';
import { draftOfFigure, figuresOfDraft, type DraftFigure } from './figureDraft';

/** A column as a clerk settles it. */
export interface DraftColumn {
  readonly id: number;
  /** Of one that is stored already: its kind holds, and it cannot go. */
  readonly stored?: string;
  readonly use: boolean;
  readonly header: string;
  readonly kind: OwnKind;
  readonly required: boolean;
  readonly isKey: boolean;
  /** Parted by `、`, as typed. */
  readonly options: string;
  /** What stands in the workbook. */
  readonly sample: string;
}

export interface OwnDraft {
  readonly title: string;
  readonly columns: readonly DraftColumn[];
  readonly figures: readonly DraftFigure[];
}

const samples = 3;

export function draftOfTable(title: string, sheet: Sheet, table: GuessedTable): OwnDraft {
  const key = table.columns.find(({ isKey }) => isKey);
  const under = sheet.rows.filter((_, at) => (sheet.rowNumbers[at] ?? 0) > table.lastRow);
  return {
    title,
    figures: [],
    columns: table.columns.map((guess, id) => ({
      id,
      use: guess.used,
      header: guess.header,
      kind: guess.kind,
      required: guess.required,
      isKey: guess === key,
      options: guess.options.join('、'),
      sample: under
        .slice(0, samples)
        .map((row) => cellText(row[guess.column]).trim())
        .filter((text) => text !== '')
        .join('、'),
    })),
  };
}

export function draftOfLedger({ title, fields, key, figures = [] }: OwnLedger): OwnDraft {
  return {
    title,
    figures: figures.map((figure) =>
      draftOfFigure(figure, (field) => fields.findIndex(({ name }) => name === field)),
    ),
    columns: fields.map(({ name, header, kind, required, options = [] }, id) => ({
      id,
      stored: name,
      use: true,
      header,
      kind,
      required,
      isKey: key.includes(name),
      options: options.join('、'),
      sample: '',
    })),
  };
}

export function addColumn(draft: OwnDraft): OwnDraft {
  const id = Math.max(-1, ...draft.columns.map((column) => column.id)) + 1;
  const blank = { use: true, header: '', kind: 'text', required: false, isKey: false } as const;
  return { ...draft, columns: [...draft.columns, { ...blank, id, options: '', sample: '' }] };
}

/** What is stored. A new column gets a name that no other one has had; `before` is the edition there is. */
export function ledgerOfDraft(draft: OwnDraft, before: OwnLedger | undefined): OwnLedger {
  const names = (before?.fields ?? []).map(({ name }) => Number(name.slice(1)));
  let last = Math.max(0, ...names);
  const key: string[] = [];
  const nameOf = new Map<number, string>();
  const fields = draft.columns
    .filter(({ use }) => use)
    .map(({ id, stored, header, kind, required, isKey, options }): OwnField => {
      const name = stored ?? `c${++last}`;
      nameOf.set(id, name);
      if (isKey) key.push(name);
      const base = { name, header: header.trim(), kind, required };
      return kind === 'choice' ? { ...base, options: optionsOf(options) } : base;
    });
  const edition = (before?.edition ?? 0) + 1;
  return {
    title: draft.title.trim(),
    edition,
    fields,
    key,
    figures: figuresOfDraft(draft.figures, nameOf, edition),
  };
}

function optionsOf(text: string): string[] {
  const all = text.split(/[、，,;；\n]/).map((one) => one.trim());
  return [...new Set(all)].filter((one) => one !== '');
}
