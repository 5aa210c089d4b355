import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRowId } from '../../../shared/kernel/ids';
import { dateOf, toInstant } from '../../../shared/kernel/time';
import type { RowValues } from '../../../shared/ledger/defineLedger';
import { checkpointPasses } from '../../../shared/ledgers/checkpointPasses';
import { enterprises } from '../../../shared/ledgers/enterprises';
import { inspections } from '../../../shared/ledgers/inspections';
import { ledgers } from '../../../shared/ledgers/registry';
import { permits } from '../../../shared/ledgers/permits';
import { households } from '../../../shared/ledgers/households';
import { supplyDaily } from '../../../shared/ledgers/supplyDaily';
import { asksFor } from '../../../shared/lookup/asks';
import { happenedAt } from '../../../shared/lookup/happenedAt';
import { likeness } from '../../../shared/lookup/likeness';
import { mentionPlaces } from '../../../shared/lookup/mentionPlaces';
import { mentionsAt, mentionsIn, type Person } from '../../../shared/lookup/subject';

const directory = enterprises.id;
const rowOf = (values: RowValues, serial = 1) => ({
  id: newRowId(serial, (length) => new Uint8Array(length)),
  values,
});
const number = '41089919900101001X';
const person = (given: Omit<Person, 'kind'>): Person => ({ kind: 'person', ...given });

describe('where records speak of somebody', () => {
  it('reads name, document and phone that stand together as one person', () => {
    const people = mentionPlaces(permits, directory).filter(({ kind }) => kind === 'person');
    expect(people).toEqual([
      { kind: 'person', id: 'contact', name: 'contact', phone: 'contactPhone' },
      {
        kind: 'person',
        id: 'driverDocumentNumber',
        name: 'driverName',
        documentNumber: 'driverDocumentNumber',
        phone: 'driverPhone',
      },
      {
        kind: 'person',
        id: 'crew.documentNumber',
        entryOf: 'crew',
        name: 'name',
        documentNumber: 'documentNumber',
        phone: 'phone',
      },
    ]);
  });

  it('knows a place in every ledger that asks for an identity number or a plate', () => {
    for (const ledger of ledgers) {
      const places = mentionPlaces(ledger, directory);
      for (const [name, { kind }] of Object.entries(ledger.fields)) {
        if (kind === 'identityNumber')
          expect(places).toContainEqual(expect.objectContaining({ documentNumber: name }));
        if (kind === 'plate')
          expect(places).toContainEqual({ kind: 'vehicle', id: name, field: name });
      }
    }
  });

  it('names each passenger, the driver and the vehicle of a passage', () => {
    const passage = rowOf({
      plate: '豫HQ9999',
      driverName: '样例甲',
      documentNumber: number,
      passengers: [{ name: '样例乙' }, { name: '样例丙', documentNumber: '410899198501010028' }],
    });
    expect(mentionsIn(checkpointPasses, passage, directory).map(({ id }) => id)).toEqual([
      'documentNumber',
      'passengers.1',
      'plate',
    ]);
  });
});

describe('the same person', () => {
  const known = person({ documentNumber: number, name: '样例甲', phone: '19900001234' });
  it.each([
    ['the number in its old form', { documentNumber: '410899900101001' }, 'same'],
    ['the number under another name', { documentNumber: number, name: '样例乙' }, 'same'],
    [
      'name and one of two phones',
      { name: '样例甲', phone: '19900005678、19900001234' },
      'possible',
    ],
    ['name and phone beside another number', { ...known, documentNumber: 'H12345678' }, 'possible'],
    ['the name alone', { name: '样例甲' }, 'other'],
    ['the phone of somebody else', { name: '样例乙', phone: '19900001234' }, 'other'],
    ['another number', { documentNumber: '410899198501010028' }, 'other'],
  ] as const)('%s', (_, other, answer) => {
    expect(likeness(known, person(other))).toBe(answer);
    expect(likeness(person(other), known)).toBe(answer);
  });

  it('without any number is known by name and phone', () => {
    const caller = person({ name: '样例甲', phone: '19900001234' });
    expect(likeness(caller, caller)).toBe('same');
  });
});

it('knows an enterprise by its record, its code, and its full name', () => {
  const record = rowOf({ name: '样例消毒制品有限公司', creditCode: '91410821MA00000000' });
  const [mention] = mentionsIn(enterprises, record, directory);
  const other = rowOf({ inspected: '样例消毒制品有限公司' }, 2);
  const permit = rowOf({ enterprise: record.id }, 3);
  const coded = rowOf({ creditCode: '91410821MA00000000' }, 4);
  expect(mention?.subject).toMatchObject({ kind: 'enterprise', row: record.id });
  for (const [ledger, row] of [
    [inspections, other],
    [permits, permit],
    [permits, coded],
  ] as const)
    expect(
      mentionsIn(ledger, row, directory).map(
        ({ subject }) => mention && likeness(mention.subject, subject),
      ),
    ).toContain('same');
});

it('asks for no less than what is like the subject', () => {
  const documentNumber = fc.constantFrom(number, '410899900101001', 'H12345678');
  const name = fc.constantFrom('样例甲', '样例乙');
  const phone = fc.constantFrom('19900001234', '19900005678、19900001234', '0391-7190000');
  const anyone = fc.record({ documentNumber, name, phone }, { requiredKeys: ['documentNumber'] });
  fc.assert(
    fc.property(anyone, anyone, (subject, values) => {
      const entry = rowOf({ crew: [values] });
      for (const [ledger, row] of [
        [households, rowOf(values)],
        [permits, entry],
      ] as const)
        for (const place of mentionPlaces(ledger, directory))
          for (const mention of mentionsAt(place, row)) {
            if (likeness(person(subject), mention.subject) === 'other') continue;
            const holds = asksFor(person(subject), place).some((ask) =>
              ask.every(({ field, test, text }) => {
                const value: unknown = row.values[field];
                return test === 'equals'
                  ? value === text
                  : value !== undefined && JSON.stringify(value).includes(text);
              }),
            );
            expect(holds).toBe(true);
          }
    }),
  );
});

it('dates a record by what its ledger is sorted by, else by the first time it holds', () => {
  const at = toInstant(Date.UTC(2022, 2, 27, 4));
  const passage = happenedAt(checkpointPasses, rowOf({ testSampledAt: 1, passedAt: at }));
  expect(passage).toMatchObject({ at, isDay: false, field: 'passedAt' });
  const written = happenedAt(households, rowOf({ recordedAt: at }));
  expect(written).toMatchObject({ at, field: 'recordedAt' });
  const day = happenedAt(supplyDaily, rowOf({ date: '2022-03-27' }));
  expect(day && dateOf(day.at)).toBe('2022-03-27');
  expect(happenedAt(households, rowOf({ name: '样例甲' }))).toBeUndefined();
});
