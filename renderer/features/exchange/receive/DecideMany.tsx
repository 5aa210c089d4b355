import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
import { shownLanguage } from '../findingWords';
import type { Choice } from './receiveLine';
import type { PlanSummary } from './summariseLines';
import shared from '../exchange.module.css';
import styles from './receive.module.css';

interface DecideManyProps {
  readonly summary: PlanSummary;
  readonly onDecide: (
    many: { readonly ledger?: string; readonly field?: string },
    choice: Choice,
  ) => void;
}

/** Conflicts decided at once: all of them, or those of one column. */
export function DecideMany({ summary, onDecide }: DecideManyProps) {
  const { ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const [place, setPlace] = useState(-1);
  const { columns, toDecide } = summary;
  if (toDecide.length < 2) return null;
  const column = columns[place];
  const nameOf = ({ ledger, field }: (typeof columns)[number]) => {
    const definition = ledgers.find(({ id }) => id === ledger);
    return `${definition?.title[language] ?? ledger} · ${definition?.fields[field]?.header[language] ?? field}`;
  };
  return (
    <div className={styles.many}>
      <label>
        {t('parcel.decide')}{' '}
        <select value={place} onChange={(event) => setPlace(Number(event.target.value))}>
          <option value={-1}>{t('parcel.decideAll', { count: toDecide.length })}</option>
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
          onClick={() =>
            onDecide(column ? { ledger: column.ledger, field: column.field } : {}, choice)
          }
        >
          {t(`correction.all.${choice}`)}
        </button>
      ))}
    </div>
  );
}
