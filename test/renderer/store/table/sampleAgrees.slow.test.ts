import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Filter, Query } from '../../../../renderer/store/contract';
import type { Table } from '../../../../renderer/store/table/contract';
import { createTable } from '../../../../renderer/store/table/createTable';
import { newRowId } from '../../../../shared/kernel/ids';
import { startOfDay, toInstant } from '../../../../shared/kernel/time';
import { checkpointPasses } from '../../../../shared/ledgers/checkpointPasses';
import { firstDay } from '../../../../shared/sample/places';
import { seededRandom } from '../../../../shared/sample/random';
import { sampleCounty } from '../../../../shared/sample/sampleCounty';
import { createPlainTable } from '../../../support/plainTable';

const ledger = checkpointPasses.id;
const checkpoints = new Map<string, string>();
const services = {
  describe: (_: string, id: string) => checkpoints.get(id),
  initialsOf: (text: string) => text.replaceAll('例', 'l').replaceAll('春', 'c'),
};
const plain = createPlainTable(checkpointPasses, services);
let columns: Table = createTable(checkpointPasses, services);

/** 20,000 passages, some corrected, some voided, half of them read back from blocks. */
beforeAll(() => {
  const tables = [plain, columns];
  for (const batch of sampleCounty()) {
    for (const { id, values } of batch.rows) {
      if (batch.ledger === 'checkpoints') checkpoints.set(id, String(values['name']));
      if (batch.ledger === ledger) for (const table of tables) table.insert(id, values, 1);
    }
  }
  const random = seededRandom(7);
  for (let change = 0; change < 600; change++) {
    const ordinal = random.int(plain.size);
    const other = plain.rowAt(random.int(plain.size)).values;
    const values = random.chance(0.5)
      ? { plate: other['plate'] ?? null, passedAt: other['passedAt'] ?? null }
      : { temperature: null, outcome: '劝返', grounds: `第 ${change} 次更正`, origin: null };
    for (const table of tables) {
      table.update(ordinal, values, 2);
      if (change % 3 === 0) table.setDeleted(ordinal + 1, toInstant(1_648_000_000_000), 3);
    }
  }
  const again = createTable(checkpointPasses, services);
  for (let from = 0; from < columns.size; from += 1500)
    again.loadBlock(columns.encodeBlock(from, from + 1500));
  columns = again;
}, 60_000);

const day = startOfDay(firstDay);
const hours = (from: number, to: number): Filter => ({
  field: 'passedAt',
  test: { type: 'between', from: day + from * 3_600_000, to: day + to * 3_600_000 },
});
const plate = () => plain.valueAt(77, 'plate') ?? '';
const filters: Readonly<Record<string, () => readonly Filter[]>> = {
  'no filter': () => [],
  'one vehicle': () => [{ field: 'plate', test: { type: 'equals', value: plate() } }],
  'a common outcome': () => [{ field: 'outcome', test: { type: 'equals', value: '放行' } }],
  'a rare code at night': () => [
    { field: 'healthCode', test: { type: 'oneOf', values: ['红', '黄'] } },
    hours(20, 32),
  ],
  'part of a number': () => [
    { field: 'documentNumber', test: { type: 'contains', text: '4108991' } },
  ],
  'no test': () => [{ field: 'testSampledAt', test: { type: 'blank' } }],
  'a fever without companions': () => [
    { field: 'temperature', test: { type: 'between', from: 37.3 } },
    { field: 'passengers', test: { type: 'blank' } },
  ],
};
const sorts: readonly NonNullable<Query['sort']>[] = [
  [],
  [{ field: 'passedAt', descending: true }],
  [{ field: 'plate', descending: false }],
  [{ field: 'driverName', descending: true }],
  [
    { field: 'checkpoint', descending: false },
    { field: 'temperature', descending: true },
  ],
  [
    { field: 'outcome', descending: true },
    { field: 'testSampledAt', descending: false },
  ],
];
const shown = (field: string, from = 0, to?: number) =>
  String(plain.valueAt(4_321, field)).slice(from, to);
const searches: Readonly<Record<string, () => string>> = {
  'a character': () => '春',
  'two characters': () => '云台',
  'the beginning of a plate': () => '豫h',
  'a plate': () => shown('plate'),
  'a number with a blank in it': () => '154 0',
  'part of a number': () => '41089919',
  'the end of a number': () => shown('documentNumber', -4),
  'the end of a phone number': () => shown('phone', 3),
  initials: () => 'lc',
  'a name': () => shown('driverName'),
  'the beginning of a name': () => shown('driverName', 0, 2),
  'the marks of a group': () => '"name":"',
  'part of a temperature': () => '.5',
};

