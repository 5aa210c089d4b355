import { useCallback, useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RowId } from '../../../../shared/kernel/ids';
import type { Result } from '../../../../shared/kernel/result';
import { signingKey } from '../../../../shared/passes/issuerKeys';
import { useSession } from '../../../app/session';
import { useOffice } from '../office/officeContext';
import { issueOne, type Issued, type IssuingProblem } from './issueOne';

interface IssuingHere {
  /** What has to be done before anything can be issued, in words; empty where nothing has. */
  readonly hint: string;
  readonly issue: (application: RowId) => Promise<Result<Issued, IssuingProblem>>;
}

/** Issuing with this computer's key and serials. */
export function useIssuing(): IssuingHere {
  const { t } = useTranslation();
  const session = useSession();
  const { ready, ring, office, ranges } = useOffice();
  const hint = useMemo(() => {
    if (!ready) return '';
    if (!signingKey(ring)) return t('passes.issue.noKey');
    return office ? '' : t('passes.issue.noOffice');
  }, [ready, ring, office, t]);
  const issue = useCallback(
    (application: RowId) => {
      const reasonOf = (number: string) => t('passes.issue.replaced', { number });
      return issueOne(session, application, { ring, office, ranges, reasonOf });
    },
    [session, ring, office, ranges, t],
  );
  return { hint, issue };
}

export function issuingProblemWords(t: TFunction, problem: IssuingProblem): string {
  switch (problem.tag) {
    case 'noKey':
    case 'noOffice':
      return t(`passes.issue.${problem.tag}`);
    case 'number':
      return t(`passes.numberProblems.${problem.why}`);
    case 'commit':
      return t(`passes.commitProblems.${problem.why}`);
    case 'issue': {
      const { why } = problem;
      if (why.tag === 'notNow')
        return t('passes.problems.notNow', { state: t(`passes.states.${why.state}`) });
      if (why.tag === 'content') return t(`passes.issue.content.${contentWord[why.why]}`);
      if (why.tag === 'incomplete') return t('passes.applications.incomplete');
      return t(`passes.issue.${why.tag}`);
    }
  }
}

/** What has to be corrected when the code refuses it; the rest cannot come from a record. */
const contentWord = {
  number: 'other',
  plate: 'plate',
  driver: 'driver',
  validity: 'validity',
  issuedAt: 'other',
  route: 'other',
  hours: 'hours',
  truncated: 'other',
  trailing: 'other',
  text: 'other',
  transport: 'other',
} as const;
