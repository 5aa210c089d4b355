import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  characterOf,
  takeKey,
  type Burst,
  type KeyStroke,
  type Scan,
} from '../../../../renderer/features/desk/scan/scanDetector';

const plain = { shift: false, repeat: false, command: false, composing: false };
const codeOf = (letter: string) =>
  /[a-z]/i.test(letter) ? `Key${letter.toUpperCase()}` : `Digit${letter}`;

/** The key as a page sees it: with an input method on, only its place and Shift are told. */
function stroke(letter: string, atMs: number, ime: boolean): KeyStroke {
  const shift = /[A-Z]/.test(letter);
  const code = codeOf(letter);
  return { ...plain, shift, code, key: ime ? 'Process' : letter, composing: ime, atMs };
}

const enter = (atMs: number, ime = false): KeyStroke => ({
  ...plain,
  key: ime ? 'Process' : 'Enter',
  code: 'Enter',
  composing: ime,
  atMs,
});

function run(strokes: readonly KeyStroke[]): { scans: Scan[]; begins: number; left?: Burst } {
  let burst: Burst | undefined;
  const scans: Scan[] = [];
  let begins = 0;
  for (const one of strokes) {
    const step = takeKey(burst, one);
    burst = step.burst;
    if (step.begins) begins++;
    if (step.scan) scans.push(step.scan);
  }
  return { scans, begins, ...(burst ? { left: burst } : {}) };
}

const letters = fc.stringMatching(/^[A-Za-z0-9]{6,40}$/);
const gaps = (min: number, max: number) =>
  fc.array(fc.integer({ min, max }), { minLength: 41, maxLength: 41 });

function typed(text: string, gapsMs: readonly number[], startMs: number, ime: boolean) {
  let atMs = startMs;
  const strokes = [...text].map((letter, index) => {
    atMs += index === 0 ? 0 : (gapsMs[index] ?? 0);
    return stroke(letter, atMs, ime);
  });
  return { strokes, endMs: atMs };
}

describe('scanner or person', () => {
  test('whatever a scanner types comes back whole, with and without an input method', () => {
    fc.assert(
      fc.property(letters, gaps(1, 34), fc.boolean(), (text, gapsMs, ime) => {
        const { strokes, endMs } = typed(text, gapsMs, 1_000, ime);
        const { scans, begins, left } = run([...strokes, enter(endMs + 20, ime)]);
        expect(scans).toEqual([{ text, composed: ime, garbled: false }]);
        expect(begins).toBe(1);
        expect(left).toBeUndefined();
      }),
    );
  });

  test('nothing that a person types is a scan, however long', () => {
    fc.assert(
      fc.property(letters, gaps(51, 400), fc.boolean(), (text, gapsMs, ime) => {
        const { strokes, endMs } = typed(text, gapsMs, 1_000, ime);
        expect(run([...strokes, enter(endMs + 60, ime)]).scans).toEqual([]);
      }),
    );
  });

  test('a scan after typing holds only what was scanned', () => {
    fc.assert(
      fc.property(letters, letters, gaps(70, 300), gaps(1, 30), (hand, code, slow, quick) => {
        const person = typed(hand, slow, 0, false);
        const scanner = typed(code, quick, person.endMs + 200, false);
        const { scans } = run([
          ...person.strokes,
          ...scanner.strokes,
          enter(scanner.endMs + 5, false),
        ]);
        expect(scans.map(({ text }) => text)).toEqual([code]);
      }),
    );
  });

  test.each([
    ['five characters', 'A1234', 5, false],
    ['six characters', 'A12345', 5, true],
    ['a scanner that sends Shift by itself', 'A12345', 40, true],
    ['quicker than anyone, slower than a scanner', 'A12345', 45, false],
  ])('%s', (_name, text, gap, isScan) => {
    const { strokes, endMs } = typed(text, new Array<number>(41).fill(gap), 0, false);
    expect(run([...strokes, enter(endMs + gap)]).scans.length === 1).toBe(isScan);
  });

  test('a key held down repeats quickly and is no scan', () => {
    const strokes = Array.from({ length: 12 }, (_, index) => ({
      ...stroke('1', index * 30, false),
      repeat: index > 0,
    }));
    expect(run([...strokes, enter(380)]).scans).toEqual([]);
  });

  test('without Enter, or with Enter long after, it is no scan', () => {
    const { strokes, endMs } = typed('410821000123', new Array<number>(41).fill(5), 0, false);
    expect(run(strokes).scans).toEqual([]);
    expect(run([...strokes, enter(endMs + 400)]).scans).toEqual([]);
  });

  test('Shift between characters does not part a scan', () => {
    const shift: KeyStroke = { ...plain, key: 'Shift', code: 'ShiftLeft', shift: true, atMs: 3 };
    const { strokes, endMs } = typed('41082119900101001X', new Array<number>(41).fill(4), 0, true);
    const withShift = strokes.flatMap((one) =>
      one.shift ? [{ ...shift, atMs: one.atMs - 1 }, one] : [one],
    );
    expect(run([...withShift, enter(endMs + 9, true)]).scans[0]?.text).toBe('41082119900101001X');
  });

  test('a scanner may end a code with Tab', () => {
    const { strokes, endMs } = typed('410821000123', new Array<number>(41).fill(5), 0, false);
    const tab: KeyStroke = { ...plain, key: 'Tab', code: 'Tab', atMs: endMs + 5 };
    expect(run([...strokes, tab]).scans.map(({ text }) => text)).toEqual(['410821000123']);
  });

  test('a command key ends a burst', () => {
    const { strokes, endMs } = typed('A12345', new Array<number>(41).fill(4), 0, false);
    const command = { ...stroke('c', endMs + 2, false), command: true };
    expect(run([...strokes, command, enter(endMs + 9)]).scans).toEqual([]);
  });

  test('keys that cannot be told make the scan garbled, never a wrong number', () => {
    const { strokes, endMs } = typed('4108210001', new Array<number>(41).fill(4), 0, true);
    const lost = strokes.map((one, index) => (index === 3 ? { ...one, code: '' } : one));
    expect(run([...lost, enter(endMs + 9, true)]).scans[0]?.garbled).toBe(true);
  });
});

test.each([
  ['Process', 'KeyX', false, 'x'],
  ['Process', 'KeyX', true, 'X'],
  ['Process', 'Digit5', false, '5'],
  ['Process', 'Numpad7', false, '7'],
  ['Process', 'Minus', true, '_'],
  ['Process', 'Slash', false, '/'],
  ['豫', '', false, '豫'],
  ['ArrowDown', 'ArrowDown', false, undefined],
])('key %s at %s, shift %s is %s', (key, code, shift, expected) => {
  expect(characterOf({ ...plain, key, code, shift, atMs: 0 })).toBe(expected);
});
