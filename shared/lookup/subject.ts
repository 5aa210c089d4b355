import { isPendingReference } from '../fields/reference';
import { isRowId, type RowId } from '../kernel/ids';
import type { LedgerDefinition, Row } from '../ledger/defineLedger';
import type { StoredValue } from '../ledger/field';
import {
  mentionPlaces,
  type EnterprisePlace,
  type MentionPlace,
  type PersonPlace,
} from './mentionPlaces';

/** Whom or what a page gathers everything about. */
export type Subject = Person | Vehicle | Enterprise;

export interface Person {
  readonly kind: 'person';
  readonly documentNumber?: string;
  readonly name?: string;
  /** Several are parted by `、`. */
  readonly phone?: string;
}

export interface Vehicle {
  readonly kind: 'vehicle';
  readonly plate: string;
}

export interface Enterprise {
  readonly kind: 'enterprise';
  /** Its record in the directory. */
  readonly row?: RowId;
  readonly name?: string;
  readonly creditCode?: string;
}

/** A subject where a record speaks of it. */
export interface Mention {
  /** The field that names it (`passengers.2` for the third entry of a group): stands in addresses. */
  readonly id: string;
  readonly place: MentionPlace;
  readonly subject: Subject;
}

/** Everybody and everything that a record speaks of, in the order of its fields. */
export function mentionsIn(
  ledger: LedgerDefinition,
  row: Row,
  directory: string | undefined,
): readonly Mention[] {
  return mentionPlaces(ledger, directory).flatMap((place) => mentionsAt(place, row));
}

/** Those at one place: none where it is blank, several where it is a group. */
export function mentionsAt(place: MentionPlace, row: Row): readonly Mention[] {
  switch (place.kind) {
    case 'person': {
      if (place.entryOf === undefined) {
        const person = personOf(place, row.values);
        return person ? [{ id: place.id, place, subject: person }] : [];
      }
      const group = place.entryOf;
      return entriesOf(row.values[group]).flatMap((entry, index) => {
        const person = personOf(place, entry);
        return person ? [{ id: `${group}.${index}`, place, subject: person }] : [];
      });
    }
    case 'vehicle': {
      const plate = textOf(row.values[place.field]);
      return plate === undefined
        ? []
        : [{ id: place.id, place, subject: { kind: 'vehicle', plate } }];
    }
    case 'enterprise': {
      const value = textOf(row.values[place.field]);
      if (value === undefined) return [];
      const subject: Enterprise = { kind: 'enterprise', ...enterpriseOf(place, value, row) };
      return [{ id: place.id, place, subject }];
    }
  }
}

function enterpriseOf(
  { by, codeField }: EnterprisePlace,
  value: string,
  { id, values }: Row,
): Omit<Enterprise, 'kind'> {
  switch (by) {
    case 'record': {
      const creditCode = codeField === undefined ? undefined : textOf(values[codeField]);
      return { row: id, name: value, ...(creditCode === undefined ? {} : { creditCode }) };
    }
    case 'reference':
      if (isPendingReference(value)) return { name: value.slice(1) };
      return isRowId(value) ? { row: value } : { name: value };
    case 'creditCode':
      return { creditCode: value };
    case 'name':
      return { name: value };
  }
}

function personOf(
  place: PersonPlace,
  values: Readonly<Record<string, unknown>>,
): Person | undefined {
  const part = (name: string | undefined) =>
    name === undefined ? undefined : textOf(values[name]);
  const documentNumber = part(place.documentNumber);
  const name = part(place.name);
  const phone = part(place.phone);
  if (documentNumber === undefined && (name === undefined || phone === undefined)) return undefined;
  return {
    kind: 'person',
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone }),
  };
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function entriesOf(value: StoredValue | undefined): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value)
    ? value.flatMap((one: string | object) => (typeof one === 'object' ? [{ ...one }] : []))
    : [];
}
