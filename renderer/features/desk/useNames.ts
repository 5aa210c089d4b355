import { useEffect, useMemo, useState } from 'react';
import type { RowId } from '../../../shared/kernel/ids';
import type { StoreReading } from '../../store/contract';

export interface Names {
  readonly all: readonly { readonly id: RowId; readonly name: string }[];
  readonly nameOf: (id: string) => string | undefined;
  readonly idOf: (name: string) => RowId | undefined;
  readonly ready: boolean;
}

/** The names of a ledger's records, both ways; follows the store. */
export function useNames(store: StoreReading, ledger: string): Names {
  const [all, setAll] = useState<Names['all'] | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    const read = () =>
      void store.allNames(ledger).then((names) => {
        if (!gone) setAll(names);
      });
    read();
    const stop = store.onChange((ledgers) => {
      if (ledgers.includes(ledger)) read();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [store, ledger]);
  return useMemo(() => {
    const byId = new Map<string, string>((all ?? []).map(({ id, name }) => [id, name]));
    const byName = new Map((all ?? []).map(({ id, name }) => [name, id]));
    return {
      all: all ?? [],
      nameOf: (id: string) => byId.get(id),
      idOf: (name: string) => byName.get(name),
      ready: all !== undefined,
    };
  }, [all]);
}
