import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codecFor } from '../../../shared/fields/codecFor';
import {
  dateOf,
  formatInstant,
  toInstant,
  type Instant,
  type IsoDate,
} from '../../../shared/kernel/time';
import { field } from '../../../shared/ledger/field';
import { dayClosed } from '../../../shared/reports/reportTime';
import { useSession } from '../../app/session';
import { hourOn, usualHours } from './usualHours';
import styles from './reports.module.css';

interface CutOffBoxProps {
  readonly at: Instant;
  readonly onChange: (at: Instant) => void;
}

/** The cut-off of the report: any minute in the box, the usual hours of its day by a button. */
export function CutOffBox({ at, onChange }: CutOffBoxProps) {
  const { t } = useTranslation();
  const { clock } = useSession();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? shown(at);
  const isWrong = readMoment(text, dateOf(clock())) === undefined;
  return (
    <div className={styles.cutOff}>
      <label htmlFor="report-cut-off">{t('figures.cutOff')}</label>
      <input
        id="report-cut-off"
        value={text}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'report-cut-off-wrong' : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          const moment = readMoment(target.value, dateOf(clock()));
          // a day without a time is still being typed
          if (moment !== undefined && /\d[:：时点]\d{0,2}/.test(target.value)) onChange(moment);
        }}
        onBlur={() => {
          if (!isWrong) setTyped(undefined);
        }}
      />
      <span className={styles.hours} role="group" aria-label={t('figures.hours')}>
        {usualHours.map((hour) => {
          const moment = hourOn(dayClosed(at), hour);
          return (
            <button
              key={hour}
              type="button"
              aria-pressed={at === moment}
              onClick={() => {
                setTyped(undefined);
                onChange(moment);
              }}
            >
              {t('figures.hour', { hour })}
            </button>
          );
        })}
      </span>
      {isWrong && (
        <span id="report-cut-off-wrong" role="alert" className={styles.wrong}>
          {t('figures.noMoment')}
        </span>
      )}
    </div>
  );
}

const momentField = field.instant('截至', 'As of');

function readMoment(text: string, today: IsoDate): Instant | undefined {
  const read = codecFor(momentField).parse({ type: 'text', text }, { reportOn: today });
  return read.state === 'value' && typeof read.value === 'number'
    ? toInstant(read.value)
    : undefined;
}

/** Midnight is the end of the day that was, as reports have it. */
function shown(at: Instant): string {
  const day = dayClosed(at);
  return day === dateOf(at) ? formatInstant(at) : `${day} 24:00`;
}
