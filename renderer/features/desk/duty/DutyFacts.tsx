import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { civilTimeOf, type Instant } from '../../../../shared/kernel/time';
import { checkpointPasses } from '../../../../shared/ledgers/checkpointPasses';
import { KeyCap } from '../marks/KeyCap';
import type { Duty } from '../passage/passageValues';
import type { Names } from '../useNames';
import styles from './duty.module.css';

interface DutyFactsProps {
  readonly duty: Duty;
  readonly checkpoints: Names;
  readonly problem: string | undefined;
  readonly now: Instant;
  readonly onChange: () => void;
}

/** Who is on duty where, in the app's top line; amber once the other shift's hours have begun. */
export function DutyFacts({ duty, problem, checkpoints, now, onChange }: DutyFactsProps) {
  const { t, i18n } = useTranslation();
  const place = document.querySelector('[data-page-facts]');
  if (!place) return null;
  const isOver = duty.shift !== shiftAt(now);
  return createPortal(
    <span className={styles.facts}>
      <strong>{checkpoints.nameOf(duty.checkpoint) ?? ''}</strong>
      <span className={isOver ? styles.over : styles.hours}>
        {shiftWord(duty.shift, i18n.language)} {t(`desk.duty.shiftHours.${duty.shift}`)}
      </span>
      {problem === undefined ? null : <span className={styles.over}>{problem}</span>}
      <button type="button" className={styles.change} onClick={onChange}>
        {t(isOver ? 'desk.duty.changeDue' : 'desk.duty.change')} <KeyCap>Ctrl B</KeyCap>
      </button>
      <span className={styles.staff}>{t('desk.duty.onDuty', { staff: duty.staff })}</span>
    </span>,
    place,
  );
}

/** Two shifts of twelve hours, as the checkpoints work (A班 from eight in the morning). */
export function shiftAt(now: Instant): 'A班' | 'B班' {
  const { hour } = civilTimeOf(now);
  return hour >= 8 && hour < 20 ? 'A班' : 'B班';
}

export function shiftWord(shift: string, language: string): string {
  if (!language.startsWith('en')) return shift;
  return checkpointPasses.fields.shift.options?.find(({ value }) => value === shift)?.en ?? shift;
}
