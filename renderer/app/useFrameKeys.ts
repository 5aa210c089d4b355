import { useEffect, useRef } from 'react';

interface FrameKeys {
  readonly search: () => void;
  readonly keys: () => void;
  readonly lock: () => void;
  /** Alt+1 … Alt+9, counted from 0. */
  readonly place: (index: number) => void;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

/** Shortcuts that work on every page. */
export function useFrameKeys(keys: FrameKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]')) return;
      const run = effectOf(event, latest.current);
      if (!run) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', pressed);
    return () => {
      window.removeEventListener('keydown', pressed);
    };
  }, []);
}

function effectOf(event: KeyboardEvent, keys: FrameKeys): (() => void) | undefined {
  const control = event.ctrlKey || event.metaKey;
  if (control && event.key.toLowerCase() === 'k') return keys.search;
  if (control && event.key.toLowerCase() === 'l') return keys.lock;
  if (event.key === '?' && !control && !isTyping(event.target)) return keys.keys;
  if (event.key === 'F1') return keys.keys;
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  return event.altKey && digit ? () => keys.place(Number(digit) - 1) : undefined;
}
