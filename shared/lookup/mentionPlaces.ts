import type { LedgerDefinition } from '../ledger/defineLedger';
import type { Field } from '../ledger/field';

/** Fields of a record, or of one entry of a group in it, that together name a person. */
export interface PersonPlace {
  readonly kind: 'person';
  readonly id: string;
  /** The group whose entries have these fields. */
  readonly entryOf?: string;
  readonly name?: string;
  readonly documentNumber?: string;
  readonly phone?: string;
}

export interface VehiclePlace {
  readonly kind: 'vehicle';
  readonly id: string;
  readonly field: string;
}

/** An enterprise stands by its own record, by reference, by its code or by its full name. */
export interface EnterprisePlace {
  readonly kind: 'enterprise';
  readonly id: string;
  readonly field: string;
  readonly by: 'record' | 'reference' | 'creditCode' | 'name';
  /** Beside the name in the directory itself. */
  readonly codeField?: string;
}

export type MentionPlace = PersonPlace | VehiclePlace | EnterprisePlace;

/** The id of the ledger in which enterprises stand. */
export function directoryIn(ledgers: readonly LedgerDefinition[]): string | undefined {
  return ledgers.find(({ role }) => role === 'directory')?.id;
}

/**
 * Where records of a ledger can speak of a person, a vehicle or an enterprise; read off the kinds of
 * its fields, so that a ledger that is added is looked through as well. `directory` is the id of
 * the ledger of enterprises.
 */
export function mentionPlaces(
  ledger: LedgerDefinition,
  directory: string | undefined,
): readonly MentionPlace[] {
  const fields = Object.entries<Field>(ledger.fields).filter(([, field]) => !isCommon(field));
  const people = peopleAmong(fields, undefined);
  const inGroups = fields.flatMap(([group, field]) =>
    peopleAmong(Object.entries(field.entry ?? {}), group),
  );
  const others = fields.flatMap(([name, field]): readonly MentionPlace[] => {
    if (field.kind === 'plate') return [{ kind: 'vehicle', id: name, field: name }];
    const by = enterpriseBy(ledger, name, field, directory);
    if (!by) return [];
    const code = fields.find(([, { kind }]) => by === 'record' && kind === 'creditCode')?.[0];
    const codeField = code === undefined ? {} : { codeField: code };
    return [{ kind: 'enterprise', id: name, field: name, by, ...codeField }];
  });
  return [...people, ...inGroups, ...others];
}

/** What every record has says who wrote it, not whom it is about. */
const isCommon = (field: Field) => field.hidden === true && field.section === undefined;

function enterpriseBy(
  ledger: LedgerDefinition,
  name: string,
  field: Field,
  directory: string | undefined,
): EnterprisePlace['by'] | undefined {
  if (ledger.id === directory) return name === ledger.nameField ? 'record' : undefined;
  if (field.kind === 'reference' && field.refersTo === directory) return 'reference';
  if (field.kind === 'creditCode') return 'creditCode';
  return field.kind === 'text' ? 'name' : undefined;
}

interface Making {
  readonly section: string | undefined;
  name?: string;
  documentNumber?: string;
  phone?: string;
}

const partOf = {
  name: 'name',
  identityNumber: 'documentNumber',
  documentNumber: 'documentNumber',
  phone: 'phone',
} as const satisfies Partial<Record<Field['kind'], keyof PersonPlace>>;

function isPart(kind: Field['kind']): kind is keyof typeof partOf {
  return Object.hasOwn(partOf, kind);
}

/**
 * A form asks for a person's name, document and phone one after the other: a second one of the same
 * kind, or the next section, begins another person. Someone with a name alone cannot be told from a
 * namesake and is nobody's mention.
 */
function peopleAmong(
  fields: readonly (readonly [string, Field])[],
  entryOf: string | undefined,
): readonly PersonPlace[] {
  const found: Making[] = [];
  for (const [name, field] of fields) {
    if (!isPart(field.kind)) continue;
    const part = partOf[field.kind];
    const section = field.section?.zh;
    let current = found.at(-1);
    if (!current || current[part] !== undefined || current.section !== section) {
      current = { section };
      found.push(current);
    }
    current[part] = name;
  }
  return found.flatMap(({ name, documentNumber, phone }): readonly PersonPlace[] => {
    if (documentNumber === undefined && (name === undefined || phone === undefined)) return [];
    const own = documentNumber ?? name ?? '';
    return [
      {
        kind: 'person',
        id: entryOf === undefined ? own : `${entryOf}.${own}`,
        ...(entryOf === undefined ? {} : { entryOf }),
        ...(name === undefined ? {} : { name }),
        ...(documentNumber === undefined ? {} : { documentNumber }),
        ...(phone === undefined ? {} : { phone }),
      },
    ];
  });
}
