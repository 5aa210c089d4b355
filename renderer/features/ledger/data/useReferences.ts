import { useEffect, useMemo, useState } from 'react';
import type { Store } from '../../../store/contract';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { createReferences, type References } from './references';

/** What the ledger's references show and stand for; asked again when a ledger they name changes. */
export function useReferences(
  store: Store,
  ledger: LedgerDefinition,
  ledgers: readonly LedgerDefinition[],
): References {
  const made = useMemo(() => createReferences(store, ledger, ledgers), [store, ledger, ledgers]);
  const [references, setReferences] = useState(made);
  useEffect(() => {
    setReferences(made);
    return store.onChange((touched) => {
      void made.refresh(touched).then((changed) => {
        // a new object for those who draw: the names behind it have changed
        if (changed) setReferences({ ...made });
      });
    });
  }, [store, made]);
  return references;
}
