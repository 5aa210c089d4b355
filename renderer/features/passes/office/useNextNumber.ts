import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nextPassNumber, type NumberProblem } from '../../../../shared/passes/numbering';
import { useSession } from '../../../app/session';
import { useRecords } from '../records';
import { useOffice } from './officeContext';
import { readUsed } from './readUsed';

/** The number that the next pass will have, or why there is none, in words. */
export function useNextNumber(): string {
  const { t } = useTranslation();
  const { store } = useSession();
  const { office, ranges } = useOffice();
  const { permitRows } = useRecords();
  const [number, setNumber] = useState<string | NumberProblem['tag']>('');
  useEffect(() => {
    if (!office) return undefined;
    let gone = false;
    void readUsed(store, office.division).then((used) => {
      const next = nextPassNumber(ranges, office.division, office.holder, used, office.atLeast);
      if (!gone) setNumber(next.ok ? next.value : next.problem.tag);
    });
    return () => {
      gone = true;
    };
    // a pass more is a serial less
  }, [store, office, ranges, permitRows]);
  return /^\d*$/.test(number) ? number : t(`passes.numberProblems.${number}`);
}
