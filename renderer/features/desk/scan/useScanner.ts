import { useEffect, useRef } from 'react';
import { looksScanned, takeKey, type Burst, type Scan } from './scanDetector';

interface ScannerEvents<Before> {
  /** Called before the first key of a possible scan takes effect: what to go back to. */
  readonly onBegin: () => Before;
  /** After what the scanner typed has reached the page, so that it can be taken back. */
  readonly onScan: (scan: Scan, before: Before) => void;
  /** Whether codes are for the desk now: not while a dialog is open. */
  readonly listens: (target: EventTarget | null) => boolean;
}

/** The input method ends its composition after the last key; wait for that, but not for ever. */
const compositionEndMs = 80;

/** Watches every key of the page, before anything else does. */
export function useScanner<Before>(events: ScannerEvents<Before>): void {
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  useEffect(() => {
    let burst: Burst | undefined;
    let before: { readonly value: Before } | undefined;
    let composing = false;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!latest.current.listens(event.target)) {
        burst = undefined;
        return;
      }
      const step = takeKey(burst, {
        key: event.key,
        code: event.code,
        shift: event.shiftKey,
        repeat: event.repeat,
        command: event.ctrlKey || event.altKey || event.metaKey,
        composing: event.isComposing,
        atMs: event.timeStamp,
      });
      burst = step.burst;
      if (step.begins) before = { value: latest.current.onBegin() };
      if (burst && looksScanned(burst) && !isEditable(event.target)) swallow(event);
      const { scan } = step;
      if (!scan || !before) return;
      // What ends a code must not let a vehicle through, nor move the focus.
      swallow(event);
      const { value } = before;
      before = undefined;
      const finish = () => latest.current.onScan(scan, value);
      if (composing) afterComposition(finish);
      else finish();
    };
    const onCompositionStart = () => {
      composing = true;
    };
    const onCompositionEnd = () => {
      composing = false;
    };
    window.addEventListener('keydown', onKeyDown, true);
    window.addEventListener('compositionstart', onCompositionStart, true);
    window.addEventListener('compositionend', onCompositionEnd, true);
    return () => {
      window.removeEventListener('keydown', onKeyDown, true);
      window.removeEventListener('compositionstart', onCompositionStart, true);
      window.removeEventListener('compositionend', onCompositionEnd, true);
    };
  }, []);
}

/** A code's characters answer no question and press no button. */
function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea');
}

/** Leaving the field ends the composition; what it left behind arrives before the timer does. */
function afterComposition(finish: () => void): void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    window.removeEventListener('compositionend', soon, true);
    finish();
  };
  const soon = () => setTimeout(once, 0);
  window.addEventListener('compositionend', soon, true);
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement) activeElement.blur();
  setTimeout(once, compositionEndMs);
}
