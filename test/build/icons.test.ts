import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = 'build/icons';
const pngSignature = '89504e470d0a1a0a';

/** The side of a square PNG as its own header says it. */
function sideOf(png: Buffer): number {
  expect(png.toString('hex', 0, 8)).toBe(pngSignature);
  expect(png.readUInt32BE(20), 'it is square').toBe(png.readUInt32BE(16));
  return png.readUInt32BE(16);
}

it('has a picture of every size that Linux asks for, named by its size', () => {
  const names = readdirSync(join(folder, 'linux'));
  const sides = names.map((name) => sideOf(readFileSync(join(folder, 'linux', name))));
  expect(names).toEqual(sides.map((side) => `${side}x${side}.png`));
  expect(sides.toSorted((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 128, 256, 512]);
});

it('has for Windows one file whose directory tells the truth about its pictures', () => {
  const ico = readFileSync(join(folder, 'icon.ico'));
  const pictures = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const start = ico.readUInt32LE(entry + 12);
    const end = start + ico.readUInt32LE(entry + 8);
    expect(sideOf(ico.subarray(start, end)) % 256).toBe(ico.readUInt8(entry));
    return { side: sideOf(ico.subarray(start, end)), end };
  });
  expect(pictures.map(({ side }) => side)).toEqual([16, 24, 32, 48, 64, 128, 256]);
  expect(pictures.at(-1)?.end).toBe(ico.length);
});

it('has for macOS one file of pictures, each behind its kind and length', () => {
  const icns = readFileSync(join(folder, 'icon.icns'));
  expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
  const sides: Record<string, number> = {};
  for (let start = 8; start < icns.length; start += icns.readUInt32BE(start + 4)) {
    const end = start + icns.readUInt32BE(start + 4);
    sides[icns.toString('latin1', start, start + 4)] = sideOf(icns.subarray(start + 8, end));
  }
  // Apple's kinds; ic10 is what the Finder draws large.
  expect(sides).toEqual({
    ic07: 128,
    ic08: 256,
    ic09: 512,
    ic10: 1024,
    ic11: 32,
    ic12: 64,
    ic13: 256,
    ic14: 512,
  });
});
