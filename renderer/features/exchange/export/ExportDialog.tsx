import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModal } from '../../../components/popover/useModal';
import { useSession } from '../../../app/session';
import type { Query } from '../../../store/contract';
import { ColumnList } from './ColumnList';
import { shownLanguage } from '../findingWords';
import { workbookName } from './saveWorkbook';
import { useExport } from './useExport';
import styles from './dialog.module.css';

interface ExportDialogProps {
  readonly ledger: string;
  /** The rows to export; the whole ledger when absent. */
  readonly query?: Query;
  /** Columns chosen at first, in their order; all when absent. */
  readonly columns?: readonly string[];
  readonly onClose: () => void;
}

/** What goes into the workbook: columns, masked or full, language; then its progress. */
export function ExportDialog({ ledger, query, columns, onClose }: ExportDialogProps) {
  const { store, clock, ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const screen = shownLanguage(i18n.language);
  const dialog = useModal();
  const definition = ledgers.find(({ id }) => id === ledger);
  const fields = useMemo(() => Object.keys(definition?.fields ?? {}), [definition]);
  const [chosen, setChosen] = useState<readonly string[]>(columns ?? fields);
  const [masked, setMasked] = useState(true);
  const [language, setLanguage] = useState<'zh' | 'en'>('zh');
  const [count, setCount] = useState<number>();
  const { state, start, cancel } = useExport();
  const whole = useMemo<Query>(() => query ?? { ledger }, [query, ledger]);
  useEffect(() => {
    let gone = false;
    void store.count(whole).then((rows) => {
      if (!gone) setCount(rows);
    });
    return () => {
      gone = true;
    };
  }, [store, whole]);
  if (!definition) return null;
  const running = state.tag === 'running';
  const part = whole.search || (whole.filters?.length ?? 0) > 0 ? t('exchange.export.part') : '';
  const fileName = workbookName(
    [
      store.event.unit,
      definition.title.zh + part + (masked ? t('exchange.export.maskedName') : ''),
    ],
    clock(),
  );
  const order = fields.filter((name) => chosen.includes(name));
  // The order a person gave their columns in the grid stays.
  const inOrder = columns ? [...columns.filter((name) => chosen.includes(name))] : [];
  const all = [...inOrder, ...order.filter((name) => !inOrder.includes(name))];
  const written = all.filter((name) => !(masked && definition.fields[name]?.sensitive));
  const rows = (count ?? 0).toLocaleString(i18n.language);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="export-title"
      onCancel={(event) => {
        event.preventDefault();
        if (running) cancel();
        else onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id="export-title" className={styles.title}>
        {t('exchange.export.title', { ledger: definition.title[screen] })}
      </h2>
      <div className={styles.settings}>
        <fieldset className={styles.group} disabled={running}>
          <legend>{t('exchange.export.content')}</legend>
          {[true, false].map((value) => (
            <label key={String(value)} className={masked === value ? styles.chosen : styles.option}>
              <input
                type="radio"
                name="export-content"
                checked={masked === value}
                onChange={() => setMasked(value)}
              />
              <strong>{t(value ? 'exchange.export.masked' : 'exchange.export.full')}</strong>
              <span>{t(value ? 'exchange.export.maskedHint' : 'exchange.export.fullHint')}</span>
            </label>
          ))}
        </fieldset>
        <fieldset className={styles.group} disabled={running}>
          <legend>{t('exchange.export.language')}</legend>
          {(['zh', 'en'] as const).map((value) => (
            <label key={value} className={language === value ? styles.chosen : styles.option}>
              <input
                type="radio"
                name="export-language"
                checked={language === value}
                onChange={() => setLanguage(value)}
              />
              <strong>{t(`exchange.export.${value}`)}</strong>
            </label>
          ))}
        </fieldset>
      </div>
      <ColumnList
        definition={definition}
        chosen={chosen}
        masked={masked}
        disabled={running}
        onChange={setChosen}
      />
      <p className={styles.fileName}>
        {t('exchange.export.fileName')} <strong>{fileName}</strong>
      </p>
      <div className={styles.state} role="status" data-state={state.tag}>
        {state.tag === 'running' ? (
          <>
            <span>
              {t('exchange.export.progress', { done: state.done, total: state.total || rows })}
            </span>
            <progress value={state.total > 0 ? state.done / state.total : 0} />
          </>
        ) : null}
        {state.tag === 'saved' || state.tag === 'failed' ? state.words : null}
        {state.tag === 'ready' && written.length === 0 ? t('exchange.export.needColumns') : null}
      </div>
      <div className={styles.buttons}>
        <button type="button" className={styles.button} onClick={running ? cancel : onClose}>
          {t(running || state.tag === 'ready' ? 'exchange.export.cancel' : 'exchange.export.close')}
        </button>
        <button
          type="button"
          className={styles.primary}
          disabled={running || written.length === 0 || count === undefined}
          onClick={() =>
            void start(
              {
                definition,
                query: whole,
                columns: written,
                masked,
                language,
                title: definition.title[language],
              },
              fileName,
            )
          }
        >
          {t('exchange.export.start', { rows })}
        </button>
      </div>
    </dialog>
  );
}