const test = (field: string, of: Filter['test']): Filter => ({ field, test: of });
/** Most of them hold for thousands of rows. */
const conditions: readonly Filter[] = [
  test('direction', { type: 'equals', value: '进' }),
  test('outcome', { type: 'oneOf', values: ['放行', '劝返'] }),
  test('healthCode', { type: 'equals', value: '绿' }),
  test('dutyStaff', { type: 'contains', text: '春' }),
  test('plate', { type: 'contains', text: 'A' }),
  test('phone', { type: 'contains', text: '13' }),
  test('passengers', { type: 'filled' }),
  test('grounds', { type: 'blank' }),
  test('origin', { type: 'filled' }),
  test('testSampledAt', { type: 'blank' }),
  test('testSampledAt', { type: 'filled' }),
  test('temperature', { type: 'filled' }),
  test('temperature', { type: 'between', from: 36.5 }),
  test('temperature', { type: 'between', from: 36.2, to: 36.6 }),
  test('passengerCount', { type: 'oneOf', values: [0, 2] }),
  test('passengerCount', { type: 'between', to: 1 }),
  hours(20, 92),
];

/** One of four changes that a number stands for, the same to every table. */
function change(table: Table, number: number): void {
  const { size } = table;
  const ordinal = (number >> 2) % size;
  const other = table.rowAt((number >> 4) % size).values;
  const { temperature, direction, plate: otherPlate = null, testSampledAt = null } = other;
  const when = table.rowAt(ordinal).deletedAt === undefined ? 1_648_000_000_000 : undefined;
  if (number % 4 === 0)
    table.update(ordinal, { temperature: temperature ?? 41, plate: otherPlate, outcome: null }, 4);
  else if (number % 4 === 1)
    table.update(ordinal, { testSampledAt, direction: direction ?? null, phone: null }, 4);
  else if (number % 4 === 2)
    table.setDeleted(ordinal, when === undefined ? undefined : toInstant(when), 4);
  else
    table.insert(
      newRowId(1_649_000_000_000 + size, (length) => new Uint8Array(length)),
      other,
      4,
    );
}

describe('over the sample county columns answer as plain rows do', () => {
  it.each(Object.keys(filters))('%s, in every order', (name) => {
    for (const sort of sorts) {
      const query = { ledger, filters: filters[name]?.() ?? [], sort };
      const rows = plain.select(query);
      expect([...columns.select(query)]).toEqual([...rows]);
      expect([...columns.selectFirst(query, 50)]).toEqual([...rows.slice(0, 50)]);
      expect(columns.count(query)).toBe(rows.length);
    }
  });

  it.each(Object.keys(searches))('searches for %s', (name) => {
    const query = { ledger, search: searches[name]?.() ?? '' };
    const rows = plain.select(query);
    expect(rows.length).toBeGreaterThan(0);
    expect([...columns.select(query)]).toEqual([...rows]);
    expect(columns.firstPage(query, 50)).toEqual({
      ordinals: rows.slice(0, 50),
      count: rows.length,
    });
    const filtered = { ...query, filters: filters['a common outcome']?.() ?? [] };
    expect(columns.firstPage(filtered, 50)).toEqual(plain.firstPage(filtered, 50));
  });

  it('joins any conditions while rows are corrected, voided and added', () => {
    const condition = fc.constantFrom(...conditions);
    const question = fc.record({
      filters: fc.array(condition, { minLength: 1, maxLength: 3 }),
      search: fc.constantFrom('', '', '豫', '春'),
      sort: fc.constantFrom(...sorts),
      deleted: fc.constantFrom('without' as const, 'with' as const, 'only' as const),
    });
    const questions = fc.array(question, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 3 }), questions, (changed, asked) => {
        for (const number of changed) for (const table of [plain, columns]) change(table, number);
        for (const one of asked) {
          const query = { ledger, ...one };
          const rows = plain.select(query);
          const page = { ordinals: rows.slice(0, 50), count: rows.length };
          expect(columns.firstPage(query, 50)).toEqual(page);
          expect(columns.select(query)).toEqual(rows);
          // again, along the order that selecting has made
          expect(columns.firstPage(query, 50)).toEqual(page);
        }
      }),
      { numRuns: Number(process.env['COUNTYLINE_RUNS'] ?? 40) },
    );
  });

  it('groups by day and checkpoint, lists what is distinct, knows its vehicles', () => {
    const by = ['passedAt:day', 'checkpoint'];
    expect(columns.aggregate({ ledger }, by, ['passengerCount'])).toEqual(
      plain.aggregate({ ledger }, by, ['passengerCount']),
    );
    expect(columns.distinct('plate', 50)).toEqual(plain.distinct('plate', 50));
    for (const prefix of ['', '豫H', '豫h·D', '0001'])
      expect(columns.vehicles('plate', 'passedAt', prefix, 8)).toEqual(
        plain.vehicles('plate', 'passedAt', prefix, 8),
      );
    const keys = [3, 77, 4_000].map((ordinal) =>
      ['plate', 'passedAt'].map((field) => plain.valueAt(ordinal, field) ?? ''),
    );
    expect(columns.match(['plate', 'passedAt'], keys)).toEqual(
      plain.match(['plate', 'passedAt'], keys),
    );
  });

  it('has every row', () => {
    for (let ordinal = 0; ordinal < plain.size; ordinal++)
      expect(columns.rowAt(ordinal)).toEqual(plain.rowAt(ordinal));
  });
});
