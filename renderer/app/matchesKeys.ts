interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const arrows: Readonly<Record<string, string>> = {
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  Esc: 'Escape',
};

/** Whether what was pressed is one of the ways written as `Ctrl+Shift+Z / Ctrl+Y`. */
export function matchesKeys(pressed: Pressed, written: string): boolean {
  return written.split(' / ').some((one) => matchesOne(pressed, one));
}

function matchesOne(pressed: Pressed, written: string): boolean {
  const parts = written.split('+');
  const last = parts.at(-1) ?? '';
  const held = new Set(parts.slice(0, -1));
  const control = pressed.ctrlKey || pressed.metaKey;
  if (held.has('Ctrl') !== control || held.has('Alt') !== pressed.altKey) return false;
  // `?` needs Shift on some keyboards and not on others
  if (last === '?') return pressed.key === '?';
  if (held.has('Shift') !== pressed.shiftKey) return false;
  const key = arrows[last] ?? last;
  // Alt changes the letter on some layouts, and an input method hides it: the place does not change
  return (
    pressed.key.toLowerCase() === key.toLowerCase() ||
    ((control || pressed.altKey) && pressed.code === `Key${key.toUpperCase()}`)
  );
}
