import { useCallback, useLayoutEffect, useRef } from 'react';

/** Work that waits for a better moment; once done it is not done again. */
export interface Due {
  /** True, and it will not be done any more, where it was still to be done. */
  take(): boolean;
}

export type BeforeInput = (work: () => void) => Due;

/** Between two keys of the quickest hand; a strict commit is back long before. */
const longestMs = 50;
const inputs = ['keydown', 'pointerdown', 'compositionstart', 'beforeinput', 'paste', 'drop'];

/**
 * Puts work off until a person's next key or click is about to take effect, and not for long. Drawing
 * the next form while a commit is under way would keep its answer waiting behind the drawing.
 */
export function useBeforeInput(): BeforeInput {
  const due = useRef(new Map<object, () => void>());
  // Layout effects come first: before the listeners of the scanner and of the keys.
  useLayoutEffect(() => {
    const works = due.current;
    const doAll = () => {
      for (const work of [...works.values()]) work();
    };
    for (const input of inputs) window.addEventListener(input, doAll, true);
    return () => {
      for (const input of inputs) window.removeEventListener(input, doAll, true);
    };
  }, []);
  return useCallback((work) => {
    const works = due.current;
    const token = {};
    const take = () => {
      clearTimeout(timer);
      return works.delete(token);
    };
    const run = () => {
      if (take()) work();
    };
    const timer = setTimeout(run, longestMs);
    works.set(token, run);
    return { take };
  }, []);
}
