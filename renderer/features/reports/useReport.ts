import { useEffect, useMemo, useRef, useState } from 'react';
import type { Instant } from '../../../shared/kernel/time';
import { askedFigures } from '../../../shared/reports/askedFigures';
import type { FilledReport } from '../../../shared/reports/filledReport';
import { fillReport, type FigureAnswers } from '../../../shared/reports/fillReport';
import { figureFinder } from '../../../shared/reports/reportCatalogue';
import type { ReportTemplate } from '../../../shared/reports/template';
import { useSession } from '../../app/session';
import { readAnswers } from './readAnswers';
import type { Progress } from './WorkProgress';

const settleMs = 400;

/** A report as it is being computed. */
export interface ReportWork {
  /** Undefined until the figures of the cut-off are there. */
  readonly report: FilledReport | undefined;
  /** Undefined once it was cancelled, or is done. */
  readonly progress: Progress | undefined;
  readonly cancel: () => void;
  /** Computes what was cancelled. */
  readonly again: () => void;
}

/**
 * The template filled with the figures of the cut-off, anew when records change. Wording is filled
 * at once, only what it asks for newly has to be computed.
 */
export function useReport(
  template: ReportTemplate,
  at: Instant,
  number: number | undefined,
): ReportWork {
  const { store, ledgers } = useSession();
  const find = useMemo(() => figureFinder(ledgers), [ledgers]);
  const asked = JSON.stringify(askedFigures(template, find, at));
  const [answered, setAnswered] = useState<{
    readonly asked: string;
    readonly answers: FigureAnswers;
  }>();
  const [turn, setTurn] = useState(0);
  const [progress, setProgress] = useState<Progress>();
  const running = useRef<AbortController>(undefined);

  useEffect(() => {
    const work = new AbortController();
    running.current = work;
    const wanted = askedFigures(template, find, at);
    void readAnswers(store, ledgers, find, wanted, {
      signal: work.signal,
      onProgress: (done, total) => {
        if (!work.signal.aborted) setProgress({ done, total });
      },
    }).then((answers) => {
      if (running.current !== work) return;
      setProgress(undefined);
      if (answers.ok) setAnswered({ asked, answers: answers.value });
    });
    return () => {
      running.current = undefined;
      work.abort();
    };
    // `asked` says all that the template and the cut-off matter here
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [store, ledgers, find, asked, turn]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setTurn((count) => count + 1), settleMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);

  const facts = { unit: store.event.unit, at, ...(number === undefined ? {} : { number }) };
  return {
    report:
      answered?.asked === asked
        ? fillReport(template, facts, ledgers, answered.answers)
        : undefined,
    progress,
    cancel: () => running.current?.abort(),
    again: () => setTurn((count) => count + 1),
  };
}
