import type { RefObject } from 'react';
import { useDeskKeys } from '../useDeskKeys';

interface DayKeys {
  readonly onCorrect: () => void;
  readonly onVoid: () => void;
  /** The selection in the list, one row down or up. */
  readonly onMove: (step: 1 | -1) => void;
  readonly onHeld: () => void;
  readonly onTransits: () => void;
  readonly onFilter: () => void;
  readonly onDay: (step: 1 | -1) => void;
  readonly onChangeDuty: () => void;
  readonly onOtherLane: () => void;
}

/** The keys of the day's list and of the desk as a whole. */
export function useDayKeys(root: RefObject<HTMLElement | null>, keys: DayKeys): void {
  useDeskKeys(root, ({ key, code, ctrlKey }) => {
    if (key === 'F10') return keys.onOtherLane;
    if (!ctrlKey) return undefined;
    switch (code) {
      case 'KeyE':
        return keys.onCorrect;
      case 'KeyD':
        return keys.onVoid;
      case 'KeyH':
        return keys.onHeld;
      case 'KeyG':
        return keys.onTransits;
      case 'KeyF':
        return keys.onFilter;
      case 'KeyB':
        return keys.onChangeDuty;
      case 'ArrowDown':
        return () => keys.onMove(1);
      case 'ArrowUp':
        return () => keys.onMove(-1);
      case 'BracketLeft':
        return () => keys.onDay(-1);
      case 'BracketRight':
        return () => keys.onDay(1);
      default:
        return undefined;
    }
  });
}
