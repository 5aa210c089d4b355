import { useTranslation } from 'react-i18next';
import { maskValue } from '../../../../shared/fields/mask';
import { formatInstant, type Clock } from '../../../../shared/kernel/time';
import { checkpointHolds } from '../../../../shared/ledgers/checkpointHolds';
import { missingPapers } from '../../../../shared/policy/passageRule';
import { missingWords } from '../../../components/verdict/factWords';
import { showPlate } from '../marks/showPlate';
import { ageWords } from '../verdict/panelLines';
import { CareGiven } from './CareGiven';
import { HoldClosing } from './HoldClosing';
import { contactFields } from './holdEdits';
import type { LineDrafts } from '../marks/RecordLine';
import { HoldLine } from './HoldLine';
import type { HoldEditing } from './useHoldEditing';
import type { WaitingHold } from './waitingHolds';
import styles from './holds.module.css';

interface HoldDetailProps {
  readonly hold: WaitingHold;
  readonly by: string;
  readonly drafts: LineDrafts;
  readonly editing: HoldEditing;
  readonly clock: Clock;
  readonly onClosed: () => void;
}

const { name: nameField, documentNumber: numberField } = checkpointHolds.fields;

/** One who waits: why and since when, whom the checkpoint called, what was given, how it ends. */
export function HoldDetail({ hold, by, drafts, editing, clock, onClosed }: HoldDetailProps) {
  const { t } = useTranslation();
  const { row, heldFrom, heldMs } = hold;
  const { plate, name, documentNumber, reason, missing } = row.values;
  const who = [
    name === undefined ? '' : maskValue(nameField, name),
    documentNumber === undefined ? '' : maskValue(numberField, documentNumber),
  ].filter(Boolean);
  const lacking = missingPapers.filter((one) => Array.isArray(missing) && missing.includes(one));
  return (
    <div className={styles.detail}>
      <header className={styles.head}>
        <strong>{typeof plate === 'string' ? showPlate(plate) : t('desk.panel.noPlate')}</strong>
        <span>{who.join(' · ')}</span>
        <span className={styles.age}>{ageWords(heldMs, t)}</span>
      </header>
      <p className={styles.why}>
        {t('holds.since', { time: formatInstant(heldFrom) })}
        {typeof reason === 'string' ? ` · ${reason}` : ''}
        {lacking.length > 0 ? ` · ${missingWords(t, lacking)}` : ''}
      </p>
      <section className={styles.part} aria-label={t('holds.contact')}>
        <h3>{t('holds.contact')}</h3>
        <div className={styles.lines}>
          {contactFields.map((field) => (
            <HoldLine
              key={field}
              row={row}
              name={field}
              drafts={drafts}
              editing={editing}
              clock={clock}
            />
          ))}
        </div>
      </section>
      <CareGiven row={row} by={by} editing={editing} clock={clock} />
      <HoldClosing row={row} drafts={drafts} editing={editing} clock={clock} onClosed={onClosed} />
    </div>
  );
}
