import { useEffect, useState } from 'react';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { transportRecords } from '../../../../shared/ledgers/transportRecords';
import { allRows } from '../../../app/judging/judgingFacts';
import type { Store } from '../../../store/contract';
import { useRecordWrites, type RecordWrites } from '../marks/useRecordWrites';
import { readSubject, type Subject } from './transportsOf';

export interface Transports extends RecordWrites {
  /** Undefined until they are read for the first time. */
  readonly rows: readonly Row[] | undefined;
  /** Undefined: the transports of the county. */
  readonly subject: Subject | undefined;
}

interface Read {
  readonly key: string;
  readonly rows: readonly Row[];
  readonly subject: Subject | undefined;
}

/** The transports of a record, or all; follows the store. */
export function useTransports(
  store: Store,
  ledger: string | undefined,
  row: string | undefined,
): Transports {
  const [read, setRead] = useState<Read>();
  const key = `${ledger ?? ''}/${row ?? ''}`;
  useEffect(() => {
    let latest = 0;
    const look = async () => {
      const own = ++latest;
      const subject =
        ledger === undefined || row === undefined
          ? undefined
          : await readSubject(store, ledger, row);
      const rows = await allRows(store, {
        ledger: transportRecords.id,
        filters: subject?.filters ?? [],
        sort: [{ field: 'departedAt', descending: true }],
      });
      if (own === latest) setRead({ key, rows, subject });
    };
    void look();
    const stop = store.onChange((ledgers) => {
      if (ledgers.includes(transportRecords.id)) void look();
    });
    return () => {
      latest++;
      stop();
    };
  }, [store, ledger, row, key]);
  const writes = useRecordWrites(store, transportRecords.id);
  const here = read?.key === key ? read : undefined;
  return { rows: here?.rows, subject: here?.subject, ...writes };
}
