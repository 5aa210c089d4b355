import { useEffect, useState } from 'react';
import type { LedgerDefinition } from '../../shared/ledger/defineLedger';
import { readOwnLedger } from '../../shared/ledger/ownLedger';
import type { Store } from '../store/contract';
import { readDefinitions } from '../store/readDefinitions';

const none: readonly LedgerDefinition[] = [];

/** The ledgers that the event itself defines; another list only when one of them has changed. */
export function useOwnLedgers(
  store: Store | undefined,
  known: readonly LedgerDefinition[],
): readonly LedgerDefinition[] {
  const [own, setOwn] = useState(none);
  const definer = known.find(({ role }) => role === 'definitions')?.id;
  useEffect(() => {
    if (!store || definer === undefined) return undefined;
    let gone = false;
    const read = async () => {
      const rows = await readDefinitions(store, known);
      const next = rows.flatMap((row) => readOwnLedger(row) ?? []);
      if (gone) return;
      setOwn((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    void read();
    const stop = store.onChange((touched) => {
      if (touched.includes(definer)) void read();
    });
    return () => {
      gone = true;
      stop();
      setOwn(none);
    };
  }, [store, known, definer]);
  return own;
}
