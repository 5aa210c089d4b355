import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Instant } from '../../../../shared/kernel/time';
import type { Row, RowValues } from '../../../../shared/ledger/defineLedger';
import type { OverdueTransit } from '../../../../shared/passes/transit';
import { allRows } from '../../../app/judging/judgingFacts';
import { useJudging } from '../../../app/judging/JudgingProvider';
import { useSession } from '../../../app/session';
import type { ParkedForm } from '../form/deskForm';
import { useOpenHolds } from '../holds/useOpenHolds';
import { waitingHolds, type WaitingHold } from '../holds/waitingHolds';
import { deskMemory } from '../lanes/deskMemory';
import type { Duty } from '../passage/passageValues';
import { useOverdueTransits } from '../transits/useOverdueTransits';
import { useNow } from '../useNow';
import { shiftQuery } from './shiftQuery';
import { shiftSpan, type ShiftSpan } from './shiftSpan';
import { summariseShift, type ShiftSummary } from './shiftSummary';

/** What stands open when a shift is handed over. */
export interface OpenItems {
  readonly waiting: readonly WaitingHold[];
  readonly parked: readonly ParkedForm[];
  readonly overdue: readonly OverdueTransit[];
  /** How fresh the list of voided passes is; undefined: none has come. */
  readonly listAsOf: Instant | undefined;
}

export interface Shift {
  readonly now: Instant;
  readonly span: ShiftSpan;
  /** In the order of time. */
  readonly rows: readonly Row[];
  readonly ready: boolean;
  readonly summary: ShiftSummary;
  readonly open: OpenItems;
  /** The record of the checkpoint, with the leaders of both shifts. */
  readonly leaders: RowValues;
}

const nothing: readonly Row[] = [];

/** The shift on duty: what it has logged, and what it leaves open. */
export function useShift(duty: Duty): Shift {
  const { store, clock } = useSession();
  const { facts } = useJudging();
  const now = useNow(clock);
  const { date } = shiftSpan(duty.shift, now);
  const [rows, setRows] = useState<readonly Row[]>();
  const [leaders, setLeaders] = useState<RowValues>({});
  useEffect(() => {
    let gone = false;
    const query = shiftQuery(duty, shiftSpan(duty.shift, clock()));
    void allRows(store, query).then((found) => {
      if (!gone) setRows(found);
    });
    void store.rows('checkpoints', [duty.checkpoint as Row['id']]).then(([place]) => {
      if (!gone) setLeaders(place?.values ?? {}); // chosen from the records' ids
    });
    return () => {
      gone = true;
    };
  }, [store, clock, duty, date]);
  const holds = useOpenHolds(store, duty.checkpoint);
  const overdue = useOverdueTransits(store, facts?.policy.passageRules, clock);
  const memory = deskMemory(store, clock);
  const { parked } = useSyncExternalStore(memory.subscribe, memory.state);
  const waiting = useMemo(() => waitingHolds(holds, now), [holds, now]);
  const summary = useMemo(() => summariseShift(rows ?? nothing), [rows]);
  return {
    now,
    span: shiftSpan(duty.shift, now),
    rows: rows ?? nothing,
    ready: rows !== undefined,
    summary,
    open: { waiting, parked, overdue, listAsOf: facts?.revocations.asOf },
    leaders,
  };
}
