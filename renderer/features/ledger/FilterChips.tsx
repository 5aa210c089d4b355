import { useTranslation } from 'react-i18next';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import type { Filter } from '../../store/contract';
import type { References } from '../../store/references';
import { showValue } from './readTyped';
import styles from './ledger.module.css';

interface FilterChipsProps {
  readonly ledger: LedgerDefinition;
  readonly filters: readonly Filter[];
  readonly language: 'zh' | 'en';
  readonly references: References;
  readonly onChange: (filters: readonly Filter[]) => void;
}

/** The filters in force, each in words and with a cross that takes it away. */
export function FilterChips({ ledger, filters, language, references, onChange }: FilterChipsProps) {
  const { t } = useTranslation();
  const words = ({ field, test }: Filter) => {
    const spec = ledger.fields[field];
    const show = (value: StoredValue | undefined) =>
      spec ? showValue(spec, value, language, references.context) : String(value ?? '');
    switch (test.type) {
      case 'contains':
        return `${t('ledger.filters.contains')} ${test.text}`;
      case 'equals':
        return show(test.value);
      case 'oneOf':
        return test.values.map(show).join('、');
      case 'between':
        return `${show(test.from)} – ${show(test.to)}`;
      case 'blank':
      case 'filled':
        return t(`ledger.filters.${test.type}`);
    }
  };
  return (
    <>
      {filters.map((filter, index) => (
        <span key={`${filter.field} ${index}`} className={styles.chip}>
          {ledger.fields[filter.field]?.header[language]}：{words(filter)}
          <button
            type="button"
            aria-label={t('ledger.filters.clear')}
            onClick={() => onChange(filters.filter((_, at) => at !== index))}
          >
            ×
          </button>
        </span>
      ))}
    </>
  );
}
