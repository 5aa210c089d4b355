import { useRef, useState } from 'react';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { CommitProblem, Store, Write } from '../../../store/contract';

export interface RecordWrites {
  /** False: it could not be kept. `undefined` is nothing to do. */
  readonly write: (write: Write | undefined) => Promise<boolean>;
  /**
   * The record once it holds what was typed, also in the field that still has the focus when a key
   * asks for the next step. Undefined: it is gone.
   */
  readonly settled: (row: RowId) => Promise<Row | undefined>;
  /** Why the last change was not kept. */
  readonly problem: CommitProblem['tag'] | undefined;
}

/** What is typed into the fields of a ledger's records, written one after the other. */
export function useRecordWrites(store: Store, ledger: string): RecordWrites {
  const [problem, setProblem] = useState<CommitProblem['tag']>();
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  const write = async (one: Write | undefined) => {
    if (!one) return true;
    const committing = store.commit([one], { type: 'typed' });
    writing.current = committing;
    const done = await committing;
    setProblem(done.ok ? undefined : done.problem.tag);
    return done.ok;
  };
  const settled = async (row: RowId) => {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    await writing.current;
    return store.row(ledger, row);
  };
  return { write, settled, problem };
}
