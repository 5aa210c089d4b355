import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { writeTemplate } from '../../../../shared/exchange/write/writeLedgerWorkbook';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { useSession } from '../../../app/session';
import { shownLanguage } from '../findingWords';
import { readReferences } from '../../../store/references';
import { fileProblemWords, saveWorkbook, workbookName } from './saveWorkbook';
import shared from '../exchange.module.css';
import styles from '../start.module.css';

interface ExportAreaProps {
  readonly onExport: (ledger: string) => void;
  /** Sends it to another computer, or out to be corrected and taken back. */
  readonly onSend: (ledger: string) => void;
  readonly onNotice: (words: string) => void;
}

/** Every ledger with its two ways out: its rows, or a blank workbook to fill in. */
export function ExportArea({ onExport, onSend, onNotice }: ExportAreaProps) {
  const { store, desktop, clock, ledgers } = useSession();
  const { t, i18n } = useTranslation();
  const language = shownLanguage(i18n.language);
  const [search, setSearch] = useState('');
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  useEffect(() => {
    let gone = false;
    const read = () =>
      void store.counts().then((now) => {
        if (!gone) setCounts(now);
      });
    read();
    const stop = store.onChange(read);
    return () => {
      gone = true;
      stop();
    };
  }, [store]);

  const saveTemplate = async (definition: LedgerDefinition) => {
    const references = await readReferences(store, definition);
    const title = definition.title[language];
    const written = await writeTemplate(definition, {
      language,
      title,
      referenceNames: references.names,
    });
    if (!written.ok) return;
    const name = workbookName([title, t('exchange.export.templateName')], clock());
    const saved = await saveWorkbook(desktop, name, written.value, t);
    if (saved.ok) onNotice(t('exchange.export.templateSaved', { name: saved.value.name }));
    else if (saved.problem.tag !== 'cancelled') onNotice(fileProblemWords(t, saved.problem));
  };

  const sought = search.trim().toLowerCase();
  const found = ledgers.filter(({ title }) =>
    `${title.zh} ${title.en}`.toLowerCase().includes(sought),
  );
  return (
    <section className={styles.panel}>
      <div className={styles.panelHead}>
        <h2 className={styles.panelTitle}>{t('exchange.send')}</h2>
        <span className={shared.quiet}>{found.length}</span>
        <input
          type="search"
          className={styles.search}
          aria-label={t('exchange.export.search')}
          placeholder={t('exchange.export.search')}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </div>
      {found.length === 0 ? <p className={shared.quiet}>{t('exchange.export.noneFound')}</p> : null}
      <table className={styles.table}>
        <tbody>
          {found.map((definition) => {
            const title = definition.title[language];
            const count = counts[definition.id];
            return (
              <tr key={definition.id}>
                <td className={styles.wide}>{title}</td>
                <td className={styles.number}>
                  {count === undefined
                    ? ''
                    : t('exchange.export.rows', {
                        count,
                        rows: count.toLocaleString(i18n.language),
                      })}
                </td>
                <td className={styles.rowButtons}>
                  <button
                    type="button"
                    className={shared.small}
                    aria-label={`${t('exchange.export.exportOne')} ${title}`}
                    onClick={() => onExport(definition.id)}
                  >
                    {t('exchange.export.exportOne')}
                  </button>
                  <button
                    type="button"
                    className={shared.small}
                    aria-label={`${t('exchange.export.template')} ${title}`}
                    onClick={() => void saveTemplate(definition)}
                  >
                    {t('exchange.export.template')}
                  </button>
                  <button
                    type="button"
                    className={shared.small}
                    aria-label={`${t('parcel.sendOne')} ${title}`}
                    onClick={() => onSend(definition.id)}
                  >
                    {t('parcel.sendOne')}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
