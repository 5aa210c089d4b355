import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { Filter, FilterTest, Query, Store } from '../../../store/contract';
import type { References } from '../data/references';
import { filterWidget } from './filterWidget';
import { RangeFilter } from './RangeFilter';
import { ValueFilter } from './ValueFilter';
import styles from './view.module.css';

export interface FilterMenuProps {
  readonly store: Store;
  readonly ledger: LedgerDefinition;
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly references: References;
  readonly today: IsoDate;
  /** What is shown now: the counts are of the rows that its other filters leave. */
  readonly query: Query;
  readonly onFilters: (filters: readonly Filter[]) => void;
  readonly onClose: () => void;
}

/** The filter of one column, with the widget that suits its kind. */
export function FilterMenu(props: FilterMenuProps) {
  const { ledger, name, query, onFilters, onClose } = props;
  const { t } = useTranslation();
  const field = ledger.fields[name];
  const others = (query.filters ?? []).filter((filter) => filter.field !== name);
  const present = query.filters?.find((filter) => filter.field === name)?.test;
  const [test, setTest] = useState<FilterTest | undefined>(present);
  const [wrong, setWrong] = useState(false);
  if (!field) return null;

  const apply = (next: FilterTest | undefined) => {
    onFilters(next ? [...others, { field: name, test: next }] : others);
    onClose();
  };
  const widget = { ...props, field, test, onTest: setTest, onWrong: setWrong };
  return (
    <form
      className={styles.filter}
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) apply(test);
      }}
    >
      {filterWidget(field) === 'range' ? (
        <RangeFilter {...widget} />
      ) : (
        <ValueFilter {...widget} others={others} />
      )}
      <div className={styles.either}>
        {(['blank', 'filled'] as const).map((type) => (
          <button
            key={type}
            type="button"
            aria-pressed={present?.type === type}
            onClick={() => apply({ type })}
          >
            {t(`ledger.filters.${type}`)}
          </button>
        ))}
        <span />
        <button type="button" disabled={!present} onClick={() => apply(undefined)}>
          {t('ledger.filters.clear')}
        </button>
        <button type="submit" className={styles.primary} disabled={wrong}>
          {t('ledger.filters.apply')}
        </button>
      </div>
    </form>
  );
}
