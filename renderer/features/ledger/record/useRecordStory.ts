import { useEffect, useState } from 'react';
import type { LedgerDefinition, Row } from '../../../../shared/ledger/defineLedger';
import type { HistoryEntry, Store } from '../../../store/contract';
import { readLinks, type Link } from './links';

export interface RecordStory {
  /** Undefined while it is being read. */
  readonly history: readonly HistoryEntry[] | undefined;
  readonly links: readonly Link[] | undefined;
  /** Records it is linked with. */
  readonly linked: number | undefined;
}

const unknown: RecordStory = { history: undefined, links: undefined, linked: undefined };
/** Records that are only passed over need not be read up. */
const pauseMs = 120;

/** What happened to a record and what it is linked with; read again after every commit. */
export function useRecordStory(
  store: Store,
  ledger: LedgerDefinition,
  row: Row | undefined,
  ledgers: readonly LedgerDefinition[],
): RecordStory {
  const [told, setTold] = useState<RecordStory & { readonly of: string }>();
  const [commits, setCommits] = useState(0);
  useEffect(() => store.onChange(() => setCommits((now) => now + 1)), [store]);
  useEffect(() => {
    if (!row) return undefined;
    let gone = false;
    const timer = setTimeout(() => {
      void Promise.all([
        store.history(ledger.id, row.id),
        readLinks(store, ledger, row, ledgers),
      ]).then(([history, links]) => {
        if (gone) return;
        const linked = links.reduce((sum, { count }) => sum + count, 0);
        setTold({ of: row.id, history, links, linked });
      });
    }, pauseMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
    // the row's values belong to a commit, and that is counted
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [store, ledger, ledgers, row?.id, commits]);
  return told?.of === row?.id && told ? told : unknown;
}
