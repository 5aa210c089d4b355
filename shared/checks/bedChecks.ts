import type { Row } from '../ledger/defineLedger';
import type { Check, Discrepancy } from './check';

const heldContacts = {
  ledger: 'contacts',
  blank: ['releasedAt', 'outcome'],
  oneOf: { field: 'control', values: ['集中隔离'] },
} as const;
const occupiedBeds = { ledger: 'isolation-stays', blank: ['releasedAt'] } as const;

/**
 * A contact is said to be in central isolation, and no site has the person. Beside it stands the bed
 * that was left, else the site that is named.
 */
export const contactWithoutBed: Check = {
  id: 'contactWithoutBed',
  each: heldContacts,
  against: [{ ledger: 'isolation-stays' }, { ledger: 'isolation-sites' }],
  find: (contacts, [stays = [], sites = []]) => {
    const people = byDocument(stays);
    const siteOf = new Map<unknown, Row>(sites.map((row) => [row.id, row]));
    return contacts.flatMap((row): readonly Discrepancy[] => {
      const document = documentOf(row);
      const stay = document === undefined ? undefined : people.get(document);
      if (document === undefined || (stay && stay.values['releasedAt'] === undefined)) return [];
      const site = siteOf.get(row.values['site']);
      return [
        {
          id: `contactWithoutBed ${row.id}`,
          check: 'contactWithoutBed',
          first: { ledger: 'contacts', row },
          second:
            (stay && { ledger: 'isolation-stays', row: stay }) ??
            (site && { ledger: 'isolation-sites', row: site }),
          facts: {},
        },
      ];
    });
  },
};

/** A site has a person as a contact, and nobody has traced one of that number who is still held. */
export const bedWithoutContact: Check = {
  id: 'bedWithoutContact',
  each: { ...occupiedBeds, oneOf: { field: 'category', values: ['密接', '次密接'] } },
  against: [{ ledger: 'contacts' }],
  find: (beds, [contacts = []]) => {
    const people = byDocument(contacts);
    return beds.flatMap((row): readonly Discrepancy[] => {
      const document = documentOf(row);
      const contact = document === undefined ? undefined : people.get(document);
      const isHeld = contact !== undefined && contact.values['releasedAt'] === undefined;
      if (document === undefined || isHeld) return [];
      return [
        {
          id: `bedWithoutContact ${row.id}`,
          check: contact ? 'bedOfReleased' : 'bedWithoutContact',
          first: { ledger: 'isolation-stays', row },
          second: contact && { ledger: 'contacts', row: contact },
          facts: {},
        },
      ];
    });
  },
};

/** Of several records of a person one that is still held comes before the others. */
function byDocument(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const people = new Map<string, Row>();
  for (const row of rows) {
    const document = documentOf(row);
    if (document === undefined) continue;
    const known = people.get(document);
    if (!known || known.values['releasedAt'] !== undefined) people.set(document, row);
  }
  return people;
}

function documentOf({ values }: Row): string | undefined {
  const { documentNumber } = values;
  return typeof documentNumber === 'string' ? documentNumber : undefined;
}
