import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeRows } from '../../../../renderer/store/table/block/rowBlock';
import { deflate, deflateBlock, inflate } from '../../../../renderer/store/worker/stored/deflate';
import { manyPassages } from '../../../../shared/sample/sampleCounty';

it('unpacks what either way has packed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 70_000 }), async (given) => {
      const bytes = new Uint8Array(given);
      expect(await inflate(deflateBlock(bytes))).toEqual(bytes);
      expect(await inflate(await deflate(bytes))).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

it('packs passages fast at the cost of a tenth of the room at most', async () => {
  const rows = [...manyPassages(4_096, 1)].map((row) => ({ ...row, sequence: 0 }));
  const block = encodeRows(rows);
  const packed = deflateBlock(block);
  expect(await inflate(packed)).toEqual(block);
  expect(packed.length).toBeLessThan(1.1 * (await deflate(block)).length);
});
