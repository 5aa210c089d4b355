import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, type Instant } from '../../shared/kernel/time';
import { useSession } from './session';
import styles from './frame.module.css';

const tickMs = 5_000;
/** Below this a commit may soon find no room. */
const littleSpaceBytes = 500 << 20;

function timeOf(instant: Instant): string {
  return formatInstant(instant, true).slice(11);
}

/** Rounded down: nobody is promised room that is not there. */
function sizeOf(bytes: number): string {
  return bytes < 1 << 30
    ? `${Math.floor(bytes / (1 << 20))} MB`
    : `${Math.floor(bytes / (1 << 30))} GB`;
}

/** Saved when, in how many places, what room is left; amber before anyone has to ask. */
export function StatusLine() {
  const { t } = useTranslation();
  const { store, clock } = useSession();
  const status = useSyncExternalStore(store.onStatus, store.status);
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), tickMs);
    return () => {
      clearInterval(timer);
    };
  }, [clock]);
  const [date = '', time = ''] = formatInstant(now).split(' ');
  const weekday = t('frame.weekdays').split(',')[new Date(`${date}T00:00Z`).getUTCDay()];
  const safe = status.copies === 'both';
  const saved =
    status.savedAt === undefined
      ? t('frame.notSaved')
      : t(safe ? 'frame.saved' : 'frame.savedOnce', { time: timeOf(status.savedAt) });
  const { freeBytes } = status;
  const low = freeBytes !== undefined && freeBytes < littleSpaceBytes;
  return (
    <footer className={styles.status} data-safe={safe && !low} data-sequence={status.sequence}>
      <span className={styles.dot} />
      <span>{saved}</span>
      <span>{t('frame.commits', { count: status.sequence })}</span>
      {low && <strong role="alert">{t('frame.spaceLow', { free: sizeOf(freeBytes) })}</strong>}
      {!low && freeBytes !== undefined && (
        <span>{t('frame.space', { free: sizeOf(freeBytes) })}</span>
      )}
      <span className={styles.clock}>{t('frame.clock', { date, weekday, time })}</span>
    </footer>
  );
}
