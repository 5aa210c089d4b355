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

it('gives back what was written, and knows that the file is whole', () => {
  fc.assert(
    fc.property(frames, (list) => {
      const file = fileOf(list);
      const scan = scanFrames(file);
      expect(plain(scan.frames)).toEqual(plain(list));
      expect(scan.wholeBytes).toBe(file.length);
    }),
  );
});

it('keeps every frame but the last, wherever the end is cut', () => {
  fc.assert(
    fc.property(frames, fc.double({ min: 0, max: 1, noNaN: true }), (list, part) => {
      const file = fileOf(list);
      const lastBytes = writeFrame(list.at(-1) ?? { kind: 1, bytes: new Uint8Array() }).length;
      const cut = 1 + Math.floor(part * (lastBytes - 1));
      const scan = scanFrames(file.slice(0, file.length - cut));
      expect(plain(scan.frames)).toEqual(plain(list.slice(0, -1)));
      expect(scan.wholeBytes).toBe(file.length - lastBytes);
    }),
  );
});

it('finds every other frame again after a flipped bit', () => {
  fc.assert(
    fc.property(frames, fc.nat(), fc.nat(), (list, chosen, bit) => {
      const index = chosen % list.length;
      const file = fileOf(list);
      const before = fileOf(list.slice(0, index)).length;
      const own = writeFrame(list[index] ?? { kind: 1, bytes: new Uint8Array() }).length;
      const at = before + (bit % own);
      file[at] = (file[at] ?? 0) ^ (1 << (bit % 8));
      const scan = scanFrames(file);
      const others = plain(list.filter((_, other) => other !== index));
      expect(plain(scan.frames)).toEqual(expect.arrayContaining(others));
      expect(scan.wholeBytes).toBe(before);
    }),
  );
});
