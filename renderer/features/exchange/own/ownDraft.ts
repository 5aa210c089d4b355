import type { GuessedTable } from '../../../../shared/exchange/recognise/guessTable';
import { cellText, type Sheet } from '../../../../shared/exchange/workbook';
import {
  hasOptions,
  hasUnit,
  type OwnField,
  type OwnKind,
  type OwnPart,
  type PartKind,
} from '../../../../shared/ledger/ownField';
import type { LostColumn } from '../../../../shared/ledger/lostColumns';
import type { OwnLedger } from '../../../../shared/ledger/ownLedger';
import { draftOfFigure, figuresOfDraft, type DraftFigure } from './figureDraft';

/** What an entry of a repeated group holds. */
export interface DraftPart {
  readonly id: number;
  /** Of one that is stored already: its kind holds, and it cannot go. */
  readonly stored?: string;
  readonly header: string;
  readonly kind: PartKind;
}

/** A column as a clerk settles it. */
export interface DraftColumn {
  readonly id: number;
  /** Of one that is stored already: its kind holds, and it cannot go. */
  readonly stored?: string;
  readonly use: boolean;
  /** Of another office's edition: it may be taken in under its stored name, or not. */
  readonly isLost: boolean;
  readonly header: string;
  readonly kind: OwnKind;
  readonly required: boolean;
  readonly isKey: boolean;
  /** Parted by `、`, as typed. */
  readonly options: string;
  readonly unit: string;
  /** The ledger whose records a `reference` means. */
  readonly refersTo: string | undefined;
  /** Of a `group`. */
  readonly parts: readonly DraftPart[];
  /** Different values, of which a reference is guessed. */
  readonly values: readonly string[];
  /** What stands in the workbook. */
  readonly sample: string;
}

export interface OwnDraft {
  readonly title: string;
  readonly columns: readonly DraftColumn[];
  readonly figures: readonly DraftFigure[];
}

const samples = 3;
const mostValues = 50;
/** What a kind needs beside its name; kept while kinds are tried out. */
const plain = {
  isLost: false,
  options: '',
  unit: '',
  refersTo: undefined,
  parts: [],
  values: [],
  sample: '',
};

export function draftOfTable(title: string, sheet: Sheet, table: GuessedTable): OwnDraft {
  const key = table.columns.find(({ isKey }) => isKey);
  const under = sheet.rows.filter((_, at) => (sheet.rowNumbers[at] ?? 0) > table.lastRow);
  return {
    title,
    figures: [],
    columns: table.columns.map((guess, id) => ({
      ...plain,
      id,
      use: guess.used,
      header: guess.header,
      kind: guess.kind,
      required: guess.required,
      isKey: guess === key,
      options: guess.options.join('、'),
      values: [...new Set(textsIn(under, guess.column))].slice(0, mostValues),
      sample: textsIn(under.slice(0, samples), guess.column).join('、'),
    })),
  };
}

function textsIn(rows: Sheet['rows'], column: number): readonly string[] {
  return rows.map((row) => cellText(row[column]).trim()).filter((text) => text !== '');
}

/** `lost` columns stand at the end, unused, with those who added them as their sample. */
export function draftOfLedger(
  { title, fields, key, figures = [] }: OwnLedger,
  lost: readonly LostColumn[] = [],
): OwnDraft {
  const found = lost.map(({ field, author, device }) => ({
    field,
    isLost: true,
    sample: `${device} ${author}`,
  }));
  const all = [...fields.map((field) => ({ field, isLost: false, sample: '' })), ...found];
  return {
    title,
    figures: figures.map((figure) =>
      draftOfFigure(figure, (field) => fields.findIndex(({ name }) => name === field)),
    ),
    columns: all.map(({ field, isLost, sample }, id) => ({
      ...draftOfField(field, id),
      use: !isLost,
      isLost,
      isKey: key.includes(field.name),
      sample,
    })),
  };
}

function draftOfField(field: OwnField, id: number): Omit<DraftColumn, 'use' | 'isLost' | 'isKey'> {
  const { name, header, kind, required, options = [], unit = '', refersTo, parts = [] } = field;
  return {
    ...plain,
    id,
    stored: name,
    header,
    kind,
    required,
    options: options.join('、'),
    unit,
    refersTo,
    parts: parts.map((part, at) => ({
      id: at,
      stored: part.name,
      header: part.header,
      kind: part.kind,
    })),
  };
}

export function addColumn(draft: OwnDraft): OwnDraft {
  const id = Math.max(-1, ...draft.columns.map((column) => column.id)) + 1;
  const blank = { use: true, header: '', kind: 'text', required: false, isKey: false } as const;
  return { ...draft, columns: [...draft.columns, { ...plain, ...blank, id }] };
}

export function addPart(parts: readonly DraftPart[]): readonly DraftPart[] {
  const id = Math.max(-1, ...parts.map((part) => part.id)) + 1;
  return [...parts, { id, header: '', kind: 'text' }];
}

/**
 * What is stored; `before` is the edition there is, `at` the moment in ms. A new column gets a name
 * that no other one has had, nor gets from a colleague who adds one on another computer meanwhile:
 * names that are added to an edition begin at the moment.
 */
export function ledgerOfDraft(
  draft: OwnDraft,
  before: OwnLedger | undefined,
  at: number,
): OwnLedger {
  const names = (before?.fields ?? []).map(({ name }) => Number(name.slice(1)));
  let last = Math.max(before ? at : 0, ...names);
  const key: string[] = [];
  const nameOf = new Map<number, string>();
  const fields = draft.columns
    .filter(({ use }) => use)
    .map(({ id, stored, header, kind, required, isKey, ...details }): OwnField => {
      const name = stored ?? `c${++last}`;
      nameOf.set(id, name);
      if (isKey) key.push(name);
      return {
        name,
        header: header.trim(),
        kind,
        required,
        ...detailsOf(kind, details, before, at),
      };
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

function detailsOf(
  kind: OwnKind,
  { options, unit, refersTo, parts }: Pick<DraftColumn, 'options' | 'unit' | 'refersTo' | 'parts'>,
  before: OwnLedger | undefined,
  at: number,
): Partial<OwnField> {
  if (hasOptions(kind)) return { options: optionsOf(options) };
  if (hasUnit(kind)) return unit.trim() === '' ? {} : { unit: unit.trim() };
  if (kind === 'reference') return refersTo === undefined ? {} : { refersTo };
  if (kind !== 'group') return {};
  const names = parts.map(({ stored = 'p0' }) => Number(stored.slice(1)));
  let last = Math.max(before ? at : 0, ...names);
  const stored = parts.map((part): OwnPart => ({
    name: part.stored ?? `p${++last}`,
    header: part.header.trim(),
    kind: part.kind,
  }));
  return { parts: stored };
}

function optionsOf(text: string): string[] {
  const all = text.split(/[、，,;；\n]/).map((one) => one.trim());
  return [...new Set(all)].filter((one) => one !== '');
}
