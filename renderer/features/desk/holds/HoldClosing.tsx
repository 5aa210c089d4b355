import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clock } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { checkpointHolds } from '../../../../shared/ledgers/checkpointHolds';
import { KeyCap } from '../marks/KeyCap';
import { closingOf } from './holdEdits';
import type { LineDrafts } from '../marks/RecordLine';
import { HoldLine } from './HoldLine';
import type { HoldEditing } from './useHoldEditing';
import styles from './holds.module.css';

interface HoldClosingProps {
  readonly row: Row;
  readonly drafts: LineDrafts;
  readonly editing: HoldEditing;
  readonly clock: Clock;
  readonly onClosed: () => void;
}

const outcomes = checkpointHolds.fields.outcome.options ?? [];

/** A hold closes with an outcome, or it does not close. */
export function HoldClosing({ row, drafts, editing, clock, onClosed }: HoldClosingProps) {
  const { t, i18n } = useTranslation();
  const [outcome, setOutcome] = useState('');
  const [problem, setProblem] = useState('');
  const words = (name: string) => {
    const value = row.values[name];
    return drafts.get(`${row.id} ${name}`) ?? (typeof value === 'string' ? value : '');
  };
  const close = async () => {
    const closing = closingOf(
      row,
      { outcome, releasedTo: words('releasedTo'), handoverUnit: words('handoverUnit') },
      clock(),
    );
    if (!closing.ok) setProblem(t(`holds.${closing.problem}`));
    else if (await editing.write(closing.value)) onClosed();
  };
  return (
    <section className={styles.part} aria-label={t('holds.closing')}>
      <h3>{t('holds.closing')}</h3>
      <div className={styles.kinds} role="radiogroup" aria-label={t('holds.outcome')}>
        {outcomes.map(({ value, en }) => (
          <label key={value} className={outcome === value ? styles.chosen : styles.choice}>
            <input
              type="radio"
              name="hold-outcome"
              value={value}
              checked={outcome === value}
              onChange={() => {
                setOutcome(value);
                setProblem('');
              }}
            />
            {i18n.language.startsWith('en') ? en : value}
          </label>
        ))}
      </div>
      <div className={styles.lines}>
        <HoldLine row={row} name="releasedTo" drafts={drafts} editing={editing} clock={clock} />
        <HoldLine row={row} name="handoverUnit" drafts={drafts} editing={editing} clock={clock} />
      </div>
      <div className={styles.kinds}>
        <button type="button" className={styles.close} data-close="" onClick={() => void close()}>
          {t('holds.close')} <KeyCap>Ctrl Enter</KeyCap>
        </button>
        <small className={styles.problem} role="alert">
          {problem}
        </small>
      </div>
    </section>
  );
}
