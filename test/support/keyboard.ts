import type { CDPSession, Page } from 'playwright-core';

const pauseMs = 250;
const shifted = '~!@#$%^&*()_+{}|:"<>?';
const unshifted = "`1234567890-=[]\\;',./";
const places: Readonly<Record<string, string>> = {
  '`': 'Backquote',
  '-': 'Minus',
  '=': 'Equal',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '\\': 'Backslash',
  ';': 'Semicolon',
  "'": 'Quote',
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  ' ': 'Space',
};

interface Place {
  readonly code: string;
  readonly virtual: number;
  readonly isShifted: boolean;
}

function placeOf(character: string): Place | undefined {
  if (/^[a-z]$/i.test(character)) {
    const upper = character.toUpperCase();
    const isShifted = character === upper;
    return { code: `Key${upper}`, virtual: upper.charCodeAt(0), isShifted };
  }
  const at = shifted.indexOf(character);
  const plain = at >= 0 ? unshifted.charAt(at) : character;
  const isShifted = at >= 0;
  if (/^\d$/.test(plain)) return { code: `Digit${plain}`, virtual: plain.charCodeAt(0), isShifted };
  const code = places[plain];
  return code === undefined ? undefined : { code, virtual: plain.charCodeAt(0), isShifted };
}

/**
 * A keyboard plugged into the page: a person's, or a scanner's that types. Each key carries its own
 * time, so that a slow test machine does not slow down the typist.
 */
export interface Keyboard {
  /** Characters with so much time between them, some time after what was typed before. */
  type(text: string, gapMs: number): Promise<void>;
  press(key: 'Enter' | 'Tab', afterMs?: number): Promise<void>;
  /** The same while a Chinese input method is on: the page is told only where the keys are. */
  typeThroughInputMethod(text: string, gapMs: number): Promise<void>;
}

export async function plugIn(page: Page): Promise<Keyboard> {
  const session = await page.context().newCDPSession(page);
  let atMs = 0;
  /** A new run of keys begins now; within it only the typist's own pace counts. */
  const begin = () => (atMs = Math.max(atMs + pauseMs, Date.now()));
  const later = (ms: number) => (atMs += ms);

  async function stroke(character: string, timestampMs: number): Promise<void> {
    const timestamp = timestampMs / 1_000;
    const place = placeOf(character);
    const modifiers = place?.isShifted ? 8 : 0;
    const key = { key: character, text: character, modifiers, timestamp };
    const where = place ? { code: place.code, windowsVirtualKeyCode: place.virtual } : {};
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, ...where });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, ...where });
  }

  return {
    type: async (text, gapMs) => {
      for (const [index, character] of [...text].entries()) {
        await stroke(character, index === 0 ? begin() : later(gapMs));
      }
    },
    press: async (key, afterMs = 8) => {
      const virtual = key === 'Enter' ? 13 : 9;
      const timestamp = later(afterMs) / 1_000;
      const common = { key, code: key, windowsVirtualKeyCode: virtual, timestamp };
      const text = key === 'Enter' ? { text: '\r' } : {};
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...common, ...text });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
    },
    typeThroughInputMethod: async (text, gapMs) => {
      begin();
      await composeCode(session, text, () => later(gapMs) / 1_000);
    },
  };
}

/** An input method takes every key, Enter too, and shows what it has made of them so far. */
async function composeCode(
  session: CDPSession,
  text: string,
  nextTimestamp: () => number,
): Promise<void> {
  let made = '';
  for (const character of [...text, 'Enter']) {
    const place = placeOf(character);
    const code = character === 'Enter' ? 'Enter' : (place?.code ?? '');
    await session.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code,
      windowsVirtualKeyCode: 229,
      modifiers: place?.isShifted ? 8 : 0,
      timestamp: nextTimestamp(),
    });
    if (character === 'Enter') break;
    made += /[a-z]/i.test(character) ? `${character} ` : '一';
    await session.send('Input.imeSetComposition', {
      text: made,
      selectionStart: made.length,
      selectionEnd: made.length,
    });
  }
}
