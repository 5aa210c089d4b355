import { z } from 'zod';
import { failed, ok, type Result } from '../kernel/result';
import { defineLedger, type LedgerDefinition, type Row, type RowValues } from './defineLedger';
import type { Field } from './field';
import type { Figure } from './figure';
import { fieldOfOwn, hasOptions, ownField, type OwnField } from './ownField';

/** In place of a column: the moment at which a record was written down, which every record has. */
export const whenRecorded = 'recordedAt';

const ownFigure = z.object({
  /** The stored name; never used again for another figure. */
  name: z.string().regex(/^f\d+$/),
  title: z.string().min(1).max(60),
  unit: z.string().max(10),
  /** The field that is added up; absent: records are counted. */
  sum: z.string().optional(),
  /** The field whose day or moment decides what a cut-off takes in, or `whenRecorded`. */
  decides: z.string(),
  /** All up to the cut-off, or those of its period. */
  counts: z.enum(['upTo', 'within']),
  by: z.array(z.string()),
});
export type OwnFigure = Readonly<z.infer<typeof ownFigure>>;

const ownLedger = z.object({
  title: z.string().min(1).max(40),
  /** Counts from 1; every change of the columns makes a new one. */
  edition: z.number().int().min(1),
  fields: z.array(ownField).min(1),
  /** Names of the fields by which a row of a workbook is matched; none: every row is a new one. */
  key: z.array(z.string()),
  /** Definitions of before there were any have none. */
  figures: z.array(ownFigure).optional(),
});

/** A ledger that is kept as data: what a clerk settled about the columns of a workbook. */
export type OwnLedger = Omit<Readonly<z.infer<typeof ownLedger>>, 'fields' | 'key' | 'figures'> & {
  readonly fields: readonly OwnField[];
  readonly key: readonly string[];
  readonly figures?: readonly OwnFigure[] | undefined;
};

/** The fields of the record that defines an own ledger. */
export const ownLedgerFields = {
  title: 'title',
  edition: 'edition',
  definition: 'definition',
} as const;

export type OwnLedgerProblem =
  | { readonly tag: 'noTitle' }
  | { readonly tag: 'noFields' }
  | { readonly tag: 'noHeader' }
  | { readonly tag: 'sameHeader'; readonly header: string }
  | { readonly tag: 'noOptions'; readonly header: string }
  | { readonly tag: 'noTarget'; readonly header: string }
  | { readonly tag: 'noParts'; readonly header: string }
  | { readonly tag: 'noFigureTitle' };

/** What a clerk still has to settle, the first of it. */
export function checkOwnLedger(own: OwnLedger): Result<OwnLedger, OwnLedgerProblem> {
  if (own.title.trim() === '') return failed({ tag: 'noTitle' });
  if (own.fields.length === 0) return failed({ tag: 'noFields' });
  const headers = new Set<string>();
  for (const { header, kind, options, refersTo, parts } of own.fields) {
    const bare = header.replace(/\s/g, '');
    if (bare === '') return failed({ tag: 'noHeader' });
    if (headers.has(bare)) return failed({ tag: 'sameHeader', header });
    headers.add(bare);
    if (hasOptions(kind) && (options ?? []).length === 0)
      return failed({ tag: 'noOptions', header });
    if (kind === 'reference' && refersTo === undefined) return failed({ tag: 'noTarget', header });
    if (kind === 'group' && !isWhole(parts)) return failed({ tag: 'noParts', header });
  }
  const isUnnamed = (own.figures ?? []).some(({ title }) => title.trim() === '');
  return isUnnamed ? failed({ tag: 'noFigureTitle' }) : ok(own);
}

/** Parts that each have a header of their own, of which there is one at least. */
function isWhole(parts: OwnField['parts'] = []): boolean {
  const headers = new Set(parts.map(({ header }) => header.replace(/\s/g, '')));
  return parts.length > 0 && headers.size === parts.length && !headers.has('');
}

export function ownLedgerValues(own: OwnLedger): RowValues {
  return { title: own.title, edition: own.edition, definition: JSON.stringify(own) };
}

/** Undefined where the record holds no definition that this app can read. */
export function ownLedgerOf({ values }: Row): OwnLedger | undefined {
  return parseOwnLedger(values[ownLedgerFields.definition]);
}

/** Undefined where the text is no definition that this app can read. */
export function parseOwnLedger(text: unknown): OwnLedger | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const read = ownLedger.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined; // a definition that was edited by hand
  }
}

/** What a person compares two editions by: `地点、沙袋数；储备沙袋`, columns first, then figures. */
export function ownLedgerSummary({ fields, figures = [] }: OwnLedger): string {
  const columns = fields.map(({ header }) => header).join('、');
  const counted = figures.map(({ title }) => title).join('、');
  return counted === '' ? columns : `${columns}；${counted}`;
}

const idPrefix = 'own-';

export function ownLedgerId(row: Row['id']): string {
  return idPrefix + row;
}

/**
 * The ledger that a record defines. Stored names are never given another meaning, so that its
 * version stays 1 whatever the edition: an older edition keeps the columns it does not know.
 */
export function readOwnLedger(row: Row): LedgerDefinition | undefined {
  const own = ownLedgerOf(row);
  const first = own?.fields[0];
  if (!own || !first) return undefined;
  const fields = Object.fromEntries(own.fields.map((one) => [one.name, fieldOfOwn(one)]));
  const known = own.key.filter((name) => Object.hasOwn(fields, name));
  const time = own.fields.find(({ kind }) => kind === 'instant' || kind === 'date');
  return defineLedger({
    id: ownLedgerId(row.id),
    title: { zh: own.title, en: own.title },
    area: 'own',
    version: 1,
    matchOn: known.length > 0 ? [known] : [],
    nameField: nameFieldOf(own.fields, known) ?? first.name,
    ...(time ? { newestFirst: time.name } : {}),
    figures: (own.figures ?? []).flatMap((one) => figureOf(ownLedgerId(row.id), one, fields)),
    fields,
  });
}

/** What names a record, by which other ledgers can refer to it: not another record, nor a list. */
function nameFieldOf(fields: readonly OwnField[], key: readonly string[]): string | undefined {
  const names = fields
    .filter(({ kind }) => kind !== 'reference' && kind !== 'group' && kind !== 'choices')
    .map(({ name }) => name);
  return key.find((name) => names.includes(name)) ?? names[0];
}

/** None where a field that it needs is not there: an edition that was edited by hand. */
function figureOf(
  ledger: string,
  { name, title, unit, sum, decides, counts, by }: OwnFigure,
  fields: Readonly<Record<string, Field>>,
): readonly Figure[] {
  const isThere = (field: string) => field === whenRecorded || Object.hasOwn(fields, field);
  if (![decides, ...(sum === undefined ? [] : [sum])].every(isThere)) return [];
  return [
    {
      id: `${ledger}.${name}`,
      title: { zh: title, en: title },
      unit: { zh: unit, en: unit },
      terms: [
        {
          measure: sum === undefined ? { type: 'rows' } : { type: 'sum', field: sum },
          counts: { type: counts, from: decides },
        },
      ],
      by: by.filter(isThere),
    },
  ];
}
