import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter, Query } from '../../../../renderer/store/contract';
import type { Table } from '../../../../renderer/store/table/contract';
import { createTable } from '../../../../renderer/store/table/createTable';
import type { RowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';
import type { RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { createPlainTable } from '../../../support/plainTable';
import {
  everyKind,
  fieldNames,
  idOf,
  services,
  sortable,
  valueOf,
} from '../../../support/everyKind';

const runs = Number(process.env['COUNTYLINE_RUNS'] ?? 150);

type Step =
  | { readonly type: 'insert'; readonly values: RowValues }
  | {
      readonly type: 'update';
      readonly row: number;
      readonly values: Readonly<Record<string, StoredValue | null>>;
    }
  | { readonly type: 'delete' | 'restore'; readonly row: number }
  /** Everything through blocks of so many rows into a table that has nothing yet. */
  | { readonly type: 'reopen'; readonly blockRows: number };

const row = fc.nat(200);
const values = fc.record(Object.fromEntries(fieldNames.map((name) => [name, valueOf(name)])), {
  requiredKeys: [],
  noNullPrototype: true,
}) as fc.Arbitrary<RowValues>; // absent fields are absent
const change = fc
  .uniqueArray(fc.constantFrom(...fieldNames), { minLength: 0, maxLength: 3 })
  .chain((names) =>
    fc.record(
      Object.fromEntries(names.map((name) => [name, fc.option(valueOf(name), { freq: 4 })])),
      { noNullPrototype: true },
    ),
  );
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: values.map((given): Step => ({ type: 'insert', values: given })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(row, change)
      .map(([at, given]): Step => ({ type: 'update', row: at, values: given })),
  },
  { weight: 2, arbitrary: row.map((at): Step => ({ type: 'delete', row: at })) },
  { weight: 1, arbitrary: row.map((at): Step => ({ type: 'restore', row: at })) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 40 })
      .map((blockRows): Step => ({ type: 'reopen', blockRows })),
  },
);

