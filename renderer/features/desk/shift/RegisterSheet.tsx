import { useTranslation } from 'react-i18next';
import { maskValue } from '../../../../shared/fields/mask';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import { ledgerField } from '../form/deskFields';
import { wordOf } from '../form/OneKeyField';
import { outcomeWord } from '../marks/outcomeWord';
import { showPlate } from '../marks/showPlate';
import type { Duty } from '../passage/passageValues';
import { doneWords, openLines } from './shiftWords';
import type { Shift } from './useShift';
import styles from './register.module.css';

interface RegisterSheetProps {
  readonly duty: Duty;
  readonly place: string;
  readonly shift: Shift;
  /** Names in full and document numbers; else masked. */
  readonly full: boolean;
}

const columns = [
  'number',
  'time',
  'plate',
  'direction',
  'outcome',
  'driver',
  'people',
  'route',
  'grounds',
] as const;

/** The register of a shift as it is filed: A4 across, every passage, figures, signatures. */
export function RegisterSheet({ duty, place, shift, full }: RegisterSheetProps) {
  const { t, i18n } = useTranslation();
  const { rows, summary, open, span, now } = shift;
  const live = rows.filter(({ deletedAt }) => deletedAt === undefined);
  const word = (field: 'direction' | 'outcome', value: string) =>
    field === 'outcome' ? outcomeWord(value, i18n.language) : wordOf(field, value, i18n.language);
  return (
    <article className={styles.sheet} data-register>
      <h1>{t('shift.register.title', { place })}</h1>
      <p className={styles.facts}>
        <span>{t('shift.register.shift', { date: span.date, shift: duty.shift })}</span>
        <span>{t('shift.register.staff', { staff: duty.staff })}</span>
        <span>{t('shift.register.printed', { time: formatInstant(now) })}</span>
      </p>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`shift.register.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {live.map((row, index) => (
            <tr key={row.id}>
              <td>{index + 1}</td>
              <td>{timeOf(row)}</td>
              <td>{showPlate(text(row.values.plate)) || t('desk.panel.noPlate')}</td>
              <td>{word('direction', text(row.values.direction))}</td>
              <td>{word('outcome', text(row.values.outcome))}</td>
              <td>{driverOf(row, full)}</td>
              <td className={styles.number}>{1 + others(row)}</td>
              <td>
                {[text(row.values.origin), text(row.values.destination)]
                  .filter(Boolean)
                  .join(' → ')}
              </td>
              <td>{text(row.values.grounds) || text(row.values.purpose)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.sum}>{doneWords(t, summary, word)}</p>
      <p className={styles.sum}>
        {openLines(t, open)
          .map((line) => line.text)
          .join(t('frame.marks.semicolon'))}
      </p>
      <footer className={styles.signatures}>
        {(['handedOverBy', 'takenOverBy', 'leader'] as const).map((name) => (
          <span key={name}>{t(`shift.register.${name}`)}</span>
        ))}
      </footer>
    </article>
  );
}

function text(value: StoredValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function timeOf({ values: { passedAt } }: Row): string {
  return typeof passedAt === 'number' ? formatInstant(toInstant(passedAt)).slice(5) : '';
}

function others({ values: { passengerCount } }: Row): number {
  return typeof passengerCount === 'number' ? passengerCount : 0;
}

function driverOf({ values: { driverName, documentNumber } }: Row, full: boolean): string {
  if (driverName === undefined) return '';
  if (!full) return maskValue(ledgerField('driverName'), driverName);
  return [text(driverName), text(documentNumber)].filter(Boolean).join(' ');
}
