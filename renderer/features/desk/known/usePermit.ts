import { useEffect, useMemo, useState } from 'react';
import type { RowId } from '../../../../shared/kernel/ids';
import type { StoreReading } from '../../../store/contract';
import { permitIdOf } from './knownFacts';
import type { Lookups } from './lookups';

interface PermitLookup {
  readonly idOf: (number: string) => RowId | undefined;
  /** Not answered yet: nothing is to be said of the number. */
  readonly looking: boolean;
}

/** The permit whose number stands on the desk, looked up as it is typed; follows the store. */
export function usePermit(store: StoreReading, lookups: Lookups, number: string): PermitLookup {
  const [found, setFound] = useState<{ readonly number: string; readonly id: RowId | undefined }>();
  useEffect(() => {
    if (number === '') return undefined;
    let gone = false;
    const read = () =>
      void permitIdOf(store, number).then((id) => {
        if (!gone) setFound({ number, id });
      });
    read();
    const stop = store.onChange((ledgers) => {
      if (ledgers.includes('permits')) read();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [store, number]);
  const atHand = found?.number === number ? undefined : lookups.permitAtHand(number);
  return useMemo(() => {
    const known = atHand === undefined ? found : { number, id: atHand };
    return {
      idOf: (text) => (known?.number === text ? known.id : undefined),
      looking: number !== '' && known?.number !== number,
    };
  }, [found, atHand, number]);
}
