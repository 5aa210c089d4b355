import { useEffect } from 'react';

/**
 * The focus never gets lost: a key pressed while nothing has it goes to the plate. Before anything
 * else sees the key, so that its character is typed there.
 */
export function useFocusHome(focusHome: () => void): void {
  useEffect(() => {
    const onKeyDown = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
      const isCommand = ctrlKey || altKey || metaKey;
      const typed = [...key].length === 1 || key === 'Process' || key === 'Enter';
      const isLost = document.activeElement === document.body;
      if (typed && !isCommand && isLost && !document.querySelector('dialog[open]')) focusHome();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [focusHome]);
}
