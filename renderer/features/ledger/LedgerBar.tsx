import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { Place } from '../../app/places';
import { hashOf } from '../../app/useRoute';
import type { Store } from '../../store/contract';
import type { References } from './data/references';
import type { LedgerQuery } from './data/useLedgerQuery';
import type { KeptViews } from './data/useSavedViews';
import type { LedgerView } from './data/useView';
import { ColumnChooser } from './view/ColumnChooser';
import { FilterChips } from './view/FilterChips';
import { SavedViewsMenu } from './view/SavedViewsMenu';
import styles from './workspace.module.css';

interface LedgerBarProps {
  readonly store: Store;
  readonly ledger: LedgerDefinition;
  readonly language: 'zh' | 'en';
  readonly today: IsoDate;
  readonly references: References;
  readonly shown: LedgerQuery;
  readonly kept: KeptViews;
  readonly rows: LedgerView;
  /** Live records of the ledger, whatever is shown of them. */
  readonly total: number | undefined;
  /** Texts that could not be taken. */
  readonly wrongTexts: number;
  readonly work: Place | undefined;
  readonly hasDraft: boolean;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly onToGrid: () => void;
  readonly onNextWrong: () => void;
  readonly onImport: () => void;
  readonly onExport: () => void;
  readonly onAdd: () => void;
}

/** Title, count, filters as chips, quick search, views, and what can be done with the ledger. */
export function LedgerBar(props: LedgerBarProps) {
  const { ledger, language, shown, rows, total, kept, searchBox } = props;
  const { t } = useTranslation();
  const { view, setView } = shown;
  const number = (count: number) => count.toLocaleString(language);
  const count = !rows.ready
    ? ''
    : shown.withDeleted || total === undefined || rows.count === total
      ? t('ledger.count', { count: number(rows.count) })
      : t('ledger.countOf', { count: number(rows.count), total: number(total) });
  return (
    <header className={styles.bar}>
      <h1>{ledger.title[language]}</h1>
      <span className={styles.count} role="status">
        {count}
      </span>
      {props.work && (
        <a className={styles.work} href={hashOf(props.work.route)}>
          {props.work.label} ›
        </a>
      )}
      <FilterChips
        {...props}
        query={shown.query}
        withDeleted={shown.withDeleted}
        onWithDeleted={shown.setWithDeleted}
        onFilters={(filters) => setView({ ...view, filters })}
      />
      {rows.stale && (view.sort.length > 0 || shown.narrowed) && (
        <button type="button" className={styles.quiet} title="F5" onClick={rows.reapply}>
          ⟳ {t('ledger.reapply')}
        </button>
      )}
      {props.wrongTexts > 0 && (
        <button type="button" className={styles.wrongTexts} title="F8" onClick={props.onNextWrong}>
          {t('ledger.wrongTexts', { count: props.wrongTexts })}
        </button>
      )}
      <span className={styles.actions}>
        <input
          ref={searchBox}
          className={styles.search}
          type="search"
          value={shown.search}
          aria-label={t('ledger.search')}
          title={`${t('ledger.search')} Ctrl+F`}
          placeholder={t('ledger.searchPlaceholder')}
          onChange={({ target }) => shown.setSearch(target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Escape' && shown.search !== '') shown.setSearch('');
            else if (['Enter', 'ArrowDown', 'Escape'].includes(event.key)) props.onToGrid();
            else return;
            event.preventDefault();
          }}
        />
        <SavedViewsMenu view={view} standard={shown.standard} kept={kept} onView={setView} />
        <ColumnChooser ledger={ledger} language={language} view={view} onView={setView} />
        <button type="button" className={styles.button} onClick={props.onImport}>
          {t('ledger.import')}
        </button>
        <button type="button" className={styles.button} onClick={props.onExport}>
          {t('ledger.export')}
        </button>
        <button type="button" className={styles.primary} onClick={props.onAdd}>
          {t(props.hasDraft ? 'ledger.resume' : 'ledger.add')} <kbd>Ctrl N</kbd>
        </button>
      </span>
    </header>
  );
}
