import { useSyncExternalStore } from 'react';
import { useSession } from '../../../app/session';
import type { Store } from '../../../store/contract';
import { createImportDesk, type ImportDesk, type ImportState } from './importDesk';

/** One for each unlocking: locking lets go of the store, and with it of every file read. */
const desks = new WeakMap<Store, ImportDesk>();

export function useImports(): { readonly state: ImportState; readonly desk: ImportDesk } {
  const { store, clock, random, ledgers } = useSession();
  let desk = desks.get(store);
  if (!desk) {
    desk = createImportDesk({ store, clock, random, ledgers });
    desks.set(store, desk);
  }
  return { desk, state: useSyncExternalStore(desk.subscribe, desk.state) };
}
