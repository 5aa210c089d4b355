import { createContext, useContext } from 'react';
import type { Desktop } from '../../shared/desktop/contract';
import type { RandomBytes } from '../../shared/kernel/ids';
import type { Clock } from '../../shared/kernel/time';
import type { LedgerDefinition } from '../../shared/ledger/defineLedger';
import type { Store } from '../store/contract';

/** What every workspace may use while an event is unlocked. */
export interface Session {
  readonly store: Store;
  readonly desktop: Desktop;
  readonly clock: Clock;
  readonly random: RandomBytes;
  /** All ledgers of the event, in the order of the navigation. */
  readonly ledgers: readonly LedgerDefinition[];
}

const SessionContext = createContext<Session | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside an unlocked event');
  return session;
}
