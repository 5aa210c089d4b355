import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter, Query } from '../../../../renderer/store/contract';
import type { Table } from '../../../../renderer/store/table/contract';
import { createTable } from '../../../../renderer/store/table/createTable';
import type { RowId } from '../../../../shared/kernel/ids';
import { toInstant } from '../../../../shared/kernel/time';
import type { LedgerDefinition, RowValues } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { createPlainTable } from '../../../support/plainTable';
import {
  everyKind,
  fieldNames,
  firstNames,
  idOf,
  servicesOf,
  sortable,
  valueOf,
} from '../../../support/everyKind';

const runs = Number(process.env['COUNTYLINE_RUNS'] ?? 40);

type Step =
  | { readonly type: 'insert'; readonly values: RowValues }
  | {
      readonly type: 'update';
      readonly row: number;
      readonly values: Readonly<Record<string, StoredValue | null>>;
    }
  | { readonly type: 'delete' | 'restore'; readonly row: number }
  /** A checkpoint gets another name: what refers to it is found and sorted by that. */
  | { readonly type: 'rename'; readonly checkpoint: number; readonly name: string }
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
      .tuple(fc.nat(3), fc.constantFrom('甲卡点', '乙卡点', '高速口卡点'))
      .map(([checkpoint, name]): Step => ({ type: 'rename', checkpoint, name })),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 40 })
      .map((blockRows): Step => ({ type: 'reopen', blockRows })),
  },
);

const bound = fc.oneof(
  fc.integer({ min: -5, max: 45 }),
  valueOf('recordedAt'),
  valueOf('passedAt'),
  valueOf('day'),
);
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
const words = fc.constantFrom(
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
/** Also what only two neighbouring values would hold together, were they one text. */
const search = fc.oneof(
  { weight: 3, arbitrary: words },
  {
    weight: 2,
    arbitrary: fc
      .tuple(valueOf('code'), valueOf('code'), fc.nat(3), fc.integer({ min: 1, max: 4 }))
      .map(([left, right, from, length]) => `${left}${right}`.slice(from, from + length)),
  },
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

/** Two tables that go through the same. */
class Pair {
  readonly #names = firstNames();
  #sequence = 0;
  tables: readonly [Table, Table];

  constructor(readonly definition: LedgerDefinition) {
    this.tables = this.#make();
  }

  #make(): readonly [Table, Table] {
    const services = servicesOf(this.#names);
    return [createPlainTable(this.definition, services), createTable(this.definition, services)];
  }

  carryOut(step: Step): void {
    const sequence = ++this.#sequence;
    const [plain, columns] = this.tables;
    switch (step.type) {
      case 'insert': {
        // Passages are mostly recorded one after the other, as they pass.
        const values = { ...step.values, recordedAt: 1_648_000_000_000 + sequence * 1000 };
        const ordinal = plain.insert(idOf(sequence), values, sequence);
        expect(columns.insert(idOf(sequence), values, sequence)).toBe(ordinal);
        break;
      }
      case 'rename':
        this.#names.set(idOf(step.checkpoint), step.name);
        break;
      case 'reopen': {
        const again = this.#make();
        for (let from = 0; from < plain.size; from += step.blockRows)
          again.forEach((table, index) =>
            table.loadBlock(
              this.tables[index === 0 ? 0 : 1].encodeBlock(from, from + step.blockRows),
            ),
          );
        this.tables = again;
        break;
      }
      default:
        if (plain.size === 0) return;
        for (const table of this.tables) {
          const ordinal = step.row % table.size;
          if (step.type === 'update') table.update(ordinal, step.values, sequence);
          else
            table.setDeleted(
              ordinal,
              step.type === 'delete' ? toInstant(1_648_000_000_000 + sequence) : undefined,
              sequence,
            );
        }
    }
  }
}

const history = fc.array(fc.array(step, { maxLength: 25, size: 'max' }), {
  minLength: 1,
  maxLength: 4,
});

/** Asks both tables the same at several moments of any history, and expects the same answers. */
function agree<Q>(question: fc.Arbitrary<Q>, answer: (table: Table, question: Q) => unknown): void {
  const questions = fc.array(question, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(history, fc.boolean(), questions, (chapters, isLog, asked) => {
      const pair = new Pair({ ...everyKind, grows: isLog });
      for (const chapter of chapters) {
        for (const one of chapter) pair.carryOut(one);
        const [plain, columns] = pair.tables;
        for (const one of asked) expect(answer(columns, one)).toEqual(answer(plain, one));
      }
    }),
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
    agree(fc.tuple(query, fc.nat(7)), (table, [one, limit]) => ({
      first: [...table.selectFirst(one, limit)],
      page: table.firstPage(one, limit),
    })));

  it('counts the same', () => agree(query, (table, one) => table.count(one)));

  it('judges a single row the same', () =>
    agree(
      fc.tuple(fc.array(filter, { maxLength: 2 }), fc.option(search, { nil: undefined })),
      (table, [filters, text]) =>
        everyRow(table).map((ordinal) => table.matches(ordinal, filters, text)),
    ));

  it('groups and sums the same', () => {
    const by = fc.array(
      fc.constantFrom('passedAt:day', 'recordedAt:day', 'outcome:day', 'nowhere', ...fieldNames),
      {
        maxLength: 3,
      },
    );
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
