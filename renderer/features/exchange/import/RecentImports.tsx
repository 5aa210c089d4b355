import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { shownLanguage } from '../findingWords';
import type { ImportRecord } from './importMemory';
import shared from '../exchange.module.css';
import styles from '../start.module.css';

interface RecentImportsProps {
  readonly recent: readonly ImportRecord[];
  readonly ledgers: readonly LedgerDefinition[];
  readonly onUndo: (record: ImportRecord) => void;
  /** False where it has been asked elsewhere whether it shall be undone. */
  readonly onAsk: (record: ImportRecord) => Promise<boolean>;
}

/** What came in before, newest first; each can still be undone. */
export function RecentImports({ recent, ledgers, onUndo, onAsk }: RecentImportsProps) {
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState<string>();
  const [search, setSearch] = useState('');
  const titleOf = (ledger: string) =>
    ledgers.find(({ id }) => id === ledger)?.title[shownLanguage(i18n.language)] ?? ledger;
  const sought = search.trim().toLowerCase();
  const found = recent.filter(({ file, ledger }) =>
    `${file} ${titleOf(ledger)}`.toLowerCase().includes(sought),
  );
  return (
    <section className={styles.panel}>
      <div className={styles.panelHead}>
        <h2 className={styles.panelTitle}>{t('exchange.files.recent')}</h2>
        <span className={shared.quiet}>{recent.length > 0 ? recent.length : ''}</span>
        {recent.length > 0 ? (
          <input
            type="search"
            className={styles.search}
            aria-label={t('exchange.files.search')}
            placeholder={t('exchange.files.search')}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        ) : null}
      </div>
      {found.length === 0 ? (
        <p className={shared.quiet}>
          {t(recent.length === 0 ? 'exchange.files.recentEmpty' : 'exchange.files.noneFound')}
        </p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('exchange.files.time')}</th>
              <th>{t('exchange.files.file')}</th>
              <th>{t('exchange.files.ledger')}</th>
              <th>{t('exchange.files.counts')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {found.map((record) => {
              const sure = asked === record.importId;
              return (
                <tr key={record.importId}>
                  <td>{formatInstant(toInstant(record.atMs))}</td>
                  <td className={styles.wide} title={record.file}>
                    {record.file}
                  </td>
                  <td>{titleOf(record.ledger)}</td>
                  <td className={record.undone ? styles.struck : undefined}>
                    {t('exchange.files.recentCounts', {
                      inserted: record.inserted.toLocaleString(i18n.language),
                      updated: record.updated.toLocaleString(i18n.language),
                    })}
                    {record.undone ? ` ${t('exchange.files.undone')}` : ''}
                  </td>
                  <td className={styles.rowButtons}>
                    {record.undone ? null : (
                      <button
                        type="button"
                        className={shared.small}
                        aria-label={`${t(sure ? 'exchange.files.undoSure' : 'exchange.files.undo')} ${record.file}`}
                        onClick={() => {
                          setAsked(undefined);
                          if (sure) onUndo(record);
                          else
                            void onAsk(record).then((isOpen) => {
                              if (isOpen) setAsked(record.importId);
                            });
                        }}
                        onBlur={() => setAsked(undefined)}
                      >
                        {t(sure ? 'exchange.files.undoSure' : 'exchange.files.undo')}
                      </button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
