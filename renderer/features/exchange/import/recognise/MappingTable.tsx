import { useTranslation } from 'react-i18next';
import type { ParseContext } from '../../../../../shared/fields/codec';
import {
  candidatesFor,
  recordNumberTarget,
  type ColumnMapping,
} from '../../../../../shared/exchange/recognise/mapping';
import { columnLetters, isBlankCell, type Sheet } from '../../../../../shared/exchange/workbook';
import type { LedgerDefinition } from '../../../../../shared/ledger/defineLedger';
import { shownLanguage } from '../../findingWords';
import { mappingState, type Choice } from './recognise';
import { shownCell } from '../../shownCell';
import styles from './recognise.module.css';

interface MappingTableProps {
  readonly choice: Choice;
  readonly sheet: Sheet;
  readonly definition: LedgerDefinition;
  readonly context: ParseContext;
  readonly onTarget: (column: number, target: string | null) => void;
}

/** Which column goes where and why; each can be corrected. */
export function MappingTable({ choice, sheet, definition, context, onTarget }: MappingTableProps) {
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const { twice } = mappingState(choice.mapping, definition);
  const columns = choice.mapping.filter(
    ({ column, header }) => header !== '' || samplesOf(sheet, choice, column).length > 0,
  );
  const nameOf = (target: string) =>
    target === recordNumberTarget
      ? t('exchange.recognise.recordNumber')
      : (definition.fields[target]?.header[language] ?? target);
  return (
    <table className={styles.mapping}>
      <thead>
        <tr>
          <th>{t('exchange.recognise.column')}</th>
          <th>{t('exchange.recognise.inFile')}</th>
          <th>{t('exchange.recognise.sample')}</th>
          <th>{t('exchange.recognise.target')}</th>
          <th>{t('exchange.recognise.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((one) => {
          const field = one.target === null ? undefined : definition.fields[one.target];
          const samples = samplesOf(sheet, choice, one.column)
            .map((cell) => shownCell(cell, field, { language, context }))
            .join(t('frame.marks.list'));
          const clash = one.target !== null && twice.includes(one.target);
          return (
            <tr key={one.column} className={one.target === null ? styles.left : undefined}>
              <td className={styles.letters}>{columnLetters(one.column)}</td>
              <td className={styles.inFile} title={one.header}>
                {one.header || '—'}
              </td>
              <td className={styles.sample} title={samples}>
                {samples}
              </td>
              <td>
                <select
                  className={clash ? styles.selectBad : styles.select}
                  aria-label={`${columnLetters(one.column)} ${one.header}`}
                  value={one.target ?? ''}
                  onChange={({ currentTarget }) =>
                    onTarget(one.column, currentTarget.value === '' ? null : currentTarget.value)
                  }
                >
                  <option value="">{t('exchange.recognise.notImported')}</option>
                  {targetsFor(one, definition).map((target) => (
                    <option key={target} value={target}>
                      {nameOf(target)}
                      {definition.fields[target]?.required ? ' *' : ''}
                    </option>
                  ))}
                </select>
              </td>
              <td className={styles.why}>
                {one.target === null ? null : one.score < 0.7 ? (
                  <span className={styles.unsure}>{t('exchange.recognise.unsure')}</span>
                ) : one.reason ? (
                  t(`exchange.mappingReasons.${one.reason}`)
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const samples = 3;
const rowsLookedAt = 200;

function samplesOf(sheet: Sheet, { header }: Choice, column: number) {
  const found = [];
  const from = sheet.rowNumbers.findIndex((row) => row > (header?.lastRow ?? 0));
  if (from < 0) return [];
  for (const row of sheet.rows.slice(from, from + rowsLookedAt)) {
    const cell = row[column];
    if (cell && !isBlankCell(cell)) found.push(cell);
    if (found.length === samples) break;
  }
  return found;
}

/** What the header most likely means stands first, then all fields in the ledger's order. */
function targetsFor({ header }: ColumnMapping, definition: LedgerDefinition): readonly string[] {
  const likely = candidatesFor(header, definition).map(({ target }) => target);
  return [
    ...new Set([...likely.slice(0, 3), ...Object.keys(definition.fields), recordNumberTarget]),
  ];
}
