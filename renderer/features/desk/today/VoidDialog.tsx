import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { DeskDialog } from '../marks/DeskDialog';
import { KeyCap } from '../marks/KeyCap';
import { outcomeWord } from '../marks/outcomeWord';
import { showPlate } from '../marks/showPlate';
import styles from '../marks/dialog.module.css';

interface VoidDialogProps {
  readonly row: Row;
  readonly onVoid: (reason: string) => void;
  readonly onClose: () => void;
}

/** A key for each. */
const usual = [1, 2, 3, 4] as const;

/** Asks why a passage is void: a key for the usual reasons, or words. */
export function VoidDialog({ row, onVoid, onClose }: VoidDialogProps) {
  const { t, i18n } = useTranslation();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const reasons = usual.map((key) => t(`desk.voiding.reasons.${key}`));
  /** Records are written in Chinese, whatever language the screen is in. */
  const inRecord = (words: string) => {
    const key = usual[reasons.indexOf(words)];
    return key ? i18n.getFixedT('zh')(`desk.voiding.reasons.${key}`) : words.trim();
  };
  const { passedAt, plate, outcome } = row.values;
  const confirm = () => {
    if (reason.trim() === '') setAsked(true);
    else onVoid(inRecord(reason));
  };
  const pick = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)([1-4])$/.exec(event.code)?.[1];
    if (!digit || (reason !== '' && !reasons.includes(reason))) return;
    event.preventDefault();
    setReason(reasons[Number(digit) - 1] ?? '');
  };
  return (
    <DeskDialog title={t('desk.voiding.title')} onClose={onClose} onConfirm={confirm} onKey={pick}>
      <p className={styles.what}>
        {t('desk.voiding.what', {
          time: typeof passedAt === 'number' ? formatInstant(toInstant(passedAt)).slice(11) : '',
          plate: typeof plate === 'string' ? showPlate(plate) : t('desk.panel.noPlate'),
          outcome: typeof outcome === 'string' ? outcomeWord(outcome, i18n.language) : '',
        })}
      </p>
      <p className={styles.note}>{t('desk.voiding.kept')}</p>
      <div className={styles.reasons}>
        {reasons.map((one, index) => (
          <button
            key={one}
            type="button"
            className={[styles.reason, reason === one ? styles.chosen : ''].join(' ')}
            onClick={() => setReason(one)}
          >
            <KeyCap>{String(index + 1)}</KeyCap> {one}
          </button>
        ))}
      </div>
      <input
        className={styles.input}
        value={reason}
        data-first
        aria-label={t('desk.voiding.reason')}
        placeholder={t('desk.voiding.other')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.problem} role="alert">
        {asked && reason.trim() === '' ? t('desk.voiding.needReason') : ''}
      </div>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={onClose}>
          {t('desk.voiding.cancel')} <KeyCap>Esc</KeyCap>
        </button>
        <button type="button" className={styles.danger} onClick={confirm}>
          {t('desk.voiding.confirm')} <KeyCap>Enter</KeyCap>
        </button>
      </div>
    </DeskDialog>
  );
}
