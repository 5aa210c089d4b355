import fc from 'fast-check';
import type { RowId } from '../../shared/kernel/ids';
import { newRowId } from '../../shared/kernel/ids';
import { toInstant } from '../../shared/kernel/time';
import type { StoredValue } from '../../shared/ledger/field';
import type { StoredRow } from '../../renderer/store/table/block/rowBlock';

/** Any text a cell may hold: rare characters, pairs and halves of surrogates, nothing at all. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', '豫H12345', '410899199001011234', '𬭎', '𠅤例春', '\u0000', '__proto__'),
);

export const anyNumber = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -50, max: 50 }),
  fc.integer({ min: 300, max: 420 }).map((tenths) => tenths / 10),
  fc.integer({ min: 1_640_000_000, max: 1_660_000_000 }).map((seconds) => seconds * 1000),
  fc.constantFrom(0, -0, 2 ** 53, -(2 ** 53), 0.1 + 0.2, 1e300, 5e-324),
);

const anyScalar = fc.oneof(anyText, anyNumber, fc.boolean());

export const anyValue: fc.Arbitrary<StoredValue> = fc.oneof(
  anyText,
  anyNumber,
  fc.boolean(),
  fc.array(anyText, { maxLength: 3 }),
  fc.array(fc.dictionary(anyText, anyScalar, { maxKeys: 3, noNullPrototype: true }), {
    maxLength: 3,
  }),
);

export const anyRowId: fc.Arbitrary<RowId> = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 48 - 1 }), fc.uint8Array({ minLength: 10, maxLength: 10 }))
  .map(([time, chance]) => newRowId(time, () => chance));

const anyInstant = fc.integer({ min: -1e12, max: 3e12 }).map(toInstant);

/** Rows whose columns mostly hold one kind of value, and sometimes another. */
export const anyStoredRows: fc.Arbitrary<readonly StoredRow[]> = fc.array(
  fc
    .tuple(
      fc.oneof(
        { arbitrary: anyRowId, weight: 9 },
        { arbitrary: anyText.map((text) => text as RowId), weight: 1 },
      ),
      fc.record(
        {
          plate: anyText,
          passedAt: anyNumber,
          outcome: fc.constantFrom('放行', '劝返'),
          isKey: fc.boolean(),
          anything: anyValue,
        },
        { requiredKeys: [], noNullPrototype: true },
      ),
      fc.dictionary(anyText, anyValue, { maxKeys: 2, noNullPrototype: true }),
      fc.option(anyInstant, { nil: undefined }),
      fc.integer({ min: 0, max: 1e9 }),
    )
    .map(([id, known, others, deletedAt, sequence]): StoredRow => ({
      id,
      values: { ...others, ...known },
      ...(deletedAt === undefined ? {} : { deletedAt }),
      sequence,
    })),
  { maxLength: 20 },
);
