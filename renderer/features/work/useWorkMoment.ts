import { useEffect, useMemo, useState } from 'react';
import type { Instant } from '../../../shared/kernel/time';
import { defaultPolicy } from '../../../shared/policy/policy';
import { dayClosed } from '../../../shared/reports/reportTime';
import type { WorkMoment } from '../../../shared/work/workList';
import { useJudging } from '../../app/judging/JudgingProvider';
import { useSession } from '../../app/session';

const tickMs = 60_000;

export interface ChosenMoment {
  readonly moment: WorkMoment;
  /** False while it follows the clock. */
  readonly isChosen: boolean;
  /** Undefined: follow the clock again. */
  readonly choose: (at: Instant | undefined) => void;
}

/** Work is done now; what it looked like at another moment can be asked for. Lost with the page: work goes on now. */
export function useWorkMoment(): ChosenMoment {
  const { clock } = useSession();
  const { facts } = useJudging();
  const [now, setNow] = useState(clock);
  const [chosen, setChosen] = useState<Instant>();
  useEffect(() => {
    const ticking = setInterval(() => setNow(clock()), tickMs);
    return () => clearInterval(ticking);
  }, [clock]);
  const policy = facts?.policy ?? defaultPolicy;
  const at = chosen ?? now;
  const moment = useMemo(() => ({ at, today: dayClosed(at), policy }), [at, policy]);
  return {
    moment,
    isChosen: chosen !== undefined,
    choose: (next) => {
      setChosen(next);
      setNow(clock());
    },
  };
}
