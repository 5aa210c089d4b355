import { useTranslation } from 'react-i18next';
import type { ParseContext } from '../../../../../shared/fields/codec';
import type { FoundHeader } from '../../../../../shared/exchange/recognise/findHeader';
import type { Mapping } from '../../../../../shared/exchange/recognise/mapping';
import {
  columnLetters,
  originOf,
  rowIn,
  type Sheet,
} from '../../../../../shared/exchange/workbook';
import type { LedgerDefinition } from '../../../../../shared/ledger/defineLedger';
import { shownLanguage } from '../../findingWords';
import { shownCell } from '../../shownCell';
import styles from './recognise.module.css';

interface SheetPreviewProps {
  readonly sheet: Sheet;
  readonly header: FoundHeader | undefined;
  readonly mapping: Mapping;
  readonly definition: LedgerDefinition | undefined;
  readonly context: ParseContext;
  readonly onHeader: (firstRow: number, lastRow: number) => void;
}

const rowsShown = 40;
const columnsShown = 60;
const tallestHeader = 3;

/** The top of a sheet as it came, with its header marked; a click says where the header stands. */
export function SheetPreview(props: SheetPreviewProps) {
  const { sheet, header, mapping, definition, context, onHeader } = props;
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const columns = Array.from({ length: Math.min(sheet.columns, columnsShown) }, (_, i) => i);
  if (sheet.rows.length === 0) {
    return <p className={styles.empty}>{t('exchange.recognise.sheetEmpty')}</p>;
  }
  const point = (row: number, extend: boolean) => {
    // The header of rows put together is that of the first sheet.
    if (originOf(sheet, row)) return;
    const first = header?.firstRow;
    const tall = extend && first !== undefined && row > first && row < first + tallestHeader;
    onHeader(tall ? first : row, row);
  };
  return (
    <div className={styles.preview}>
      <table className={styles.sheet}>
        <thead>
          <tr>
            <th />
            {columns.map((column) => (
              <th key={column}>{columnLetters(column)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.slice(0, rowsShown).map((cells, index) => {
            const rowNumber = sheet.rowNumbers[index] ?? 0;
            const inHeader =
              header !== undefined && rowNumber >= header.firstRow && rowNumber <= header.lastRow;
            const above = header !== undefined && rowNumber < header.firstRow;
            return (
              <tr
                key={rowNumber}
                className={inHeader ? styles.headerRow : above ? styles.above : undefined}
                onClick={({ shiftKey }) => point(rowNumber, shiftKey)}
              >
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={inHeader}
                    aria-label={t('exchange.recognise.headerRow', { row: rowNumber })}
                    onClick={(event) => {
                      event.stopPropagation();
                      point(rowNumber, event.shiftKey);
                    }}
                  >
                    {rowIn(sheet, rowNumber)}
                  </button>
                </th>
                {columns.map((column) => {
                  const target = mapping[column]?.target;
                  const field =
                    inHeader || above || target == null ? undefined : definition?.fields[target];
                  const text = shownCell(cells[column], field, { language, context });
                  return (
                    <td key={column} title={text.length > 12 ? text : undefined}>
                      {text.slice(0, 60)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