const bound = fc.oneof(fc.integer({ min: -5, max: 45 }), valueOf('passedAt'), valueOf('day'));
const filter: fc.Arbitrary<Filter> = fc.constantFrom(...fieldNames, 'nowhere').chain(
  (field) =>
    fc
      .oneof(
        fc.constantFrom({ type: 'blank' } as const, { type: 'filled' } as const),
        fc.constantFrom('', '豫', 'h1', 'Ａ', '·', '"', '41', '春', '.', 'true').map((text) => ({
          type: 'contains' as const,
          text,
        })),
        valueOf(field === 'nowhere' ? 'plate' : field).map((value) => ({
          type: 'equals' as const,
          value,
        })),
        fc
          .array(valueOf(field === 'nowhere' ? 'plate' : field), { maxLength: 3 })
          .map((several) => ({
            type: 'oneOf' as const,
            values: several.flat().filter((one) => typeof one !== 'object'),
          })),
        fc
          .record({ from: bound, to: bound }, { requiredKeys: [], noNullPrototype: true })
          .map((ends) => ({ type: 'between' as const, ...ends })),
      )
      .map((test) => ({ field, test }) as Filter), // ends are texts or numbers
);
const search = fc.constantFrom(
  '',
  ' ',
  '豫h',
  'ＨＡ1',
  '豫H·1',
  'zlc',
  'lc',
  '阿例',
  '例·春',
  '高速',
  '国道',
  '4108',
  '41 08',
  '-',
  '绿',
  '"',
  'x',
  idOf(1),
);
const query: fc.Arbitrary<Query> = fc
  .record(
    {
      filters: fc.array(filter, { maxLength: 2 }),
      search,
      sort: fc.array(
        fc.record({ field: fc.constantFrom(...sortable, 'nowhere'), descending: fc.boolean() }),
        { maxLength: 3 },
      ),
      deleted: fc.constantFrom('without' as const, 'with' as const, 'only' as const),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((parts) => ({ ledger: everyKind.id, ...parts }));

/** Both tables after the same steps. */
function carryOut(steps: readonly Step[], isLog: boolean): readonly [Table, Table] {
  const definition = { ...everyKind, grows: isLog };
  let plain = createPlainTable(definition, services);
  let columns = createTable(definition, services);
  steps.forEach((one, index) => {
    const sequence = index + 1;
    if (one.type === 'insert') {
      const id = idOf(index);
      expect(columns.insert(id, one.values, sequence)).toBe(plain.insert(id, one.values, sequence));
    } else if (one.type === 'reopen') {
      const again = [
        createPlainTable(definition, services),
        createTable(definition, services),
      ] as const;
      for (let from = 0; from < plain.size; from += one.blockRows) {
        const to = from + one.blockRows;
        again[0].loadBlock(plain.encodeBlock(from, to));
        again[1].loadBlock(columns.encodeBlock(from, to));
      }
      [plain, columns] = again;
    } else if (plain.size > 0) {
      const ordinal = one.row % plain.size;
      for (const table of [plain, columns])
        if (one.type === 'update') table.update(ordinal, one.values, sequence);
        else
          table.setDeleted(
            ordinal,
            one.type === 'delete' ? toInstant(1_648_000_000_000 + index) : undefined,
            sequence,
          );
    }
  });
  return [plain, columns];
}

const history = fc.tuple(fc.array(step, { maxLength: 60, size: 'max' }), fc.boolean());

/** Runs the same question on both tables after any history and expects the same answer. */
function agree<Q>(question: fc.Arbitrary<Q>, answer: (table: Table, question: Q) => unknown): void {
  fc.assert(
    fc.property(
      history,
      fc.array(question, { minLength: 1, maxLength: 8 }),
      ([steps, isLog], questions) => {
        const [plain, columns] = carryOut(steps, isLog);
        for (const one of questions) expect(answer(columns, one)).toEqual(answer(plain, one));
      },
    ),
    { numRuns: runs },
  );
}

const everyRow = (table: Table) => Array.from({ length: table.size }, (_, ordinal) => ordinal);

describe('columns answer as plain rows do', () => {
  it('holds the same rows', () =>
    agree(fc.constant(undefined), (table) => ({
      size: table.size,
      live: table.liveRows,
      rows: everyRow(table).map((ordinal) => table.rowAt(ordinal)),
      sequences: everyRow(table).map((ordinal) => table.lastSequence(ordinal)),
      found: everyRow(table).map((ordinal) => table.ordinalOf(table.rowAt(ordinal).id)),
      missing: table.ordinalOf(idOf(9999)),
      strange: table.ordinalOf('x' as RowId),
      values: everyRow(table).map((ordinal) =>
        [...fieldNames, 'nowhere'].map((name) => table.valueAt(ordinal, name)),
      ),
    })));

  it('selects the same rows in the same order', () =>
    agree(query, (table, one) => [...table.select(one)]));

  it('gives the same first page', () =>
    agree(fc.tuple(query, fc.nat(7)), (table, [one, limit]) => [...table.selectFirst(one, limit)]));

  it('counts the same', () => agree(query, (table, one) => table.count(one)));

  it('judges a single row the same', () =>
    agree(
      fc.tuple(fc.array(filter, { maxLength: 2 }), fc.option(search, { nil: undefined })),
      (table, [filters, text]) =>
        everyRow(table).map((ordinal) => table.matches(ordinal, filters, text)),
    ));

  it('groups and sums the same', () => {
    const by = fc.array(fc.constantFrom('passedAt:day', 'outcome:day', 'nowhere', ...fieldNames), {
      maxLength: 3,
    });
    const sums = fc.array(fc.constantFrom('count', 'temperature', 'plate', 'nowhere'), {
      maxLength: 2,
    });
    agree(fc.tuple(query, by, sums), (table, [one, names, added]) =>
      table.aggregate(one, names, added),
    );
  });

  it('lists the same distinct values', () =>
    agree(
      fc.tuple(fc.constantFrom('nowhere', ...fieldNames), fc.integer({ min: 1, max: 9 })),
      (table, [name, limit]) => table.distinct(name, limit),
    ));

  it('adds up the same totals', () =>
    agree(query, (table, one) =>
      table.totals(table.select(one), ['count', 'temperature', 'plate', 'nowhere']),
    ));

  it('matches the same records', () => {
    const question = fc
      .uniqueArray(fc.constantFrom(...fieldNames, 'nowhere'), { maxLength: 3 })
      .chain((names) =>
        fc.tuple(
          fc.constant(names),
          fc.array(
            fc.oneof(
              {
                weight: 9,
                arbitrary: fc.tuple(
                  ...names.map((name) => valueOf(name === 'nowhere' ? 'plate' : name)),
                ),
              },
              { weight: 1, arbitrary: fc.constant([]) },
            ),
            { maxLength: 12 },
          ),
        ),
      );
    agree(question, (table, [names, keys]) => table.match(names, keys as StoredValue[][]));
  });

  it('knows the same vehicles', () =>
    agree(
      fc.tuple(
        fc.constantFrom('', '豫', '豫H', '豫h·1', 'H1', '1', 'zz'),
        fc.integer({ min: 1, max: 5 }),
      ),
      (table, [prefix, limit]) => table.vehicles('plate', 'passedAt', prefix, limit),
    ));
});
