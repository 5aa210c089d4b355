import { useEffect, useState } from 'react';
import type { LedgerHits } from '../../store/contract';
import { useSession } from '../session';

const perLedger = 5;
/** Between the last letter and the search. */
const pauseMs = 120;

export interface Hits {
  readonly ledgers: readonly LedgerHits[];
  /** Every ledger has been asked for what is typed now. */
  readonly settled: boolean;
}

const none: readonly LedgerHits[] = [];

/** What the ledgers hold of a text; the next letter and the end of the dialog stop the search. */
export function useHits(typed: string): Hits {
  const { store } = useSession();
  const [found, setFound] = useState({ of: '', ledgers: none });
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(
      () => {
        void store.searchAll(typed, perLedger).then((ledgers) => {
          if (!gone) setFound({ of: typed, ledgers });
        });
      },
      typed.trim() === '' ? 0 : pauseMs,
    );
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [store, typed]);
  useEffect(
    () => () => {
      void store.searchAll('', 0);
    },
    [store],
  );
  const isBlank = typed.trim() === '';
  return { ledgers: isBlank ? none : found.ledgers, settled: isBlank || found.of === typed };
}
