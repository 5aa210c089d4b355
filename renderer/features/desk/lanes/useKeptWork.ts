import { useLayoutEffect } from 'react';
import type { Clock } from '../../../../shared/kernel/time';
import type { Store } from '../../../store/contract';
import { deskMemory } from './deskMemory';

/** Seals what was begun whenever the desk goes out of sight: another page, locking, closing. */
export function useKeptWork(store: Store, clock: Clock): void {
  useLayoutEffect(() => {
    const { keep } = deskMemory(store, clock);
    const onHidden = () => {
      if (document.visibilityState === 'hidden') keep();
    };
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      document.removeEventListener('visibilitychange', onHidden);
      keep();
    };
  }, [store, clock]);
}
