import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
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
  const { event } = useSession().store;
  const { manifest } = found;
  const days = Math.max(0, ...summary.clocksAhead.map((one) => one.days));
  // Each computer makes its event anew, with a number of its own: people know it by its name.
  const isOther = manifest.event.name.trim() !== event.name.trim();
  const notes = [
    ...(isOther
      ? [t('parcel.notes.otherEvent', { theirs: manifest.event.name, ours: event.name })]
      : []),
    ...(manifest.kind === 'masked' ? [t('parcel.notes.masked')] : []),
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
