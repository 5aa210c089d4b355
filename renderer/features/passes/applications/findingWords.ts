import type { TFunction } from 'i18next';
import type { ActProblem } from '../../../../shared/passes/lifecycle/applicationActs';
import type { ApplicationFinding } from '../../../../shared/passes/lifecycle/checkApplication';
import { hashOf } from '../../../app/useRoute';
import { plateWords } from '../list/fieldWords';

/** A finding of the check in the clerk's words. */
export function findingWords(t: TFunction, finding: ApplicationFinding): string {
  switch (finding.tag) {
    case 'paperMissing':
      return t('passes.findings.paperMissing', { paper: t(`passes.papers.${finding.paper}`) });
    case 'duplicate':
      return finding.number === ''
        ? t('passes.findings.duplicateUnnumbered')
        : t('passes.findings.duplicate', { number: finding.number });
    case 'driverHasOther': {
      const { number, plate } = finding;
      return t('passes.findings.driverHasOther', { number, plate: plateWords(plate) });
    }
    default: {
      const { tag, ...words } = finding;
      return t(`passes.findings.${tag}`, words);
    }
  }
}

/** The address of the record that stands in the way. */
export function findingLink(finding: ApplicationFinding): string | undefined {
  switch (finding.tag) {
    case 'duplicate':
      return hashOf({ page: 'passes', tab: 'applications', row: finding.row });
    case 'overlapping':
    case 'driverHasOther':
      return hashOf({ page: 'passes', tab: 'permits', row: finding.row });
    default:
      return undefined;
  }
}

export function actProblemWords(t: TFunction, problem: ActProblem): string {
  switch (problem.tag) {
    case 'notNow':
      return t('passes.problems.notNow', { state: t(`passes.states.${problem.state}`) });
    case 'samePerson':
      return t('passes.problems.samePerson', { name: problem.name });
    default:
      return t(`passes.problems.${problem.tag}`);
  }
}
