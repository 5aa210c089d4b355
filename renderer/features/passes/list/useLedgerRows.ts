import { useEffect, useState } from 'react';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { allRows } from '../../../app/judging/judgingFacts';
import type { StoreReading } from '../../../store/contract';

/** All records of a ledger, made last first; read again after each commit that touches it. Undefined at first. */
export function useLedgerRows(store: StoreReading, ledger: string): readonly Row[] | undefined {
  const [rows, setRows] = useState<readonly Row[]>();
  useEffect(() => {
    let gone = false;
    let reading = false;
    let again = false;
    const read = async () => {
      if (reading) {
        again = true;
        return;
      }
      reading = true;
      do {
        again = false;
        const found = await allRows(store, { ledger });
        if (gone) return;
        setRows([...found].sort((left, right) => (left.id < right.id ? 1 : -1)));
        // a commit came while it was read: it may be in these rows or not
      } while (again);
      reading = false;
    };
    void read();
    const stop = store.onChange((touched) => {
      if (touched.includes(ledger)) void read();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [store, ledger]);
  return rows;
}
