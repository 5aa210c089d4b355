import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant, type Clock, type Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { checkpointHolds } from '../../../../shared/ledgers/checkpointHolds';
import type { Write } from '../../../store/contract';
import { readTestTime } from '../form/readTestTime';
import { KeyCap } from '../marks/KeyCap';
import { findingWords } from '../verdict/panelLines';
import { careGiven, careOf, papersOf } from './holdEdits';
import type { HoldEditing } from './useHoldEditing';
import styles from './holds.module.css';

interface CareGivenProps {
  readonly row: Row;
  /** Who gives it. */
  readonly by: string;
  readonly editing: HoldEditing;
  readonly clock: Clock;
}

/** In the order of the keys Alt 1, 2, 3 … */
const kinds = checkpointHolds.fields.care.entry?.kind?.options ?? [];

/** Food, water, bedding, medicine with their times, and when the papers were complete. */
export function CareGiven({ row, by, editing, clock }: CareGivenProps) {
  const { t, i18n } = useTranslation();
  const [time, setTime] = useState('');
  const [wrong, setWrong] = useState('');
  const english = i18n.language.startsWith('en');
  const at = (): Instant | undefined => {
    const now = clock();
    const read = readTestTime(time, now);
    if (read.state === 'blank') return now;
    if (read.state === 'value') return toInstant(Math.min(read.value, now));
    setWrong(findingWords(t, read.why));
    return undefined;
  };
  const give = async (write: (at: Instant) => Write) => {
    const given = at();
    if (given === undefined) return;
    setWrong('');
    if (await editing.write(write(given))) setTime('');
  };
  const { papersAt, care } = row.values;
  return (
    <section className={styles.part} aria-label={t('holds.care')}>
      <h3>{t('holds.care')}</h3>
      <div className={styles.kinds}>
        <input
          className={wrong === '' ? styles.time : `${styles.time} ${styles.wrong}`}
          value={time}
          placeholder={t('holds.timeNow')}
          aria-label={t('holds.time')}
          aria-invalid={wrong !== ''}
          onChange={({ currentTarget }) => {
            setTime(currentTarget.value);
            setWrong('');
          }}
        />
        {kinds.map(({ value, en }, index) => (
          <button
            key={value}
            type="button"
            data-care={index + 1}
            className={styles.button}
            onClick={() => void give((given) => careOf(row, { kind: value, at: given, by }))}
          >
            {english ? en : value} <KeyCap>{`Alt ${index + 1}`}</KeyCap>
          </button>
        ))}
      </div>
      {wrong === '' ? null : (
        <small className={styles.problem} role="alert">
          {wrong}
        </small>
      )}
      <ul className={styles.given}>
        {careGiven(care).map((entry, index) => (
          <li key={`${String(entry.at)} ${index}`}>
            <time>{formatInstant(toInstant(Number(entry.at))).slice(5)}</time>{' '}
            {english
              ? (kinds.find(({ value }) => value === entry.kind)?.en ?? entry.kind)
              : entry.kind}{' '}
            <span className={styles.quiet}>{entry.by}</span>
          </li>
        ))}
        {careGiven(care).length === 0 ? (
          <li className={styles.quiet}>{t('holds.noCare')}</li>
        ) : null}
      </ul>
      <div className={styles.kinds}>
        <button
          type="button"
          data-papers=""
          className={styles.button}
          disabled={papersAt !== undefined}
          onClick={() => void give((given) => papersOf(row, given))}
        >
          {typeof papersAt === 'number'
            ? t('holds.papersSince', { time: formatInstant(toInstant(papersAt)).slice(5) })
            : t('holds.papers')}{' '}
          {papersAt === undefined ? <KeyCap>Alt P</KeyCap> : null}
        </button>
      </div>
    </section>
  );
}
