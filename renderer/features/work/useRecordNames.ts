import { useEffect, useState } from 'react';
import { useSession } from '../../app/session';

export type RecordNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Names of the records of each ledger by row id: what references are shown and chosen by. */
export function useRecordNames(ledgers: readonly string[]): RecordNames {
  const { store } = useSession();
  const [names, setNames] = useState<RecordNames>(new Map());
  const wanted = ledgers.join(' ');
  useEffect(() => {
    let gone = false;
    const all = wanted.split(' ').filter((ledger) => ledger !== '');
    const read = async () => {
      for (const ledger of all) {
        const found = await store.allNames(ledger);
        if (gone) return;
        const own = new Map(found.map(({ id, name }) => [id as string, name]));
        setNames((before) => new Map(before).set(ledger, own));
      }
    };
    void read();
    const stop = store.onChange((touched) => {
      if (touched.some((ledger) => all.includes(ledger))) void read();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [store, wanted]);
  return names;
}
