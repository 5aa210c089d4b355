import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../../../shared/kernel/time';
import { manyPassages, sampleCounty } from '../../../../shared/sample/sampleCounty';
import { decodeRows, encodeRows } from '../../../../renderer/store/table/block/rowBlock';
import { anyRowId, anyStoredRows } from '../../../support/storedValues';

describe('a block of rows', () => {
  it('gives back any rows exactly as they were', () => {
    fc.assert(
      fc.property(anyStoredRows, (rows) => {
        expect(decodeRows(encodeRows(rows))).toStrictEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'takes a field called %s from the rows that have it, not from what every object inherits',
    (name) => {
      const [first, second] = fc.sample(fc.tuple(anyRowId, anyRowId), 1)[0] ?? [];
      if (!first || !second) throw new Error('no ids');
      const own: Record<string, number> = Object.fromEntries([[name, 0]]);
      const rows = [
        { id: first, values: own, sequence: 0 },
        { id: second, values: {}, sequence: 0 },
      ];
      expect(decodeRows(encodeRows(rows))).toStrictEqual(rows);
    },
  );

  it('gives back the sample county', () => {
    for (const { rows } of sampleCounty()) {
      const stored = rows.map((row, index) => ({ ...row, sequence: index >> 8 }));
      expect(decodeRows(encodeRows(stored))).toStrictEqual(stored);
    }
  });

  it('takes less than a fifth of the same rows as JSON', () => {
    const rows = [...manyPassages(4096, 1)].map((row) => ({ ...row, sequence: 7 }));
    expect(encodeRows(rows).length).toBeLessThan(JSON.stringify(rows).length / 5);
  });

  it('reads a block that lies inside other bytes', () => {
    const rows = [...manyPassages(10, 1)].map((row) => ({
      ...row,
      deletedAt: toInstant(1.5),
      sequence: 7,
    }));
    const block = encodeRows(rows);
    const around = new Uint8Array(block.length + 5);
    around.set(block, 3);
    expect(decodeRows(around.subarray(3, 3 + block.length))).toStrictEqual(rows);
  });

  it('refuses bytes that are no block, of another version, or cut', () => {
    const rows = fc
      .sample(anyRowId, 3)
      .map((id) => ({ id, values: { a: 1, b: 'x' }, sequence: 1 }));
    const block = encodeRows(rows);
    expect(() => decodeRows(new Uint8Array())).toThrow();
    expect(() => decodeRows(new TextEncoder().encode('[{"id":1}]'))).toThrow('Not a block');
    expect(() => decodeRows(block.with(1, 9))).toThrow('version 9');
    for (let length = 0; length < block.length; length++)
      expect(() => decodeRows(block.subarray(0, length))).toThrow();
  });
});
