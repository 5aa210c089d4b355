import type { TFunction } from 'i18next';
import type { ReadingProblem } from './connectImport';

/** Why a file was not read, and what to do about it. */
export function readingWords(t: TFunction, problem: ReadingProblem, language: string): string {
  const shown = (value: number) => value.toLocaleString(language.startsWith('en') ? 'en' : 'zh-CN');
  switch (problem.tag) {
    case 'notWorkbook':
      return t('exchange.unread.notWorkbook', {
        looksLike: t(`exchange.foreign.${problem.looksLike}`),
      });
    case 'tooLarge':
      return t('exchange.unread.tooLarge', {
        limit: t(`exchange.limits.${problem.limit}`),
        allowed: shown(problem.allowed),
        found: shown(problem.found),
      });
    case 'cancelled':
      return t('exchange.readCancelled');
    case 'timedOut':
      return t('exchange.timedOut', { seconds: problem.seconds });
    case 'workerFailed':
      return t('exchange.workerFailed');
    case 'encrypted':
    case 'documentType':
    case 'damaged':
    case 'unknownEncoding':
      return t(`exchange.unread.${problem.tag}`);
  }
}
