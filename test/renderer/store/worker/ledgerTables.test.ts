import { expect, it } from 'vitest';
import { createLedgerTables } from '../../../../renderer/store/worker/ledgerTables';
import { newRowId } from '../../../../shared/kernel/ids';
import { ownLedgerId, ownLedgerValues, type OwnLedger } from '../../../../shared/ledger/ownLedger';
import { ownLedgers } from '../../../../shared/ledgers/ownLedgers';
import { pharmacies } from '../../../../shared/ledgers/pharmacies';

const idOf = (serial: number) => newRowId(serial, (length) => new Uint8Array(length));
const definition = idOf(1);
const own = ownLedgerId(definition);
const sandbags: OwnLedger = {
  title: '沙袋',
  edition: 1,
  fields: [
    { name: 'c1', header: '地点', kind: 'text', required: true },
    { name: 'c2', header: '保管人', kind: 'name', required: false },
  ],
  key: ['c1'],
};

it('makes a table for a ledger that a record defines, and lets it gain a column', () => {
  const made = createLedgerTables([pharmacies, ownLedgers]);
  const definitions = made.tables.get(ownLedgers.id);
  definitions?.insert(definition, ownLedgerValues(sandbags), 1);
  expect(made.tables.has(own)).toBe(false);
  made.learn(pharmacies.id);
  expect(made.tables.has(own)).toBe(false);
  made.learn(ownLedgers.id);
  const before = made.tables.get(own);
  before?.insert(idOf(2), { c1: '大沙河', c2: '样例甲' }, 2);
  const dirty = made.ledgers.map(({ id }) => id);
  expect(dirty).toEqual([pharmacies.id, ownLedgers.id, own]);
  made.dirtyPages.mark(own, 0);
  expect(made.dirtyPages.take(own)).toEqual([0]);

  const ordinal = definitions?.ordinalOf(definition) ?? -1;
  const next: OwnLedger = {
    ...sandbags,
    edition: 2,
    fields: [...sandbags.fields, { name: 'c3', header: '车牌', kind: 'plate', required: false }],
  };
  definitions?.update(ordinal, ownLedgerValues(next), 3);
  made.learn(ownLedgers.id);
  const after = made.tables.get(own);
  after?.insert(idOf(3), { c1: '西环', c3: '豫HQ9999' }, 4);
  expect(after?.rowAt(0).values).toEqual({ c1: '大沙河', c2: '样例甲' });
  expect(after?.count({ ledger: own, search: 'Q9999' })).toBe(1);
  expect(after?.count({ ledger: own, search: '样例甲' })).toBe(1);
  expect(made.ledgers).toHaveLength(3);
});

it('finds a record by the name of another own ledger that it refers to', () => {
  const made = createLedgerTables([pharmacies, ownLedgers]);
  const places = ownLedgerId(idOf(10));
  const visits: OwnLedger = {
    title: '巡查',
    edition: 1,
    fields: [{ name: 'c1', header: '地点', kind: 'reference', refersTo: places, required: true }],
    key: [],
  };
  const definitions = made.tables.get(ownLedgers.id);
  definitions?.insert(idOf(11), ownLedgerValues(visits), 1);
  definitions?.insert(idOf(10), ownLedgerValues(sandbags), 1);
  made.learn(ownLedgers.id);
  made.tables.get(places)?.insert(idOf(12), { c1: '大沙河' }, 2);
  const table = made.tables.get(ownLedgerId(idOf(11)));
  table?.insert(idOf(13), { c1: idOf(12) }, 2);
  table?.insert(idOf(14), { c1: '~西环' }, 2);
  expect(table?.count({ ledger: 'any', search: '大沙河' })).toBe(1);
  expect(table?.count({ ledger: 'any', search: '西环' })).toBe(1);
});

it('takes no ledger from a definition that is none', () => {
  const made = createLedgerTables([ownLedgers]);
  made.tables
    .get(ownLedgers.id)
    ?.insert(definition, { title: '沙袋', edition: 1, definition: '{' }, 1);
  made.learn(ownLedgers.id);
  expect(made.ledgers).toEqual([ownLedgers]);
});
