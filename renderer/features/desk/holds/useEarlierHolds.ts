import { useEffect, useState } from 'react';
import type { IsoDate } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { StoreReading } from '../../../store/contract';
import { readEarlierHolds } from '../today/readPassages';

const nothing: readonly Row[] = [];

/** Holds begun before `date` and what became of them; read again with each reading of today. */
export function useEarlierHolds(
  store: StoreReading,
  checkpoint: string,
  date: IsoDate,
  readings: number,
): readonly Row[] {
  const [rows, setRows] = useState(nothing);
  useEffect(() => {
    let gone = false;
    void readEarlierHolds(store, checkpoint, date).then((found) => {
      if (!gone) setRows(found.length === 0 ? nothing : found);
    });
    return () => {
      gone = true;
    };
  }, [store, checkpoint, date, readings]);
  return rows;
}
