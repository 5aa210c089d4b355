import fc from 'fast-check';
import { strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';
import { expect, test } from 'vitest';
import { joinBytes, PlatformDeflate } from '../../../../shared/exchange/write/platformDeflate';

test('what is written in pieces comes out of the package whole, beside parts of another deflater', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 3_000 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(pieces, pieces, async (first, second) => {
      const chunks: Uint8Array[] = [];
      const zip = new Zip((error, chunk) => {
        if (error) throw error;
        chunks.push(chunk);
      });
      const small = new ZipDeflate('small.xml');
      zip.add(small);
      small.push(strToU8('<small/>'), true);
      for (const [path, written] of [
        ['first.xml', first],
        ['second.xml', second],
      ] as const) {
        const part = new PlatformDeflate(path);
        zip.add(part);
        for (const piece of written) await part.push(piece);
        await part.end();
      }
      zip.end();
      const parts = unzipSync(joinBytes(chunks));
      expect(parts['first.xml']).toEqual(joinBytes(first));
      expect(parts['second.xml']).toEqual(joinBytes(second));
      expect(parts['small.xml']).toEqual(strToU8('<small/>'));
    }),
    { numRuns: 100 },
  );
});

test('a part that nobody wants any more is let go of', async () => {
  const part = new PlatformDeflate('sheet1.xml');
  await part.push(strToU8('<row/>'));
  await expect(part.abandon()).resolves.toBeUndefined();
});
