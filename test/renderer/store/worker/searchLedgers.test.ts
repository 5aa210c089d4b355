import { expect, it } from 'vitest';
import { encodeRows } from '../../../../renderer/store/table/block/rowBlock';
import { createTables } from '../../../../renderer/store/worker/createTables';
import { createSearch } from '../../../../renderer/store/worker/searchLedgers';
import { newRowId } from '../../../../shared/kernel/ids';
import type { RowValues } from '../../../../shared/ledger/defineLedger';
import { checkpointPasses } from '../../../../shared/ledgers/checkpointPasses';
import { enterprises } from '../../../../shared/ledgers/enterprises';
import { households } from '../../../../shared/ledgers/households';
import { permits } from '../../../../shared/ledgers/permits';
import { manyPassages } from '../../../../shared/sample/sampleCounty';

const ledgers = [checkpointPasses, permits, households, enterprises];
const tables = createTables(ledgers);
const search = createSearch(tables, ledgers);
let serial = 0;

function add(ledger: string, values: RowValues): void {
  const id = newRowId(serial++, (length) => new Uint8Array(length));
  tables.get(ledger)?.insert(id, values, 1);
}

const person = { name: '阿依古丽·样例', documentNumber: '410899199001010016' };
for (const temperature of [36.1, 36.2, 36.3])
  add('checkpoint-passes', {
    plate: '豫HQ9999',
    driverName: person.name,
    documentNumber: person.documentNumber,
    temperature,
  });
add('permits', { number: '410821009999', plate: '豫HQ9999', driverName: '样例乙' });
add('households', { ...person, phone: '19900001234' });
const bulk = [...manyPassages(30_000, 3)].map((row) => ({ ...row, sequence: 1 }));
tables.get('checkpoint-passes')?.loadBlock(encodeRows(bulk));

const told = async (text: string, limit = 2) =>
  (await search(text, limit)).map(({ ledger, count, hits }) => [
    ledger,
    count,
    ...hits.map(({ field }) => field),
  ]);

it.each([
  ['a plate', '豫H·Q9999', ['checkpoint-passes', 3, 'plate', 'plate'], ['permits', 1, 'plate']],
  ['a part of a number', '410821009999', ['permits', 1, 'number']],
  ['a phone', '199 0000 1234', ['households', 1, 'phone']],
  [
    'an identity number',
    person.documentNumber,
    ['checkpoint-passes', 3, 'documentNumber', 'documentNumber'],
    ['households', 1, 'documentNumber'],
  ],
  [
    'pinyin initials',
    'aygl',
    ['checkpoint-passes', 3, 'driverName', 'driverName'],
    ['households', 1, 'name'],
  ],
] as const)('finds %s in every ledger, with the number of records in each', async (...given) => {
  const [, text, ...wanted] = given;
  expect(await told(text)).toEqual(wanted);
});

it('stops for the next search, and finds nothing for nothing', async () => {
  const stopped = search(person.documentNumber, 1);
  const next = search('410821009999', 1);
  expect(await stopped).toEqual([]);
  expect((await next).map(({ ledger }) => ledger)).toEqual(['permits']);
  expect(await search('  ', 5)).toEqual([]);
});
