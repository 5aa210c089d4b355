import { useState } from 'react';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { checkpointHolds } from '../../../../shared/ledgers/checkpointHolds';
import type { ChangeSource } from '../../../../shared/journal/change';
import type { CommitProblem, Store, Write } from '../../../store/contract';
import type { HoldField } from './holdEdits';

export interface HoldEditing {
  readonly write: (write: Write | undefined) => Promise<boolean>;
  /** A sensitive field was asked for: on record, as in the ledger. */
  readonly reveal: (row: Row, field: HoldField) => void;
  /** Why the last change was not kept. */
  readonly problem: CommitProblem['tag'] | undefined;
}

/** Writes what is done for somebody who waits, one change after the other. */
export function useHoldEditing(store: Store, source: ChangeSource): HoldEditing {
  const [problem, setProblem] = useState<CommitProblem['tag']>();
  const write = async (one: Write | undefined) => {
    if (!one) return true;
    const done = await store.commit([one], source);
    setProblem(done.ok ? undefined : done.problem.tag);
    return done.ok;
  };
  const reveal = ({ id }: Row, field: HoldField) =>
    void write({ type: 'reveal', ledger: checkpointHolds.id, row: id, fields: [field] });
  return { write, reveal, problem };
}
