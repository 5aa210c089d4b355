import { z } from 'zod';
import type { Field } from './field';

/** Kinds of what an entry of a repeated group holds: one value each. Frozen names: they are stored. */
export const partKinds = [
  'text',
  'name',
  'identityNumber',
  'documentNumber',
  'phone',
  'plate',
  'date',
  'instant',
  'integer',
  'quantity',
  'temperature',
  'flag',
] as const;
export type PartKind = (typeof partKinds)[number];

/** Kinds that a column of an own ledger can have. Frozen names: they are stored. */
export const ownKinds = [
  'text',
  'longText',
  'name',
  'identityNumber',
  'documentNumber',
  'phone',
  'plate',
  'creditCode',
  'division',
  'date',
  'instant',
  'integer',
  'quantity',
  'temperature',
  'flag',
  'choice',
  'choices',
  'reference',
  'group',
] as const;
export type OwnKind = (typeof ownKinds)[number];

/** Kinds that tell who somebody is: masked on screen and in masked exports. */
const sensitiveKinds: ReadonlySet<OwnKind> = new Set([
  'name',
  'identityNumber',
  'documentNumber',
  'phone',
]);

/** Grid columns in px, where the standard width would cut what most cells hold. */
const widths: Partial<Readonly<Record<OwnKind, number>>> = {
  instant: 140,
  identityNumber: 160,
  documentNumber: 160,
  creditCode: 170,
  reference: 190,
  group: 220,
  longText: 220,
};

export const hasOptions = (kind: OwnKind) => kind === 'choice' || kind === 'choices';
export const hasUnit = (kind: OwnKind) => kind === 'integer' || kind === 'quantity';

const ownPart = z.object({
  /** The stored name; never used again for another part of the column. */
  name: z.string().regex(/^p\d+$/),
  header: z.string().min(1).max(60),
  kind: z.enum(partKinds),
});
export type OwnPart = Readonly<z.infer<typeof ownPart>>;

export const ownField = z.object({
  /** The stored name; never used again for another column. */
  name: z.string().regex(/^c\d+$/),
  header: z.string().min(1).max(60),
  kind: z.enum(ownKinds),
  required: z.boolean(),
  /** Of a `choice` or `choices`. */
  options: z.array(z.string().min(1)).optional(),
  /** Of an `integer` or a `quantity`. */
  unit: z.string().max(10).optional(),
  /** Of a `reference`: the ledger whose records are meant. */
  refersTo: z.string().min(1).optional(),
  /** Of a `group`. */
  parts: z.array(ownPart).optional(),
});
export type OwnField = Readonly<z.infer<typeof ownField>>;

/** The field of the ledger language that a settled column is. */
export function fieldOfOwn(own: OwnField): Field {
  const { header, kind, required, options = [], unit = '', refersTo, parts = [] } = own;
  const width = widths[kind];
  return {
    kind,
    header: { zh: header, en: header },
    required,
    ...(width === undefined ? {} : { width }),
    sensitive: sensitiveKinds.has(kind) || parts.some((part) => sensitiveKinds.has(part.kind)),
    ...(hasOptions(kind) ? { options: options.map((value) => ({ value, en: value })) } : {}),
    ...(hasUnit(kind) && unit !== '' ? { unit } : {}),
    ...(kind === 'reference' && refersTo !== undefined ? { refersTo } : {}),
    ...(kind === 'group' ? { entry: entryOf(parts) } : {}),
  };
}

function entryOf(parts: readonly OwnPart[]): Readonly<Record<string, Field>> {
  return Object.fromEntries(
    parts.map(({ name, header, kind }) => [
      name,
      {
        kind,
        header: { zh: header, en: header },
        required: false,
        sensitive: sensitiveKinds.has(kind),
      },
    ]),
  );
}
