import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
import { shownLanguage } from '../findingWords';
import type { Choice, ManyLines } from './receiveLine';
import type { PlanSummary } from './summariseLines';
import shared from '../exchange.module.css';
import styles from './receive.module.css';

interface DecideManyProps {
  readonly summary: PlanSummary;
  readonly onDecide: (many: ManyLines, choice: Choice) => void;
}

const allConflicts = -1;
const allPairs = -2;

/** Decided at once: all conflicts, those of one column, or the pairs that may be one. */
export function DecideMany({ summary, onDecide }: DecideManyProps) {
  const { ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const { columns, toDecide, pairs } = summary;
  const conflicts = toDecide.length - pairs;
  const [place, setPlace] = useState(conflicts === 0 ? allPairs : allConflicts);
  if (toDecide.length < 2) return null;
  const column = columns[place];
  const many: ManyLines =
    place === allPairs
      ? { pairs: true }
      : column
        ? { ledger: column.ledger, field: column.field }
        : {};
  const nameOf = ({ ledger, field }: (typeof columns)[number]) => {
    const definition = ledgers.find(({ id }) => id === ledger);
    return `${definition?.title[language] ?? ledger} · ${definition?.fields[field]?.header[language] ?? field}`;
  };
  return (
    <div className={styles.many}>
      <label>
        {t('parcel.decide')}{' '}
        <select value={place} onChange={(event) => setPlace(Number(event.target.value))}>
          {conflicts > 0 ? (
            <option value={allConflicts}>{t('parcel.decideAll', { count: conflicts })}</option>
          ) : null}
          {pairs > 0 ? (
            <option value={allPairs}>{t('parcel.decidePairs', { count: pairs })}</option>
          ) : null}
          {columns.map((one, index) => (
            <option key={`${one.ledger} ${one.field}`} value={index}>
              {nameOf(one)} {one.lines}
            </option>
          ))}
        </select>
      </label>
      {(['theirs', 'ours'] as const).map((choice) => (
        <button
          key={choice}
          type="button"
          className={shared.small}
          onClick={() => onDecide(many, choice)}
        >
          {t(place === allPairs ? `parcel.twins.${choice}` : `correction.all.${choice}`)}
        </button>
      ))}
    </div>
  );
}
