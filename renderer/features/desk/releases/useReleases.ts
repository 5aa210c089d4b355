import { useEffect, useState } from 'react';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { closedLoopReleases } from '../../../../shared/ledgers/closedLoopReleases';
import { allRows } from '../../../app/judging/judgingFacts';
import type { CommitProblem, Store, Write } from '../../../store/contract';

export interface Releases {
  /** Undefined until they are read for the first time. */
  readonly rows: readonly Row[] | undefined;
  readonly write: (write: Write | undefined) => Promise<boolean>;
  /** Why the last change was not kept. */
  readonly problem: CommitProblem['tag'] | undefined;
}

/** Every closed-loop release of the event; follows the store. */
export function useReleases(store: Store): Releases {
  const [rows, setRows] = useState<readonly Row[]>();
  const [problem, setProblem] = useState<CommitProblem['tag']>();
  useEffect(() => {
    let latest = 0;
    const read = async () => {
      const own = ++latest;
      const found = await allRows(store, { ledger: closedLoopReleases.id });
      if (own === latest) setRows(found);
    };
    void read();
    const stop = store.onChange((ledgers) => {
      if (ledgers.includes(closedLoopReleases.id)) void read();
    });
    return () => {
      latest++;
      stop();
    };
  }, [store]);
  const write = async (one: Write | undefined) => {
    if (!one) return true;
    const done = await store.commit([one], { type: 'typed' });
    setProblem(done.ok ? undefined : done.problem.tag);
    return done.ok;
  };
  return { rows, write, problem };
}
