import { useEffect, useState } from 'react';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { checkpointHolds } from '../../../../shared/ledgers/checkpointHolds';
import { allRows } from '../../../app/judging/judgingFacts';
import type { StoreReading } from '../../../store/contract';

const nothing: readonly Row[] = [];

/** The holds of a checkpoint that have no end yet; follows the store. */
export function useOpenHolds(store: StoreReading, checkpoint: string): readonly Row[] {
  const [rows, setRows] = useState(nothing);
  useEffect(() => {
    let latest = 0;
    const read = async () => {
      const own = ++latest;
      const found = await allRows(store, {
        ledger: checkpointHolds.id,
        filters: [
          { field: 'checkpoint', test: { type: 'equals', value: checkpoint } },
          { field: 'releasedAt', test: { type: 'blank' } },
        ],
      });
      if (own === latest) setRows(found.length === 0 ? nothing : found);
    };
    void read();
    const stop = store.onChange((ledgers) => {
      if (ledgers.includes(checkpointHolds.id)) void read();
    });
    return () => {
      latest++;
      stop();
    };
  }, [store, checkpoint]);
  return rows;
}
