import { expect, it } from 'vitest';
import { createChangeBuilder } from '../../../../renderer/store/worker/buildChanges';
import { createTables } from '../../../../renderer/store/worker/createTables';
import { inverseWrites } from '../../../../renderer/store/worker/undoCommit';
import type { Write } from '../../../../renderer/store/contract';
import { newRowId } from '../../../../shared/kernel/ids';
import { enterprises } from '../../../../shared/ledgers/enterprises';

const row = newRowId(1, (length) => new Uint8Array(length));
const ledger = enterprises.id;
const update = (name: string): Write => ({ type: 'update', ledger, row, values: { name } });

function tablesWith(name: string) {
  const tables = createTables([enterprises]);
  tables.get(ledger)?.insert(row, { name }, 1);
  return tables;
}

it('knows what stood before, also from earlier writes of the same commit', () => {
  const changes = createChangeBuilder(tablesWith('甲')).build([update('乙'), update('丙')]);
  expect(changes.ok && changes.value).toMatchObject([
    { fields: { name: { before: '甲', after: '乙' } }, previous: 1 },
    { fields: { name: { before: '乙', after: '丙' } }, previous: 1 },
  ]);
});

it('refuses a second record of an id, and a change to a record that is not there', () => {
  const insert: Write = { type: 'insert', ledger, row, values: { name: '丁' } };
  const known = createChangeBuilder(tablesWith('甲')).build([insert]);
  expect(!known.ok && known.problem.tag).toBe('rowExists');
  const unknown = createChangeBuilder(createTables([enterprises])).build([update('乙')]);
  expect(!unknown.ok && unknown.problem.tag).toBe('noSuchRow');
});

it('takes a commit back step by step, and leaves what was changed since', () => {
  const changes = createChangeBuilder(tablesWith('甲')).build([update('乙'), update('丙')]);
  if (!changes.ok) throw new Error(changes.problem.tag);
  expect(inverseWrites(tablesWith('丙'), changes.value)).toEqual({
    writes: [update('乙'), update('甲')],
    left: [],
  });
  const field = { ledger, row, field: 'name' };
  expect(inverseWrites(tablesWith('戊'), changes.value)).toEqual({
    writes: [],
    left: [field, field],
  });
});

it('does not take away a new record into which somebody has typed what was blank in it', () => {
  const tables = createTables([enterprises]);
  const insert: Write = { type: 'insert', ledger, row, values: { name: '丁' } };
  const changes = createChangeBuilder(tables).build([insert]);
  if (!changes.ok) throw new Error(changes.problem.tag);
  tables.get(ledger)?.insert(row, { name: '丁' }, 1);
  expect(inverseWrites(tables, changes.value).writes).toEqual([{ type: 'delete', ledger, row }]);
  const typed = createTables([enterprises]);
  typed.get(ledger)?.insert(row, { name: '丁', address: '人民路1号' }, 2);
  expect(inverseWrites(typed, changes.value)).toEqual({
    writes: [],
    left: [{ ledger, row, field: 'address' }],
  });
});
