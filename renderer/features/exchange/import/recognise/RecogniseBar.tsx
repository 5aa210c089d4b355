import { useTranslation } from 'react-i18next';
import type { Sheet, Workbook } from '../../../../../shared/exchange/workbook';
import { rowsUnder } from '../../../../../shared/exchange/recognise/sheetEnds';
import type { LedgerDefinition } from '../../../../../shared/ledger/defineLedger';
import { shownLanguage } from '../../findingWords';
import { hasDates, rechoose, withAlike, type Choice } from './recognise';
import { ReportDateInput } from './ReportDateInput';
import styles from './recognise.module.css';

interface RecogniseBarProps {
  readonly workbook: Workbook;
  readonly choice: Choice;
  readonly ledgers: readonly LedgerDefinition[];
  /** `recall`: the columns may be mapped as they were the last time. */
  readonly onChoose: (choice: Choice, recall: boolean) => void;
}

/** Sheet, ledger, header and date of the report, and why they are so. */
export function RecogniseBar({ workbook, choice, ledgers, onChoose }: RecogniseBarProps) {
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const { header, reportOn } = choice;
  const definition = ledgers.find(({ id }) => id === choice.ledger);
  const reason = () => {
    if (choice.why !== 'found') return t(`exchange.recognise.why.${choice.why}`);
    const recognised = Math.floor(header?.recognised ?? 0);
    const ledger = definition?.title[language] ?? '';
    return t('exchange.recognise.why.found', { recognised, ledger });
  };
  return (
    <div className={styles.bar}>
      <label className={styles.choice}>
        <span>{t('exchange.recognise.sheet')}</span>
        <select
          className={styles.select}
          value={choice.sheetIndex}
          onChange={({ currentTarget }) => {
            const sheetIndex = Number(currentTarget.value);
            onChoose(rechoose(choice, workbook, definition, { sheetIndex }), true);
          }}
        >
          {workbook.sheets.map((one, index) => (
            <option key={one.name} value={index}>
              {t(`exchange.recognise.${sheetWords(one)}`, {
                name: one.name,
                title: one.title,
                count: rowsUnder(one, 0),
              })}
            </option>
          ))}
        </select>
      </label>
      {definition && choice.alike.length > 0 ? (
        <label
          className={styles.choice}
          title={choice.alike.map(({ sheet }) => sheet.name).join('\n')}
        >
          <input
            type="checkbox"
            checked={choice.joined}
            onChange={({ currentTarget }) =>
              onChoose(withAlike(choice, workbook, definition, currentTarget.checked), false)
            }
          />
          <span>{t('exchange.recognise.alike', { count: choice.alike.length })}</span>
        </label>
      ) : null}
      <label className={styles.choice}>
        <span>{t('exchange.recognise.ledger')}</span>
        <select
          className={styles.select}
          value={choice.ledger ?? ''}
          onChange={({ currentTarget }) => {
            const ledger = currentTarget.value;
            const next = ledgers.find(({ id }) => id === ledger);
            onChoose(rechoose(choice, workbook, next, { ledger }), true);
          }}
        >
          {choice.ledger === undefined ? (
            <option value="">{t('exchange.recognise.chooseLedger')}</option>
          ) : null}
          {ledgers.map(({ id, title }) => (
            <option key={id} value={id}>
              {title[language]}
            </option>
          ))}
        </select>
      </label>
      <span className={styles.choice}>
        <span>{t('exchange.recognise.header')}</span>
        <strong>
          {!header
            ? '—'
            : header.firstRow === header.lastRow
              ? t('exchange.recognise.headerRow', { row: header.firstRow })
              : t('exchange.recognise.headerRows', {
                  first: header.firstRow,
                  last: header.lastRow,
                })}
        </strong>
      </span>
      {definition && hasDates(choice.mapping, definition) ? (
        <ReportDateInput
          reportOn={reportOn}
          onDate={(date) => onChoose({ ...choice, reportOn: { date, from: 'chosen' } }, false)}
        />
      ) : null}
      <span className={styles.reason}>
        {reason()}
        {workbook.encoding
          ? ` ${t('exchange.recognise.encoding', { encoding: workbook.encoding.toUpperCase() })}`
          : ''}
      </span>
    </div>
  );
}

function sheetWords({ hidden, title }: Sheet): 'sheetHidden' | 'sheetTitled' | 'sheetRows' {
  if (hidden) return 'sheetHidden';
  return title === undefined ? 'sheetRows' : 'sheetTitled';
}
