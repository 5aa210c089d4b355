import { describe, expect, it } from 'vitest';
import { createTable } from '../../../../renderer/store/table/createTable';
import { collate, collator } from '../../../../renderer/store/table/query/collate';
import type { RowValues } from '../../../../shared/ledger/defineLedger';
import { seededRandom } from '../../../../shared/sample/random';
import { inventPerson } from '../../../../shared/sample/people';
import { everyKind, idOf } from '../../../support/everyKind';
import { createPlainTable } from '../../../support/plainTable';

describe('sorting more rows than are compared one by one', () => {
  const random = seededRandom(11);
  const numbers = [-2.5, -1, -0, 0, 0.1, 36.5, 1e12, -1e12, 1_648_000_000_000, 5e-324, -1e300];
  const plain = createPlainTable(everyKind);
  const columns = createTable(everyKind);
  for (let row = 0; row < 5_000; row++) {
    const values: RowValues = {
      ...(random.chance(0.9) ? { count: random.pick(numbers) } : {}),
      ...(random.chance(0.9) ? { temperature: 36 + random.int(40) / 10 } : {}),
      ...(random.chance(0.8) ? { driver: inventPerson(random).name } : {}),
      ...(random.chance(0.8) ? { code: String(random.int(300)).padStart(random.int(4), '0') } : {}),
    };
    for (const table of [plain, columns]) table.insert(idOf(row), values, 1);
  }

  const fields = ['count', 'temperature', 'driver', 'code'];
  const orders = fields.flatMap((first) =>
    fields.flatMap((second) => [true, false].map((descending) => ({ first, second, descending }))),
  );
  it.each(orders)('by $first, then $second, descending: $descending', (order) => {
    const query = {
      ledger: everyKind.id,
      sort: [
        { field: order.first, descending: order.descending },
        { field: order.second, descending: random.chance(0.5) },
      ],
    };
    const expected = [...plain.select(query)];
    expect([...columns.select(query)]).toEqual(expected);
    expect([...columns.selectFirst(query, 300)]).toEqual(expected.slice(0, 300));
  });
});

it('puts new rows into an order that it keeps', () => {
  const random = seededRandom(13);
  const plain = createPlainTable(everyKind);
  const columns = createTable(everyKind);
  const add = (row: number) => {
    const values: RowValues = {
      ...(random.chance(0.9) ? { count: random.int(50) } : {}),
      ...(random.chance(0.9) ? { code: `A${random.int(40)}` } : {}),
    };
    for (const table of [plain, columns]) table.insert(idOf(row), values, 1);
  };
  for (let row = 0; row < 4_500; row++) add(row);
  const orders = ['count', 'code'].flatMap((field) =>
    [true, false].flatMap((descending) => [
      [{ field, descending }],
      [
        { field, descending },
        { field: field === 'code' ? 'count' : 'code', descending: true },
      ],
    ]),
  );
  for (let round = 0; round < 4; round++) {
    for (const sort of orders) {
      const query = { ledger: everyKind.id, sort };
      const expected = plain.select(query);
      expect(columns.selectFirst(query, 90)).toEqual(expected.slice(0, 90));
      expect(columns.select(query)).toEqual(expected);
    }
    for (let added = 0; added < 7; added++) add(plain.size);
  }
});

it('sorts references by what the records are called now', () => {
  const names = new Map<string, string>([
    [idOf(1), '甲卡点'],
    [idOf(2), '乙卡点'],
  ]);
  const table = createTable(everyKind, { describe: (_, id) => names.get(id) });
  for (const row of [1, 2]) table.insert(idOf(10 + row), { checkpoint: idOf(row) }, 1);
  const query = { ledger: everyKind.id, sort: [{ field: 'checkpoint', descending: false }] };
  expect([...table.select(query)]).toEqual([0, 1]);
  names.set(idOf(1), '中卡点');
  expect([...table.select(query)]).toEqual([1, 0]);
});

describe('the order of texts', () => {
  const random = seededRandom(12);
  it.each([
    ['names', () => inventPerson(random).name],
    ['numbers', () => inventPerson(random).documentNumber],
    [
      'numbers in texts',
      () => `${random.pick(['甲', '乙', 'A', 'a', ''])}${random.int(2000)}号-${random.int(20)}`,
    ],
    ['leading zeros', () => '0'.repeat(random.int(3)) + String(random.int(30))],
    [
      'accents and case',
      () =>
        random.pick(['é', 'e', 'E', 'É', 'ö', 'oe', 'z', 'Z', 'ß', 'ss']) +
        random.pick(['', 'a', '·', ' ']),
    ],
    [
      'any characters',
      () => String.fromCodePoint(32 + random.int(0xd000), 32 + (random.int(0x1ffff) % 0xd000)),
    ],
  ])('is that of the collator for %s', (_, make) => {
    const texts = Array.from({ length: 3_000 }, make);
    const expected = [...texts.keys()].sort((a, b) =>
      collator.compare(texts[a] ?? '', texts[b] ?? ''),
    );
    const rankOf = (order: Iterable<number>) => [...order].map((index) => texts[index] ?? '');
    const found = rankOf(collate(texts));
    rankOf(expected).forEach((text, place) =>
      expect(collator.compare(text, found[place] ?? '')).toBe(0),
    );
  });
});
