import { useEffect, useRef, type RefObject } from 'react';

/** What a key does; undefined: nothing here, others may want it. */
export type KeyTable = (event: KeyboardEvent) => (() => void) | undefined;

/**
 * The keys of the desk, wherever the focus is; fields see their own keys first. Nothing while a
 * dialog is open, or while somebody types in a field outside the desk.
 */
export function useDeskKeys(root: RefObject<HTMLElement | null>, table: KeyTable): void {
  const latest = useRef(table);
  useEffect(() => {
    latest.current = table;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // While an input method composes, Enter and the arrows are its own.
      if (event.isComposing || event.repeat || event.defaultPrevented) return;
      if (event.altKey || event.metaKey || isElsewhere(root.current, event.target)) return;
      const act = latest.current(event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [root]);
}

export function isElsewhere(desk: HTMLElement | null, target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]')) return true;
  const typing = target instanceof HTMLElement && target.matches('input, textarea, select');
  return typing && desk?.contains(target) !== true;
}

/** Enter on another button is that button's; on the saving button and in fields it saves. */
export function isOtherButton({ target }: KeyboardEvent): boolean {
  if (target instanceof HTMLAnchorElement) return true;
  return target instanceof HTMLButtonElement && target.dataset.deskField !== 'save';
}
