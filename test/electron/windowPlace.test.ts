import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow, smallest, type Area } from '../../electron/windowPlace';

const laptop: Area = { x: 0, y: 0, width: 1366, height: 728 };
const wall: Area = { x: 1366, y: -200, width: 1920, height: 1040 };
const stored = (place: object) => JSON.stringify({ maximized: false, ...place });

describe('the window opens', () => {
  const cases = [
    ['for the first time', undefined, [laptop], { width: 1366, height: 728, maximized: false }],
    [
      'where it was',
      stored({ x: 40, y: 20, width: 1200, height: 700 }),
      [laptop],
      { x: 40, y: 20, width: 1200, height: 700, maximized: false },
    ],
    [
      'where it was, on the second screen',
      stored({ x: 1500, y: -100, width: 1800, height: 900, maximized: true }),
      [laptop, wall],
      { x: 1500, y: -100, width: 1800, height: 900, maximized: true },
    ],
    [
      'on the laptop, now that the second screen is gone',
      stored({ x: 1500, y: -100, width: 1800, height: 900 }),
      [laptop],
      { width: 1366, height: 728, maximized: false },
    ],
    [
      'centred, where only a sliver could be reached',
      stored({ x: 1300, y: 10, width: 1200, height: 700 }),
      [laptop],
      { width: 1200, height: 700, maximized: false },
    ],
    [
      'centred, where its title bar would be above the screen',
      stored({ x: 0, y: -30, width: 1200, height: 700 }),
      [laptop],
      { width: 1200, height: 700, maximized: false },
    ],
  ] as const;

  it.each(cases)('%s', (_when, file, screens, place) => {
    expect(placeWindow(file, screens)).toEqual(place);
  });

  it.each([
    'not json',
    '',
    'null',
    '[]',
    '{"width":1200}',
    stored({ x: 0, y: 0, width: 1e99, height: 700 }),
    stored({ x: '0', y: 0, width: 1200, height: 700 }),
    stored({ x: 0, y: 0, width: 10, height: 10 }),
  ])('in the standard place where %s was stored', (file) => {
    expect(placeWindow(file, [laptop])).toEqual({ width: 1366, height: 728, maximized: false });
  });

  it('within reach, whatever was stored and whatever screens there are', () => {
    const number = fc.integer({ min: -5_000, max: 5_000 });
    const size = fc.integer({ min: smallest.width, max: 4_000 });
    fc.assert(
      fc.property(number, number, size, size, fc.boolean(), (x, y, width, height, both) => {
        const screens = both ? [laptop, wall] : [laptop];
        const place = placeWindow(stored({ x, y, width, height }), screens);
        if (place.x === undefined || place.y === undefined) return;
        const at = { x: place.x, y: place.y };
        expect(
          screens.some(
            (screen) =>
              at.y >= screen.y &&
              at.y < screen.y + screen.height &&
              at.x < screen.x + screen.width &&
              at.x + place.width > screen.x,
          ),
        ).toBe(true);
      }),
    );
  });
});
