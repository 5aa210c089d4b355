import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf } from '../../../shared/kernel/time';
import {
  planEvents,
  readSensorEvents,
  type EventsPlan,
  type UnreadEvent,
} from '../../../shared/work/sensorEvents';
import { allRows } from '../../app/judging/judgingFacts';
import { useSession } from '../../app/session';
import { useModal } from '../../components/popover/useModal';
import type { Write } from '../../store/contract';
import styles from './work.module.css';

interface SensorImportProps {
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

interface Preview {
  readonly name: string;
  readonly plan: EventsPlan;
  readonly unread: readonly UnreadEvent[];
  /** Of the store when it was planned: nothing is written over what came since. */
  readonly sequence: number;
}

const shownAtMost = 8;

/** The maker's csv: chosen, read, said what it adds, and only then written, as one commit. */
export function SensorImport({ onDone, onClose }: SensorImportProps) {
  const { t } = useTranslation();
  const { desktop, store, clock } = useSession();
  const dialog = useModal();
  const id = useId();
  const [preview, setPreview] = useState<Preview>();
  const [problem, setProblem] = useState('');

  const choose = async () => {
    const opened = await desktop.files.open(
      [{ label: t('work.sensors.kind'), extensions: ['csv', 'txt'] }],
      false,
    );
    if (!opened.ok) {
      if (opened.problem.tag !== 'cancelled') setProblem(t('work.sensors.notOpened'));
      return;
    }
    const [file] = opened.value;
    if (!file) return;
    const { sequence } = store.status();
    const read = readSensorEvents(file.bytes, dateOf(clock()));
    if (!read.ok) {
      setPreview(undefined);
      setProblem(
        t(read.problem.tag === 'noHeader' ? 'work.sensors.noHeader' : 'work.sensors.notRead'),
      );
      return;
    }
    setProblem('');
    const sensors = await allRows(store, { ledger: 'door-sensors' });
    const plan = planEvents(read.value.events, sensors);
    setPreview({ name: file.name, plan, unread: read.value.unread, sequence });
  };
  const write = async () => {
    if (!preview) return choose();
    const { plan, name, sequence } = preview;
    const writes = plan.changes.flatMap((change): readonly Write[] =>
      change.type === 'update' ? [change] : [],
    );
    const reason = t('work.sensors.reason', { name });
    const done = await store.commit(
      writes,
      { type: 'typed', reason },
      { expectSequence: sequence },
    );
    if (done.ok) onDone(t('work.sensors.done', { count: plan.added }));
    else setProblem(t(`ledger.problem.${done.problem.tag}`));
  };
  const canWrite = (preview?.plan.added ?? 0) > 0;
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void write();
        }}
      >
        <h2 id={id}>{t('work.sensors.title')}</h2>
        <p>{t('work.sensors.hint')}</p>
        {preview && (
          <>
            <p>{t('work.sensors.found', { name: preview.name, count: preview.plan.added })}</p>
            {preview.plan.known > 0 && (
              <p>{t('work.sensors.known', { count: preview.plan.known })}</p>
            )}
            {preview.plan.strangers.length > 0 && (
              <p>
                {t('work.sensors.strangers', {
                  count: preview.plan.strangers.length,
                  names: preview.plan.strangers.slice(0, shownAtMost).join(t('work.and')),
                })}
              </p>
            )}
            {preview.unread.length > 0 && (
              <ul>
                {preview.unread.slice(0, shownAtMost).map(({ line, why }) => (
                  <li key={line}>{t(`work.sensors.unread.${why}`, { line })}</li>
                ))}
                {preview.unread.length > shownAtMost && (
                  <li>{t('work.sensors.more', { count: preview.unread.length - shownAtMost })}</li>
                )}
              </ul>
            )}
          </>
        )}
        <p className={styles.problem} role="alert">
          {problem}
        </p>
        <footer>
          <button type="button" onClick={onClose}>
            {t('work.cancel')}
          </button>
          <button type="button" data-first onClick={() => void choose()}>
            {t('work.sensors.choose')}
          </button>
          <button type="submit" className={styles.primary} disabled={!canWrite}>
            {t('work.sensors.write', { count: preview?.plan.added ?? 0 })}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
