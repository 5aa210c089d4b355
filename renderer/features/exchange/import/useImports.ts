import { useSyncExternalStore } from 'react';
import { useSession, type Session } from '../../../app/session';
import type { Store } from '../../../store/contract';
import { createImportDesk, type ImportDesk, type ImportState } from './importDesk';

interface Kept {
  readonly desk: ImportDesk;
  /** The desk reads them at each use. */
  readonly parts: { ledgers: Session['ledgers'] };
}

/** One for each unlocking: locking lets go of the store, and with it of every file read. */
const desks = new WeakMap<Store, Kept>();

export function useImports(): { readonly state: ImportState; readonly desk: ImportDesk } {
  const { store, clock, random, ledgers } = useSession();
  let kept = desks.get(store);
  if (!kept) {
    const parts = { store, clock, random, ledgers };
    kept = { desk: createImportDesk(parts), parts };
    desks.set(store, kept);
  }
  kept.parts.ledgers = ledgers;
  const { desk } = kept;
  return { desk, state: useSyncExternalStore(desk.subscribe, desk.state) };
}
