import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../shared/kernel/assertNever';
import type { Notice } from '../form/deskForm';
import { showPlate } from '../marks/showPlate';
import styles from './lane.module.css';

/** One line between form and outcomes: what just happened, and what to press. */
export function NoticeLine({ notice }: { readonly notice: Notice | undefined }) {
  const { t } = useTranslation();
  const grave =
    notice?.tag === 'failed' ||
    notice?.tag === 'permitOfOther' ||
    notice?.tag === 'scanGarbled' ||
    notice?.tag === 'scanMisread' ||
    notice?.tag === 'scanIncomplete' ||
    notice?.tag === 'passGarbled' ||
    notice?.tag === 'passNewer' ||
    notice?.tag === 'passUnreadable';
  return (
    <div
      className={[styles.notice, grave ? styles.grave : ''].join(' ')}
      role={grave ? 'alert' : 'status'}
    >
      {notice ? words(notice, t) : ''}
    </div>
  );
}

function words(notice: Notice, t: TFunction): string {
  switch (notice.tag) {
    case 'scanUnknown':
      return t('desk.notices.scanUnknown', { text: notice.text });
    case 'scanned': {
      const text = notice.field === 'plate' ? showPlate(notice.text) : tail(notice.text);
      return t('desk.notices.scanned', { field: t(`desk.fields.${notice.field}`), text });
    }
    case 'failed':
      return t('desk.notices.failed', {
        plate: showPlate(notice.plate) || t('desk.panel.noPlate'),
        problem: t(`desk.problems.${notice.problem}`),
      });
    case 'permitOfOther':
      return t('desk.notices.permitOfOther', { plate: showPlate(notice.plate) });
    case 'voided':
      return t('desk.notices.voided', { plate: showPlate(notice.plate) });
    case 'scanGarbled':
    case 'scanMisread':
    case 'scanIncomplete':
    case 'cleared':
    case 'passGarbled':
    case 'passNewer':
    case 'passUnreadable':
    case 'nothingToPark':
    case 'nothingToSave':
    case 'finishFirst':
    case 'noSelection':
    case 'alreadyVoided':
      return t(`desk.notices.${notice.tag}`);
    default:
      return assertNever(notice);
  }
}

/** The end of a number is enough to know which was scanned. */
function tail(text: string): string {
  return text.length > 6 ? `…${text.slice(-4)}` : text;
}
