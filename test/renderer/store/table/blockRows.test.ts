import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeRows } from '../../../../renderer/store/table/block/rowBlock';
import { BlockRows } from '../../../../renderer/store/table/columns/blockRows';
import { anyRowId, anyStoredRows } from '../../../support/storedValues';

it('finds each row of a block by its id, with the values it has, and no other', () => {
  fc.assert(
    fc.property(anyStoredRows, anyRowId, (rows, stranger) => {
      const ids = new Set(rows.map(({ id }) => id));
      fc.pre(ids.size === rows.length && !ids.has(stranger));
      const found = new BlockRows(encodeRows(rows));
      expect(found.size).toBe(rows.length);
      expect(found.positionOf(stranger)).toBeUndefined();
      for (const [position, { id, values }] of rows.entries()) {
        expect(found.positionOf(id)).toBe(position);
        expect(found.valuesAt(position)).toStrictEqual(values);
      }
    }),
    { numRuns: 200 },
  );
});
