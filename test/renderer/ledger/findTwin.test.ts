import { expect, it } from 'vitest';
import { findTwin, findTwins } from '../../../renderer/features/ledger/data/findTwin';
import { createTables } from '../../../renderer/store/worker/createTables';
import { newRowId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';
import type { LedgerDefinition, RowValues } from '../../../shared/ledger/defineLedger';
import { checkpointPasses } from '../../../shared/ledgers/checkpointPasses';
import { enterprises } from '../../../shared/ledgers/enterprises';
import { testSamples } from '../../../shared/ledgers/testSamples';

const tables = createTables([checkpointPasses, enterprises, testSamples]);
let serial = 0;
function add({ id: ledger }: LedgerDefinition, values: RowValues): number {
  const id = newRowId(serial++, (length) => new Uint8Array(length));
  return tables.get(ledger)?.insert(id, values, 1) ?? -1;
}
const store = {
  match: (ledger: string, fields: readonly string[], keys: Parameters<Matching>[1]) =>
    Promise.resolve(tables.get(ledger)?.match(fields, keys) ?? []),
  row: (ledger: string, id: Parameters<Rows>[0]) => {
    const table = tables.get(ledger);
    const ordinal = table?.ordinalOf(id);
    return Promise.resolve(ordinal === undefined ? undefined : table?.rowAt(ordinal));
  },
};
type Table = NonNullable<ReturnType<typeof tables.get>>;
type Matching = Table['match'];
type Rows = Table['ordinalOf'];

const twinOf = async (ledger: LedgerDefinition, values: RowValues) =>
  (await findTwin(store, ledger, values))?.values;

const works = { name: '样例酒精厂', creditCode: '91350100M000100Y43' };
const round = { round: '~全员第1轮', point: '样例广场', date: '2022-03-27' };
add(enterprises, works);
add(testSamples, round);
const gone = add(enterprises, { name: '关了的厂' });
tables.get('enterprises')?.setDeleted(gone, toInstant(1), 2);

it('names the record that has the same number, else the same name', async () => {
  expect(await twinOf(enterprises, { ...works, name: '改名后的厂' })).toEqual(works);
  expect(await twinOf(enterprises, { name: works.name })).toEqual(works);
  expect(await twinOf(enterprises, { name: '别的厂' })).toBeUndefined();
});

it('tells for each of many records whether it is there', async () => {
  const many = [{ name: '别的厂' }, { name: works.name }, {}, { name: '又一厂' }];
  const twins = await findTwins(store, enterprises, many);
  expect(twins.map((twin) => twin !== undefined)).toEqual([false, true, false, false]);
});

it('takes all fields of a key, and no record that was deleted', async () => {
  expect(await twinOf(testSamples, { ...round, sampled: 3 })).toEqual(round);
  expect(await twinOf(testSamples, { ...round, point: '别的广场' })).toBeUndefined();
  expect(await twinOf(testSamples, { round: round.round })).toBeUndefined();
  expect(await twinOf(enterprises, { name: '关了的厂' })).toBeUndefined();
});

it('finds none where two equal rows are two events', async () => {
  add(checkpointPasses, { plate: '豫HQ9999' });
  expect(await twinOf(checkpointPasses, { plate: '豫HQ9999' })).toBeUndefined();
});
