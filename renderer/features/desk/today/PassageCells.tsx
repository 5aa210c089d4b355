import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { codecFor } from '../../../../shared/fields/codecFor';
import { maskValue } from '../../../../shared/fields/mask';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { ledgerField, type DeskField } from '../form/deskFields';
import { OutcomeMark } from '../marks/OutcomeMark';
import { outcomeTone } from '../marks/outcomeTone';
import { outcomeWord } from '../marks/outcomeWord';
import { showPlate } from '../marks/showPlate';
import styles from './today.module.css';

interface PassageCellsProps {
  readonly row: Row;
  readonly permitNumber: (id: string) => string | undefined;
}

/** One passage in the list; names masked, a void one with its reason. */
function Cells({ row, permitNumber }: PassageCellsProps) {
  const { t, i18n } = useTranslation();
  const { values, deletedAt } = row;
  const text = (field: DeskField | 'outcome' | 'grounds' | 'voidedReason') => {
    const value = values[field];
    return typeof value === 'string' ? value : '';
  };
  const choice = (field: DeskField) => {
    const value = values[field];
    const language = i18n.language.startsWith('en') ? 'en' : 'zh';
    return value === undefined ? '' : codecFor(ledgerField(field)).toText(value, language);
  };
  const { passedAt, driverName, passengerCount, permit } = values;
  const name = driverName === undefined ? '' : maskValue(ledgerField('driverName'), driverName);
  const others = typeof passengerCount === 'number' ? passengerCount : 0;
  const people = others > 0 ? t('desk.today.withOthers', { name, count: others + 1 }) : name;
  const route = [text('origin'), text('destination')].filter(Boolean).map(shortPlace).join(' → ');
  const number = typeof permit === 'string' ? numberOf(permit, permitNumber) : '';
  const grounds =
    deletedAt !== undefined
      ? t('desk.today.voided', { reason: text('voidedReason') })
      : text('grounds') || (number ? t('desk.today.permit', { number }) : text('purpose'));
  const outcome = text('outcome');
  const tone = outcomeTone(outcome);
  return (
    <>
      <span className={styles.quiet} role="cell">
        {typeof passedAt === 'number' ? formatInstant(toInstant(passedAt)).slice(11) : ''}
      </span>
      <span className={styles.plate} role="cell">
        {showPlate(text('plate')) || t('desk.panel.noPlate')}
      </span>
      <span role="cell">{choice('direction')}</span>
      <span role="cell">
        <span className={[styles.chip, styles.small, styles[tone]].join(' ')}>
          <OutcomeMark tone={tone} size={11} /> {outcomeWord(outcome, i18n.language)}
        </span>
      </span>
      <span role="cell">{people}</span>
      <span role="cell" className={styles.quiet}>
        {route}
      </span>
      <span role="cell" className={deletedAt === undefined ? styles.quiet : styles.reason}>
        {grounds}
      </span>
      <span role="cell" className={styles.quiet}>
        {choice('vehicleType')}
      </span>
    </>
  );
}

/** Drawn once: a new row on top leaves the others alone. */
export const PassageCells = memo(Cells);

/** A permit that is not in the register stands as it was typed, after its mark. */
function numberOf(permit: string, permitNumber: PassageCellsProps['permitNumber']): string {
  return permit.startsWith('~') ? permit.slice(1) : (permitNumber(permit) ?? '');
}

/** `孟州市 河雍街道` is 孟州市 in a list. */
function shortPlace(place: string): string {
  return place.split(/\s/)[0] ?? place;
}
