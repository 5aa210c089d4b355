import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatRecent, type Instant } from '../../shared/kernel/time';
import { clockToleranceMs } from '../../shared/passes/judgeHealth';
import { policyValueAt } from '../../shared/policy/policyValue';
import { useJudging } from './judging/JudgingProvider';
import type { JudgingFacts } from './judging/judgingFacts';
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
  const { facts } = useJudging();
  const { latestAt } = status;
  const isSetBack = latestAt !== undefined && now + clockToleranceMs < latestAt;
  const saved =
    status.savedAt === undefined
      ? t('frame.notSaved')
      : t(safe ? 'frame.saved' : 'frame.savedOnce', { time: timeOf(status.savedAt) });
  const { freeBytes } = status;
  const low = freeBytes !== undefined && freeBytes < littleSpaceBytes;
  return (
    <footer
      className={styles.status}
      data-safe={safe && !low && !isSetBack}
      data-sequence={status.sequence}
    >
      <span className={styles.dot} />
      <span>{saved}</span>
      <span>{t('frame.commits', { count: status.sequence })}</span>
      {low && <strong role="alert">{t('frame.spaceLow', { free: sizeOf(freeBytes) })}</strong>}
      {!low && freeBytes !== undefined && (
        <span>{t('frame.space', { free: sizeOf(freeBytes) })}</span>
      )}
      {facts && <ListAge facts={facts} now={now} />}
      {isSetBack && (
        <strong role="alert">{t('frame.clockSetBack', { latest: formatInstant(latestAt) })}</strong>
      )}
      <span className={styles.clock}>{t('frame.clock', { date, weekday, time })}</span>
    </footer>
  );
}

const hourMs = 3_600_000;

/** How old the list of voided passes is; amber from the hours on that the office has set. */
function ListAge({ facts, now }: { readonly facts: JudgingFacts; readonly now: Instant }) {
  const { t } = useTranslation();
  const { asOf } = facts.revocations;
  const limit = policyValueAt(facts.policy.values, '名单过旧小时数', now);
  const isOld = asOf === undefined || now - asOf > limit * hourMs;
  return (
    <span className={isOld ? styles.old : undefined} data-list-age={isOld ? 'old' : 'fresh'}>
      {asOf === undefined
        ? t('frame.noList')
        : t('frame.listAsOf', { time: formatRecent(asOf, now) })}
    </span>
  );
}
