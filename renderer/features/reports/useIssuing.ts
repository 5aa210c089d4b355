import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { issueReport } from './issueReport';
import type { Progress } from './WorkProgress';

type Issue = Omit<Parameters<typeof issueReport>[0], 't' | 'signal' | 'onProgress'>;

export interface Issuing {
  /** Undefined while nothing is being issued. */
  readonly progress: Progress | undefined;
  readonly issue: (settings: Issue) => Promise<void>;
  readonly cancel: () => void;
}

/** Issues a report, with how far that is, and tells how it ended. */
export function useIssuing(tell: (notice: string) => void): Issuing {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<Progress>();
  const running = useRef<AbortController>(undefined);
  return {
    progress,
    cancel: () => running.current?.abort(),
    issue: async (settings) => {
      const work = new AbortController();
      running.current = work;
      setProgress({ done: 0, total: 0 });
      const done = await issueReport({
        ...settings,
        t,
        signal: work.signal,
        onProgress: (count, total) => setProgress({ done: count, total }),
      });
      setProgress(undefined);
      if (done.ok) tell(t('reports.frozen'));
      else
        tell(t(done.problem.tag === 'cancelled' ? 'reports.issueCancelled' : 'reports.notFrozen'));
    },
  };
}
