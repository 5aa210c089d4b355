import { useCallback, useEffect, useState } from 'react';
import { isRowId, type RowId } from '../../../../shared/kernel/ids';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { StoreReading } from '../../../store/contract';

/** The numbers of the permits that these passages refer to, each asked for once. */
export function usePermitNumbers(
  store: StoreReading,
  rows: readonly Row[],
): (id: string) => string | undefined {
  const [known, setKnown] = useState<ReadonlyMap<string, string | undefined>>(new Map());
  useEffect(() => {
    const wanted = new Set<RowId>();
    for (const { values } of rows) {
      const { permit } = values;
      if (typeof permit === 'string' && isRowId(permit) && !known.has(permit)) wanted.add(permit);
    }
    if (wanted.size === 0) return undefined;
    let gone = false;
    const ids = [...wanted];
    void store.names('permits', ids).then((names) => {
      if (!gone) {
        setKnown((before) => new Map([...before, ...ids.map((id, n) => [id, names[n]] as const)]));
      }
    });
    return () => {
      gone = true;
    };
  }, [store, rows, known]);
  return useCallback((id) => known.get(id), [known]);
}
