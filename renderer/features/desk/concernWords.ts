import type { TFunction } from 'i18next';
import { assertNever } from '../../../shared/kernel/assertNever';
import type { Concern } from './readForm';

/** The words for a concern; also what stands as grounds in the record. */
export function concernWords(t: TFunction, concern: Concern): string {
  switch (concern.tag) {
    case 'fever':
      return t('desk.concerns.fever', { degrees: concern.degrees.toFixed(1) });
    case 'healthCode':
    case 'tripCode':
      return t(`desk.concerns.${concern.tag}.${concern.colour}`);
    case 'testOld':
      return t('desk.concerns.testOld', { hours: concern.hours });
    case 'positive':
    case 'noResult':
    case 'testInFuture':
    case 'permitUnknown':
      return t(`desk.concerns.${concern.tag}`);
    default:
      return assertNever(concern);
  }
}
