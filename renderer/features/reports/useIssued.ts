import { useEffect, useState } from 'react';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import { useSession } from '../../app/session';

const shownAtMost = 200;

export interface Issued {
  readonly ledger: LedgerDefinition | undefined;
  /** The newest first. */
  readonly rows: readonly Row[];
}

/** The reports that were issued, here or on another laptop. */
export function useIssued(): Issued {
  const { store, ledgers } = useSession();
  const [rows, setRows] = useState<readonly Row[]>([]);
  const ledger = ledgers.find(({ role }) => role === 'issuedReports');
  useEffect(() => {
    if (!ledger) return;
    const read = async () => {
      const sort = [{ field: 'issuedAt', descending: true }];
      const view = await store.openView({ ledger: ledger.id, sort }, shownAtMost);
      store.closeView(view.id);
      setRows(view.first);
    };
    void read();
    return store.onChange((touched) => {
      if (touched.includes(ledger.id)) void read();
    });
  }, [store, ledger]);
  return { ledger, rows };
}
