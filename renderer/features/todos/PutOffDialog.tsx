import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dateOf, startOfDay, toInstant, type Instant } from '../../../shared/kernel/time';
import { useSession } from '../../app/session';
import { useModal } from '../../components/popover/useModal';
import type { WordedTodo } from './todoLines';
import styles from './todoDialogs.module.css';

interface PutOffDialogProps {
  readonly worded: WordedTodo;
  readonly onPutOff: (until: Instant, reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

const hourMs = 3_600_000;
const choices = ['hour', 'hours', 'tomorrow', 'days'] as const;

/** Putting off needs a reason; the to-do comes back by itself. */
export function PutOffDialog({ worded, onPutOff, onClose }: PutOffDialogProps) {
  const { t } = useTranslation();
  const { clock } = useSession();
  const dialog = useModal();
  const [until, setUntil] = useState<(typeof choices)[number]>('hours');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<'noReason' | 'notKept'>();
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="put-off-title"
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() === '') return setProblem('noReason');
          void onPutOff(momentOf(until, clock()), reason.trim()).then((isKept) =>
            isKept ? dialog.current?.close() : setProblem('notKept'),
          );
        }}
      >
        <h1 id="put-off-title">{t('todos.putOffTitle', { what: worded.what })}</h1>
        <p>{[worded.record, worded.unit, worded.person].filter(Boolean).join(' · ')}</p>
        <fieldset>
          <legend>{t('todos.until')}</legend>
          {choices.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name="until"
                checked={until === choice}
                onChange={() => setUntil(choice)}
              />
              {t(`todos.untilChoices.${choice}`)}
            </label>
          ))}
        </fieldset>
        <label className={styles.reason}>
          <span>
            {t('todos.reason')}
            <em aria-hidden> *</em>
          </span>
          <input
            data-first
            value={reason}
            aria-required
            aria-invalid={problem === 'noReason'}
            onChange={({ target }) => setReason(target.value)}
          />
        </label>
        {problem && (
          <p className={styles.wrong} role="alert">
            {t(`todos.${problem}`)}
          </p>
        )}
        <footer>
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('todos.cancel')}
          </button>
          <button type="submit" className={styles.primary}>
            {t('todos.putOff')}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

function momentOf(choice: (typeof choices)[number], now: Instant): Instant {
  const morning = (days: number) => toInstant(startOfDay(addDays(dateOf(now), days)) + 8 * hourMs);
  switch (choice) {
    case 'hour':
      return toInstant(now + hourMs);
    case 'hours':
      return toInstant(now + 4 * hourMs);
    case 'tomorrow':
      return morning(1);
    case 'days':
      return morning(3);
  }
}
