import { useCallback } from 'react';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Instant } from '../../../../shared/kernel/time';
import type { Application, Filed } from '../../../../shared/passes/lifecycle/application';
import {
  checkApplication,
  type ApplicationFinding,
} from '../../../../shared/passes/lifecycle/checkApplication';
import { useJudging } from '../../../app/judging/JudgingProvider';
import { useRecords } from '../records';

type Check = (
  applications: readonly Filed<Application>[],
  at: Instant,
) => ReadonlyMap<RowId, readonly ApplicationFinding[]>;

/** The check of applications against all others, all passes and the rules of that moment. */
export function useCheck(): Check {
  const { facts } = useJudging();
  const { applications, permits, closedCheckpoints } = useRecords();
  return useCallback(
    (some, now) => {
      if (!facts) return new Map();
      const { policy } = facts;
      const around = { applications, permits, closedCheckpoints, policy, now };
      return new Map(some.map((one) => [one.id, checkApplication(one, around)]));
    },
    [facts, applications, permits, closedCheckpoints],
  );
}
