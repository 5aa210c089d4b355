import { useEffect, useMemo, useState } from 'react';
import type { Instant } from '../../../shared/kernel/time';
import { askedFigures } from '../../../shared/reports/askedFigures';
import type { FilledReport } from '../../../shared/reports/filledReport';
import { fillReport, type FigureAnswers } from '../../../shared/reports/fillReport';
import { figureFinder } from '../../../shared/reports/reportCatalogue';
import type { ReportTemplate } from '../../../shared/reports/template';
import { useSession } from '../../app/session';
import { readAnswers } from './readAnswers';

const settleMs = 400;

/**
 * The template filled with the figures of the cut-off, anew when records change; undefined until
 * they are there. Wording is filled at once, only what it asks for newly has to be computed.
 */
export function useReport(
  template: ReportTemplate,
  at: Instant,
  number: number | undefined,
): FilledReport | undefined {
  const { store, ledgers } = useSession();
  const find = useMemo(() => figureFinder(ledgers), [ledgers]);
  const asked = JSON.stringify(askedFigures(template, find, at));
  const [answered, setAnswered] = useState<{
    readonly asked: string;
    readonly answers: FigureAnswers;
  }>();
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let gone = false;
    const wanted = askedFigures(template, find, at);
    void readAnswers(store, ledgers, find, wanted).then((answers) => {
      if (!gone) setAnswered({ asked, answers });
    });
    return () => {
      gone = true;
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

  if (answered?.asked !== asked) return undefined;
  const facts = { unit: store.event.unit, at, ...(number === undefined ? {} : { number }) };
  return fillReport(template, facts, ledgers, answered.answers);
}
