import { useTranslation } from 'react-i18next';
import type { PlanSummary } from './summariseLines';
import type { FoundParcel } from './useReceive';
import styles from './receive.module.css';

/** What a person should know of the workbook before it is merged. */
export function ReceiveNotes({
  found,
  summary,
}: {
  readonly found: FoundParcel;
  readonly summary: PlanSummary;
}) {
  const { t } = useTranslation();
  const days = Math.max(0, ...summary.clocksAhead.map((one) => one.days));
  const notes = [
    ...(found.alreadyReceived ? [t('parcel.notes.alreadyReceived')] : []),
    ...(found.olderThanKnown ? [t('parcel.notes.olderThanKnown')] : []),
    ...(days > 0 ? [t('parcel.notes.clockAhead', { days })] : []),
    ...(summary.forked > 0 ? [t('parcel.notes.forked')] : []),
    ...(summary.ownLost > 0 ? [t('parcel.notes.ownLost')] : []),
    ...(found.trust.state === 'enrolled' || found.trust.state === 'own'
      ? []
      : [t('parcel.notes.accepted')]),
  ];
  return notes.map((words) => (
    <p key={words} className={styles.note} role="note">
      {words}
    </p>
  ));
}
