import { useEffect, useState } from 'react';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { closedLoopReleases } from '../../../../shared/ledgers/closedLoopReleases';
import { allRows } from '../../../app/judging/judgingFacts';
import type { Store } from '../../../store/contract';
import { useRecordWrites, type RecordWrites } from '../marks/useRecordWrites';

export interface Releases extends RecordWrites {
  /** Undefined until they are read for the first time. */
  readonly rows: readonly Row[] | undefined;
}

/** Every closed-loop release of the event; follows the store. */
export function useReleases(store: Store): Releases {
  const [rows, setRows] = useState<readonly Row[]>();
  useEffect(() => {
    let latest = 0;
    const read = async () => {
      const own = ++latest;
      const found = await allRows(store, { ledger: closedLoopReleases.id });
      if (own === latest) setRows(found);
    };
    void read();
    const stop = store.onChange((ledgers) => {
      if (ledgers.includes(closedLoopReleases.id)) void read();
    });
    return () => {
      latest++;
      stop();
    };
  }, [store]);
  return { rows, ...useRecordWrites(store, closedLoopReleases.id) };
}
