import { useTranslation } from 'react-i18next';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { ownKinds } from '../../../../shared/ledger/ownField';
import { ColumnDetails } from './ColumnDetails';
import { addPart, type DraftColumn } from './ownDraft';
import styles from './own.module.css';

interface ColumnTableProps {
  readonly columns: readonly DraftColumn[];
  /** Ledgers whose records a column can mean. */
  readonly targets: readonly LedgerDefinition[];
  readonly onChange: (id: number, change: Partial<DraftColumn>) => void;
}

/** What each column of the workbook is to be; everything by keyboard, from left to right. */
export function ColumnTable({ columns, targets, onChange }: ColumnTableProps) {
  const { t } = useTranslation();
  const box = (column: DraftColumn, name: 'use' | 'required' | 'isKey', label: string) => (
    <input
      type="checkbox"
      aria-label={`${label} ${column.header}`}
      checked={column[name]}
      disabled={
        (name === 'use' && column.stored !== undefined && !column.isLost) ||
        (name !== 'use' && !column.use)
      }
      onChange={({ target }) => onChange(column.id, { [name]: target.checked })}
    />
  );
  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th>{t('own.use')}</th>
          <th>{t('own.header')}</th>
          <th>{t('own.kind')}</th>
          <th>{t('own.required')}</th>
          <th>{t('own.key')}</th>
          <th>{t('own.details')}</th>
          <th>{t('own.sample')}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.id} data-unused={!column.use || undefined}>
            <td>{box(column, 'use', t('own.use'))}</td>
            <td>
              <input
                value={column.header}
                aria-label={t('own.header')}
                disabled={!column.use}
                onChange={({ target }) => onChange(column.id, { header: target.value })}
              />
            </td>
            <td>
              <select
                value={column.kind}
                aria-label={`${t('own.kind')} ${column.header}`}
                disabled={!column.use || column.stored !== undefined}
                onChange={({ target }) => {
                  const kind = ownKinds.find((one) => one === target.value);
                  const needsPart = kind === 'group' && column.parts.length === 0;
                  if (kind)
                    onChange(column.id, { kind, ...(needsPart ? { parts: addPart([]) } : {}) });
                }}
              >
                {ownKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`own.kinds.${kind}`)}
                  </option>
                ))}
              </select>
            </td>
            <td>{box(column, 'required', t('own.required'))}</td>
            <td>{box(column, 'isKey', t('own.key'))}</td>
            <td>
              <ColumnDetails
                column={column}
                targets={targets}
                onChange={(change) => onChange(column.id, change)}
              />
            </td>
            <td title={column.sample}>{column.sample}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
