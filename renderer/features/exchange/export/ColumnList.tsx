import { useTranslation } from 'react-i18next';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { shownLanguage } from '../findingWords';
import styles from './dialog.module.css';

interface ColumnListProps {
  readonly definition: LedgerDefinition;
  readonly chosen: readonly string[];
  readonly masked: boolean;
  readonly disabled: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The columns of a workbook to be written; a masked one has no place for sensitive ones. */
export function ColumnList({ definition, chosen, masked, disabled, onChange }: ColumnListProps) {
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const fields = Object.entries(definition.fields);
  const usable = fields.filter(([, { sensitive }]) => !(masked && sensitive));
  const count = usable.filter(([name]) => chosen.includes(name)).length;
  return (
    <fieldset className={styles.columns} disabled={disabled}>
      <legend>
        {t('exchange.export.columns')}{' '}
        <span className={styles.quiet}>
          {t('exchange.export.chosen', { count, total: usable.length })}
        </span>
        <button
          type="button"
          className={styles.link}
          onClick={() => onChange(fields.map(([name]) => name))}
        >
          {t('exchange.export.allColumns')}
        </button>
        <button type="button" className={styles.link} onClick={() => onChange([])}>
          {t('exchange.export.noColumns')}
        </button>
      </legend>
      <div className={styles.columnGrid}>
        {fields.map(([name, field]) => {
          const out = masked && field.sensitive;
          return (
            <label key={name} className={out ? styles.out : styles.column}>
              <input
                type="checkbox"
                checked={!out && chosen.includes(name)}
                disabled={out}
                onChange={({ currentTarget }) =>
                  onChange(
                    currentTarget.checked
                      ? [...chosen, name]
                      : chosen.filter((one) => one !== name),
                  )
                }
              />
              <span>{field.header[language]}</span>
              {field.sensitive ? (
                <span className={styles.sensitive}>{t('exchange.export.sensitive')}</span>
              ) : null}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
