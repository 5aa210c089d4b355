import { useLayoutEffect, useRef, type RefObject } from 'react';

const stop =
  ':is(a[href], button, input:not([type=radio]:not(:checked)), select, textarea):enabled, [tabindex="0"]';

/**
 * For a dialog that is there as long as it is open. It closes before it leaves the page: only then
 * does the browser give the focus back to where it was. `data-first` says where it begins; Tab goes
 * round in it.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (!shown) return undefined;
    shown.showModal();
    shown.querySelector<HTMLElement>('[data-first]')?.focus();
    const goRound = (event: KeyboardEvent) => {
      if (event.key !== 'Tab') return;
      const stops = [...shown.querySelectorAll<HTMLElement>(stop)];
      const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
      if (document.activeElement !== from) return;
      event.preventDefault();
      to?.focus();
    };
    shown.addEventListener('keydown', goRound);
    return () => {
      shown.removeEventListener('keydown', goRound);
      shown.close();
      giveCaretBack();
    };
  }, []);
  return dialog;
}

/** Chromium gives a closed dialog's focus back without the caret: keys would come, and no text. */
function giveCaretBack(): void {
  const back = document.activeElement;
  if (!(back instanceof HTMLInputElement) || back.selectionStart === null) return;
  back.setSelectionRange(back.selectionStart, back.selectionEnd);
}
