import { useEffect, useRef } from 'react';
import { outcomeKeys } from './OutcomeBar';

interface DeskKeys {
  readonly enabled: boolean;
  /** Undefined: the one that Enter gives. */
  readonly onOutcome: (outcome: string | undefined) => void;
  readonly onPark: () => void;
  readonly onMenu: () => void;
  readonly onSeldom: () => void;
  readonly onPassengers: () => void;
  readonly onCorrect: () => void;
  readonly onVoid: () => void;
  readonly onCancel: () => void;
  readonly onClear: () => void;
  readonly onMove: (step: 1 | -1) => void;
}

/** The keys of the desk, wherever the focus is; fields see their own keys first. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const held = latest.current;
      // While an input method composes, Enter and the arrows are its own.
      if (!held.enabled || event.isComposing || event.repeat || event.defaultPrevented) return;
      const act = actionOf(event, held);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function actionOf(event: KeyboardEvent, keys: DeskKeys): (() => void) | undefined {
  const { key, ctrlKey, shiftKey, altKey, metaKey, target } = event;
  if (altKey || metaKey) return undefined;
  if (ctrlKey) {
    switch (key) {
      case 'e':
      case 'E':
        return keys.onCorrect;
      case 'd':
      case 'D':
        return keys.onVoid;
      case 'ArrowDown':
        return () => keys.onMove(1);
      case 'ArrowUp':
        return () => keys.onMove(-1);
      default:
        return undefined;
    }
  }
  const outcome = outcomeKeys[key];
  if (outcome !== undefined) return () => keys.onOutcome(outcome);
  switch (key) {
    case 'Enter': {
      // Another button in focus answers for itself.
      const isButton = target instanceof HTMLButtonElement && target.dataset.deskField !== 'save';
      return isButton ? undefined : () => keys.onOutcome(undefined);
    }
    case 'Escape':
      return shiftKey ? keys.onClear : keys.onCancel;
    case 'F2':
      return keys.onSeldom;
    case 'F3':
      return keys.onMenu;
    case 'F4':
      return keys.onPassengers;
    case 'F9':
      return keys.onPark;
    default:
      return undefined;
  }
}
