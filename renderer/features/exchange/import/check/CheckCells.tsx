import { useTranslation } from 'react-i18next';
import type { CheckColumn, CheckView } from './checkColumns';
import type { ShownRow } from './checkRows';
import styles from './check.module.css';

interface CheckCellsProps {
  readonly row: ShownRow;
  readonly columns: readonly CheckColumn[];
  readonly view: CheckView;
}

/** The cells of one row: old struck, new bold, bad ones as they came. */
export function CheckCells({ row, columns, view }: CheckCellsProps) {
  const { t } = useTranslation();
  if (row.skipped) {
    return (
      <span role="gridcell" className={styles.skippedCell}>
        {t(`exchange.skipReasons.${row.skipped.reason}`)} · {row.skipped.shown}
      </span>
    );
  }
  return columns.map((column) => {
    const { text, before, cleared, findings } = view.cell(row, column);
    const address = view.address(column.column, row.rowNumber);
    const bad = findings.some(({ severity }) => severity === 'error');
    const odd = findings.some(({ severity }) => severity === 'warning');
    const title = [
      t('exchange.check.cell', { address }),
      before === undefined ? text : `${before} → ${text}`,
      ...findings.map((finding) => view.words(finding)),
    ]
      .filter(Boolean)
      .join('\n');
    const changed = row.changes?.[column.name] !== undefined;
    return (
      <span
        key={column.column}
        role="gridcell"
        className={styles.cell}
        style={{ width: column.width }}
        title={title}
        data-cell={address}
        data-field={column.name}
      >
        {before === undefined ? null : <del className={styles.before}>{before}</del>}
        {bad ? (
          <span className={styles.bad}>{text || '—'}</span>
        ) : changed ? (
          <ins className={cleared ? styles.clearedValue : styles.after}>{text}</ins>
        ) : (
          <span className={odd ? styles.odd : undefined}>{text}</span>
        )}
      </span>
    );
  });
}
