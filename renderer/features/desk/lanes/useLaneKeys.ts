import type { RefObject } from 'react';
import { outcomeKeys } from '../verdict/OutcomeBar';
import { isOtherButton, useDeskKeys } from '../useDeskKeys';

interface LaneKeys {
  /** Undefined: the one that Enter gives. */
  readonly onOutcome: (outcome: string | undefined) => void;
  readonly onPark: () => void;
  readonly onOldestParked: () => void;
  readonly onMenu: () => void;
  readonly onSeldom: () => void;
  readonly onPassengers: () => void;
  readonly onCamera: () => void;
  readonly onCancel: () => void;
  readonly onClear: () => void;
  /** Undefined: nothing to bring back; the field's own undo stays. */
  readonly onRestore: (() => void) | undefined;
}

/** The keys of the lane in use: outcomes and what belongs to its form. */
export function useLaneKeys(
  root: RefObject<HTMLElement | null>,
  isInUse: boolean,
  keys: LaneKeys,
): void {
  useDeskKeys(root, (event) => {
    if (!isInUse) return undefined;
    if (event.ctrlKey) {
      if (event.code === 'KeyM') return keys.onCamera;
      return event.code === 'KeyZ' ? keys.onRestore : undefined;
    }
    const outcome = outcomeKeys[event.key];
    if (outcome !== undefined) return () => keys.onOutcome(outcome);
    switch (event.key) {
      case 'Enter':
        return isOtherButton(event) ? undefined : () => keys.onOutcome(undefined);
      case 'Escape':
        return event.shiftKey ? keys.onClear : keys.onCancel;
      case 'F2':
        return keys.onSeldom;
      case 'F3':
        return keys.onMenu;
      case 'F4':
        return keys.onPassengers;
      case 'F9':
        return event.shiftKey ? keys.onOldestParked : keys.onPark;
      default:
        return undefined;
    }
  });
}
