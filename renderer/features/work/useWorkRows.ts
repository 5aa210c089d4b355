import { useEffect, useState } from 'react';
import type { Row } from '../../../shared/ledger/defineLedger';
import { allRows } from '../../app/judging/judgingFacts';
import { useSession } from '../../app/session';

/** The records of each ledger, in the order asked for; follows the store. Undefined until read. */
export function useWorkRows(ledgers: readonly string[]): readonly (readonly Row[])[] | undefined {
  const { store } = useSession();
  const [rows, setRows] = useState<readonly (readonly Row[])[]>();
  useEffect(() => {
    let latest = 0;
    const read = async () => {
      const own = ++latest;
      const found: (readonly Row[])[] = [];
      for (const ledger of ledgers) {
        found.push(await allRows(store, { ledger }));
        if (own !== latest) return;
      }
      setRows(found);
    };
    setRows(undefined);
    void read();
    const stop = store.onChange((touched) => {
      if (touched.some((ledger) => ledgers.includes(ledger))) void read();
    });
    return () => {
      latest++;
      stop();
    };
  }, [store, ledgers]);
  return rows;
}
