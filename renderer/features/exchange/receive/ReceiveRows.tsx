import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
import { hashOf } from '../../../app/useRoute';
import { findingWords, shownLanguage } from '../findingWords';
import { isPair, type Choice, type ReceiveLine } from './receiveLine';
import styles from './receive.module.css';

interface ReceiveRowsProps {
  readonly lines: readonly ReceiveLine[];
  readonly choices: ReadonlyMap<string, Choice>;
  readonly onChoose: (key: string, choice: Choice) => void;
}

const columns = ['state', 'record', 'field', 'before', 'theirs', 'ours', 'choice'] as const;

/** In a row 2 takes theirs, 3 keeps ours; arrows go from row to row. */
export function ReceiveRows({ lines, choices, onChoose }: ReceiveRowsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name}>{t(`correction.columns.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody
          onKeyDown={({ key, currentTarget, target }) => {
            const rows = [...currentTarget.rows];
            const at = rows.findIndex((row) => row === target);
            const step = { ArrowDown: 1, ArrowUp: -1 }[key];
            if (step !== undefined) rows[at + step]?.focus();
          }}
        >
          {lines.map((line) => (
            <Line
              key={line.key}
              line={line}
              choice={choices.get(line.key) ?? line.preset}
              onChoose={(choice) => onChoose(line.key, choice)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly line: ReceiveLine;
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

function Line({ line, choice, onChoose }: LineProps) {
  const { ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const definition = ledgers.find(({ id }) => id === line.ledger);
  const { kind, field, address, why, notice, rowNumber } = line;
  const header = field === undefined ? '' : (definition?.fields[field]?.header[language] ?? field);
  const blank = t(kind === 'deletionConflict' ? 'parcel.deletion' : 'correction.blank');
  const shown = (value: string | null | undefined) => (value === undefined ? '' : (value ?? blank));
  const told = why && definition ? findingWords(t, why, definition, language) : '';
  const words = notice ? t(`correction.notices.${notice}`) : told;
  const place = address ?? (rowNumber === undefined ? '' : t('correction.row', { row: rowNumber }));
  const isOpen = line.choice === 'sides' && choice === undefined;
  const look = (side: Choice) => {
    if (isOpen) return undefined;
    return (choice ?? 'theirs') === side ? styles.kept : styles.left;
  };
  return (
    <tr
      tabIndex={0}
      data-kind={kind}
      data-open={isOpen}
      onKeyDown={({ key }) => {
        if (line.choice === 'none') return;
        if (key === '2') onChoose('theirs');
        if (key === '3') onChoose('ours');
      }}
    >
      <td className={styles[kind]}>{t(`parcel.kinds.${kind}`)}</td>
      <td>
        {line.row === undefined ? (
          line.record
        ) : (
          <a href={hashOf({ page: 'ledger', ledger: line.ledger, row: line.row })}>{line.record}</a>
        )}
        <small>{[definition?.title[language], place].filter(Boolean).join(' · ')}</small>
      </td>
      <td>{header}</td>
      {words === '' ? (
        <>
          <td>{shown(line.before)}</td>
          <td className={look('theirs')}>
            {shown(line.theirs)}
            {line.who ? <small>{line.who}</small> : null}
          </td>
          <td className={look('ours')}>{shown(line.ours)}</td>
        </>
      ) : (
        <td colSpan={3}>{words}</td>
      )}
      <td className={styles.choice}>
        <ChoiceOf line={line} choice={choice} onChoose={onChoose} />
      </td>
    </tr>
  );
}

function ChoiceOf({ line, choice, onChoose }: LineProps) {
  const { t } = useTranslation();
  if (line.choice === 'none') return null;
  if (line.choice === 'tick') {
    return (
      <label>
        <input
          type="checkbox"
          checked={choice === 'theirs'}
          onChange={(event) => onChoose(event.target.checked ? 'theirs' : 'ours')}
        />
        {t('correction.delete')}
      </label>
    );
  }
  const sides = isPair(line) ? 'parcel.twins' : 'correction.keep';
  return (['theirs', 'ours'] as const).map((side) => (
    <label key={side}>
      <input
        type="radio"
        name={line.key}
        checked={choice === side}
        onChange={() => onChoose(side)}
      />
      {t(`${sides}.${side}`)}
    </label>
  ));
}
