import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  scanFrames,
  writeFrame,
  type Frame,
} from '../../../../renderer/store/worker/stored/journalFrames';
import { joinBytes } from '../../../../renderer/store/worker/stored/deflate';

const frames = fc.array(
  fc.record({
    kind: fc.integer({ min: 1, max: 4 }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 80 }).map((bytes) => new Uint8Array(bytes)),
  }),
  { minLength: 1, maxLength: 12 },
);
const fileOf = (list: readonly Frame[]) => joinBytes(list.map(writeFrame));
const plain = (list: readonly Frame[]) =>
  list.map(({ kind, bytes }) => ({ kind, bytes: [...bytes] }));

it('gives back what was written, and knows that the file is whole', async () => {
  await fc.assert(
    fc.asyncProperty(frames, async (list) => {
      const file = fileOf(list);
      const scan = await scanFrames(file);
      expect(plain(scan.frames)).toEqual(plain(list));
      expect(scan.wholeBytes).toBe(file.length);
    }),
  );
});

it('keeps every frame but the last, wherever the end is cut', async () => {
  await fc.assert(
    fc.asyncProperty(frames, fc.double({ min: 0, max: 1, noNaN: true }), async (list, part) => {
      const file = fileOf(list);
      const lastBytes = writeFrame(list.at(-1) ?? { kind: 1, bytes: new Uint8Array() }).length;
      const cut = 1 + Math.floor(part * (lastBytes - 1));
      const scan = await scanFrames(file.slice(0, file.length - cut));
      expect(plain(scan.frames)).toEqual(plain(list.slice(0, -1)));
      expect(scan.wholeBytes).toBe(file.length - lastBytes);
    }),
  );
});

it('finds every other frame again after a flipped bit', async () => {
  await fc.assert(
    fc.asyncProperty(frames, fc.nat(), fc.nat(), async (list, chosen, bit) => {
      const index = chosen % list.length;
      const file = fileOf(list);
      const before = fileOf(list.slice(0, index)).length;
      const own = writeFrame(list[index] ?? { kind: 1, bytes: new Uint8Array() }).length;
      const at = before + (bit % own);
      file[at] = (file[at] ?? 0) ^ (1 << (bit % 8));
      const scan = await scanFrames(file);
      const others = plain(list.filter((_, other) => other !== index));
      expect(plain(scan.frames)).toEqual(expect.arrayContaining(others));
      expect(scan.wholeBytes).toBe(before);
    }),
  );
});

it('lets other work have its turn in a long file', async () => {
  const file = fileOf(
    Array.from({ length: 9 }, () => ({ kind: 2, bytes: new Uint8Array(1 << 20) })),
  );
  let isDone = false;
  const scan = scanFrames(file).finally(() => {
    isDone = true;
  });
  // without a turn for others it would be done when what follows at once is done
  for (let step = 0; step < 100; step++) await Promise.resolve();
  expect(isDone).toBe(false);
  expect((await scan).frames).toHaveLength(9);
});
