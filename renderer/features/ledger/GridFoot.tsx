import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, Row } from '../../../shared/ledger/defineLedger';
import { unitWord } from '../../app/unitWord';
import { blockOf, type GridSelection } from '../../components/grid/gridSelection';
import { isNumeric } from '../../components/record/cellShown';
import type { ColumnTotal } from './data/useTotals';
import type { LedgerView } from './data/useView';
import styles from './workspace.module.css';

interface GridFootProps {
  readonly ledger: LedgerDefinition;
  readonly language: 'zh' | 'en';
  readonly columns: readonly string[];
  readonly rows: LedgerView;
  readonly selection: GridSelection;
  readonly totals: readonly ColumnTotal[];
}

/** Up to so many selected cells are added up. */
const mostCells = 5_000;

/** Below the grid: what is selected on the left, the totals of numeric columns on the right. */
export function GridFoot(props: GridFootProps) {
  const { ledger, language, columns, rows, selection, totals } = props;
  const { t } = useTranslation();
  if (rows.count === 0) return null;
  const block = blockOf(selection);
  const height = block.bottom - block.top + 1;
  const names = columns.slice(block.left, block.right + 1);
  const numbers = names.length * height <= mostCells ? selectedNumbers() : [];
  const sum = numbers.reduce((all, number) => all + number, 0);
  const shown = (number: number) => number.toLocaleString(language, { maximumFractionDigits: 6 });
  return (
    <footer className={styles.foot}>
      <span>
        {height === 1 && names.length === 1
          ? t('ledger.position', { row: shown(selection.row + 1) })
          : t('ledger.selected', { rows: shown(height), columns: names.length })}
        {numbers.length > 1 && (
          <>
            {' · '}
            {t('ledger.selectedSum', { sum: shown(sum), mean: shown(sum / numbers.length) })}
          </>
        )}
      </span>
      {totals.length > 0 && (
        <span className={styles.totals}>
          <b>{t('ledger.totals')}</b>
          {totals.map(({ field, sums }) => (
            <span key={field}>
              {ledger.fields[field]?.header[language]}{' '}
              {sums
                .map(({ sum: one, unit }) => `${shown(one)}${unit && ` ${unitWord(t, unit)}`}`)
                .join(t('frame.marks.list'))}
            </span>
          ))}
        </span>
      )}
    </footer>
  );

  function selectedNumbers(): readonly number[] {
    const found: number[] = [];
    for (let at = block.top; at <= block.bottom; at++) {
      const row: Row | undefined = rows.rowAt(at);
      for (const name of names) {
        const field = ledger.fields[name];
        const value = row?.values[name];
        if (field && isNumeric(field) && !field.sensitive && typeof value === 'number')
          found.push(value);
      }
    }
    return found;
  }
}
