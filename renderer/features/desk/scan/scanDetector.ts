/** A key going down, as the page sees it. */
export interface KeyStroke {
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
  /** Held down: a scanner never is. */
  readonly repeat: boolean;
  /** With Ctrl, Alt or Meta: a command, not a character. */
  readonly command: boolean;
  /** Between the input method's composition events. */
  readonly composing: boolean;
  readonly atMs: number;
}

/** A code that a USB scanner has typed. */
export interface Scan {
  readonly text: string;
  /** An input method was on: what it made of the keys has to be taken back. */
  readonly composed: boolean;
  /** Some keys could not be told (no key position given): the text is not to be trusted. */
  readonly garbled: boolean;
}

export interface Burst {
  readonly text: string;
  readonly startedAtMs: number;
  readonly lastAtMs: number;
  readonly composed: boolean;
  readonly garbled: boolean;
}

export interface ScanStep {
  /** Keys that may turn out to be a scan; undefined between bursts. */
  readonly burst: Burst | undefined;
  /** This key begins a burst: remember the form and the focus as they are before it. */
  readonly begins: boolean;
  readonly scan?: Scan;
}

/**
 * Scanners type 3-20 ms a character, cheap ones that send Shift by itself up to 40 a capital; the
 * quickest people about 70. Single gaps of a person may be shorter, hence the mean.
 */
const longestGapMs = 50;
const longestMeanMs = 42;
const longestEndGapMs = 100;
const shortestScan = 6;

const shiftedDigits = ')!@#$%^&*(';
const punctuation: Readonly<Record<string, string>> = {
  Space: '  ',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  NumpadDecimal: '..',
  NumpadSubtract: '--',
  NumpadAdd: '++',
  NumpadDivide: '//',
  NumpadMultiply: '**',
};
const modifiers = new Set(['Shift', 'CapsLock', 'NumLock', 'AltGraph']);

/**
 * | key as given            | character                                     |
 * | one character           | that one (a scanner may send 豫 as a packet)  |
 * | Process, Unidentified   | rebuilt from the key's place and Shift        |
 * | anything else           | none                                          |
 * While an input method is on, `key` says only "Process"; a scanner is a US keyboard, so the place
 * of the key tells the character.
 */
export function characterOf({ key, code, shift }: KeyStroke): string | undefined {
  if ([...key].length === 1) return key;
  if (key !== 'Process' && key !== 'Unidentified') return undefined;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit) return shift ? shiftedDigits.charAt(Number(digit)) : digit;
  const pad = /^Numpad(\d)$/.exec(code)?.[1];
  return pad ?? punctuation[code]?.charAt(shift ? 1 : 0);
}

/** Scanners end a code with Enter, some with Tab. */
const isEnd = ({ key, code }: KeyStroke) =>
  key === 'Enter' || key === 'Tab' || ['Enter', 'NumpadEnter', 'Tab'].includes(code);
const isHidden = ({ key, code, composing }: KeyStroke) =>
  composing || key === 'Process' || (key === 'Unidentified' && code !== '');

/**
 * Tells a scanner from a person: a burst of at least six characters, quicker than anyone types,
 * that ends in Enter or Tab. Takes the keys one by one; keeps nothing itself.
 */
export function takeKey(burst: Burst | undefined, stroke: KeyStroke): ScanStep {
  if (modifiers.has(stroke.key)) return { burst, begins: false };
  if (stroke.repeat || stroke.command) return { burst: undefined, begins: false };
  if (isEnd(stroke)) {
    const scan = burst && finished(burst, stroke.atMs);
    return { burst: undefined, begins: false, ...(scan ? { scan } : {}) };
  }
  const hidden = isHidden(stroke);
  const character = characterOf(stroke);
  if (character === undefined && !hidden) return { burst: undefined, begins: false };
  const { atMs } = stroke;
  if (burst && atMs - burst.lastAtMs <= longestGapMs) {
    return {
      begins: false,
      burst: {
        text: burst.text + (character ?? ''),
        startedAtMs: burst.startedAtMs,
        lastAtMs: atMs,
        composed: burst.composed || hidden,
        garbled: burst.garbled || character === undefined,
      },
    };
  }
  return {
    begins: true,
    burst: {
      text: character ?? '',
      startedAtMs: atMs,
      lastAtMs: atMs,
      composed: hidden,
      garbled: character === undefined,
    },
  };
}

/** Quick for so many characters already that nobody is typing them. */
export function looksScanned({ text, startedAtMs, lastAtMs }: Burst): boolean {
  const letters = [...text].length;
  return letters >= 4 && (lastAtMs - startedAtMs) / (letters - 1) <= longestMeanMs;
}

function finished(burst: Burst, endAtMs: number): Scan | undefined {
  const { text, startedAtMs, lastAtMs, composed, garbled } = burst;
  const letters = [...text].length;
  if (letters < shortestScan || endAtMs - lastAtMs > longestEndGapMs) return undefined;
  if ((lastAtMs - startedAtMs) / (letters - 1) > longestMeanMs) return undefined;
  return { text: text.trim(), composed, garbled };
}
