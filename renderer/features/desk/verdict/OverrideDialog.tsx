import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Judgement } from '../../../../shared/passes/benefitOfDoubt';
import { factWords } from '../../../components/verdict/factWords';
import { DeskDialog } from '../marks/DeskDialog';
import { KeyCap } from '../marks/KeyCap';
import styles from '../marks/dialog.module.css';

/** Who decides otherwise than the rules, and why. */
export interface OverrideWords {
  readonly officer: string;
  readonly reason: string;
}

interface OverrideDialogProps {
  readonly plate: string;
  readonly judgement: Judgement;
  /** Who decided the last time. */
  readonly officer: string;
  readonly onOverride: (words: OverrideWords) => void;
  readonly onClose: () => void;
}

/** Letting through against the rules is an act of its own: an officer's name and a reason. */
export function OverrideDialog(props: OverrideDialogProps) {
  const { plate, judgement, onOverride, onClose } = props;
  const { t } = useTranslation();
  const [officer, setOfficer] = useState(props.officer);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const lacks = { officer: officer.trim() === '', reason: reason.trim() === '' };
  const confirm = () => {
    if (lacks.officer || lacks.reason) setAsked(true);
    else onOverride({ officer: officer.trim(), reason: reason.trim() });
  };
  return (
    <DeskDialog title={t('desk.override.title')} onClose={onClose} onConfirm={confirm}>
      <p className={styles.what}>
        {t('desk.override.what', {
          plate,
          outcome: t(`verdict.outcomes.${judgement.seen.outcome}`),
        })}
      </p>
      <ul className={styles.against}>
        {judgement.seen.reasons
          .filter(({ effect }) => effect !== '放行')
          .map(({ fact, rule }) => (
            <li key={JSON.stringify(fact)}>
              {factWords(t, fact)}
              {rule === '' ? null : <small>{t('verdict.rule', { number: rule })}</small>}
            </li>
          ))}
      </ul>
      <label className={styles.field}>
        {t('desk.override.officer')}
        <input
          className={styles.input}
          value={officer}
          data-first={props.officer.trim() === '' || undefined}
          onChange={({ currentTarget }) => setOfficer(currentTarget.value)}
        />
      </label>
      <label className={styles.field}>
        {t('desk.override.reason')}
        <input
          className={styles.input}
          value={reason}
          data-first={props.officer.trim() !== '' || undefined}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <div className={styles.problem} role="alert">
        {asked && lacks.officer
          ? t('desk.override.needOfficer')
          : asked && lacks.reason
            ? t('desk.override.needReason')
            : ''}
      </div>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={onClose}>
          {t('desk.voiding.cancel')} <KeyCap>Esc</KeyCap>
        </button>
        <button type="button" className={styles.danger} onClick={confirm}>
          {t('desk.override.confirm')} <KeyCap>Enter</KeyCap>
        </button>
      </div>
    </DeskDialog>
  );
}
