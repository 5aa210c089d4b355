import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../shared/kernel/time';
import { policyValues } from '../../../shared/ledgers/policyValues';
import {
  defaultPolicyValue,
  policyLineAt,
  type PolicyKey,
} from '../../../shared/policy/policyValue';
import { useJudging } from '../../app/judging/JudgingProvider';
import { useSession } from '../../app/session';
import { hashOf } from '../../app/useRoute';
import { useModal } from '../../components/popover/useModal';
import { cellShown } from '../../components/record/cellShown';
import { changedLimits, limitKeys, limitWrites, type LimitDraft } from './limitDrafts';
import styles from './todoDialogs.module.css';

interface LimitsDialogProps {
  /** Offered where a limit is to hold for one unit alone. */
  readonly units: readonly string[];
  readonly onClose: () => void;
}

/** From when on something is too long, too old or too little: for every unit, or for one. */
export function LimitsDialog({ units, onClose }: LimitsDialogProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const { store, clock, random } = useSession();
  const { facts } = useJudging();
  const dialog = useModal();
  const [draft, setDraft] = useState<LimitDraft>({ unit: '', basis: '', next: {} });
  const [problem, setProblem] = useState('');
  const values = facts?.policy.values ?? [];
  const unit = draft.unit.trim() || undefined;
  const now = clock();
  const nameOf = (key: PolicyKey) => cellShown(policyValues.fields.key, key, language, {}).text;
  const changed = changedLimits(draft, values, now);

  const save = async () => {
    if (!changed.ok) {
      setProblem(t('todos.limits.wrong', { name: nameOf(changed.problem.key) }));
      return;
    }
    const writes = limitWrites(changed.value, draft, now, random);
    const done = await store.commit(writes, { type: 'typed' });
    if (done.ok) dialog.current?.close();
    else setProblem(t('todos.limits.notKept'));
  };
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${styles.limits}`}
      aria-labelledby="limits-title"
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h1 id="limits-title">{t('todos.limits.title')}</h1>
        <p>{t('todos.limits.note')}</p>
        <div className={styles.limitScope}>
          <label>
            <span>{t('todos.limits.unit')}</span>
            <input
              data-first
              list="limits-units"
              value={draft.unit}
              placeholder={t('todos.limits.everybody')}
              onChange={({ target }) => setDraft({ ...draft, unit: target.value })}
            />
          </label>
          <label>
            <span>{t('todos.limits.basis')}</span>
            <input
              value={draft.basis}
              onChange={({ target }) => setDraft({ ...draft, basis: target.value })}
            />
          </label>
          <datalist id="limits-units">
            {units.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <table className={styles.limitTable}>
          <thead>
            <tr>
              <th>{t('todos.limits.name')}</th>
              <th>{t('todos.limits.usual')}</th>
              <th>{t('todos.limits.inForce')}</th>
              <th>{t('todos.limits.since')}</th>
              <th>{t('todos.limits.next')}</th>
            </tr>
          </thead>
          <tbody>
            {limitKeys.map((key) => {
              const line = policyLineAt(values, key, now, unit);
              return (
                <tr key={key} data-limit={key}>
                  <th scope="row">{nameOf(key)}</th>
                  <td>{defaultPolicyValue(key)}</td>
                  <td>
                    <strong>{line?.value ?? defaultPolicyValue(key)}</strong>
                    {line?.appliesTo !== undefined && <small> {line.appliesTo}</small>}
                  </td>
                  <td>{line ? formatInstant(line.from) : '—'}</td>
                  <td>
                    <input
                      inputMode="decimal"
                      value={draft.next[key] ?? ''}
                      aria-label={t('todos.limits.nextOf', { name: nameOf(key) })}
                      aria-invalid={!changed.ok && changed.problem.key === key}
                      onChange={({ target }) =>
                        setDraft({ ...draft, next: { ...draft.next, [key]: target.value } })
                      }
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {problem !== '' && (
          <p className={styles.wrong} role="alert">
            {problem}
          </p>
        )}
        <footer>
          <a href={hashOf({ page: 'ledger', ledger: policyValues.id })}>
            {t('todos.limits.ledger')}
          </a>
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('todos.cancel')}
          </button>
          <button
            type="submit"
            className={styles.primary}
            disabled={changed.ok && changed.value.length === 0}
          >
            {t('todos.limits.save', { count: changed.ok ? changed.value.length : 0 })}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
