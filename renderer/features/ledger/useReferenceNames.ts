import { useEffect, useState } from 'react';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Store } from '../../store/contract';
import { readReferences, type References } from '../../store/references';

const none: References = {
  context: { resolveReference: () => undefined, describeReference: () => undefined },
  names: () => [],
};

/** What the ledger's references show and stand for; read again after every commit. */
export function useReferenceNames(store: Store, ledger: LedgerDefinition): References {
  const [references, setReferences] = useState(none);
  useEffect(() => {
    let gone = false;
    const read = () =>
      void readReferences(store, ledger).then((found) => {
        if (!gone) setReferences(found);
      });
    read();
    const stop = store.onChange(read);
    return () => {
      gone = true;
      stop();
    };
  }, [store, ledger]);
  return references;
}
