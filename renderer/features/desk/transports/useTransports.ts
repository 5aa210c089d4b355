import { useEffect, useRef, useState } from 'react';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { transportRecords } from '../../../../shared/ledgers/transportRecords';
import { allRows } from '../../../app/judging/judgingFacts';
import type { CommitProblem, Store, Write } from '../../../store/contract';
import { readSubject, type Subject } from './transportsOf';

export interface Transports {
  /** Undefined until they are read for the first time. */
  readonly rows: readonly Row[] | undefined;
  /** Undefined: the transports of the county. */
  readonly subject: Subject | undefined;
  readonly write: (write: Write) => Promise<boolean>;
  /** The record once every change begun before is in it. */
  readonly settled: (row: RowId) => Promise<Row | undefined>;
  /** Why the last change was not kept. */
  readonly problem: CommitProblem['tag'] | undefined;
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
  const [problem, setProblem] = useState<CommitProblem['tag']>();
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
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  const write = async (one: Write) => {
    const committing = store.commit([one], { type: 'typed' });
    writing.current = committing;
    const done = await committing;
    setProblem(done.ok ? undefined : done.problem.tag);
    return done.ok;
  };
  const settled = async (id: RowId) => {
    await writing.current;
    return store.row(transportRecords.id, id);
  };
  const here = read?.key === key ? read : undefined;
  return { rows: here?.rows, subject: here?.subject, write, settled, problem };
}
