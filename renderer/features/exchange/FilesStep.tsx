import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import { shownLanguage } from './findingWords';
import type { ImportRecord } from './importMemory';
import styles from './exchange.module.css';

interface FilesStepProps {
  readonly recent: readonly ImportRecord[];
  readonly ledgers: readonly LedgerDefinition[];
  readonly onChoose: () => void;
  readonly onUndo: (record: ImportRecord) => void;
}

/** Where files come in, and what came in before. */
export function FilesStep({ recent, ledgers, onChoose, onUndo }: FilesStepProps) {
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState<string>();
  const titleOf = (ledger: string) =>
    ledgers.find(({ id }) => id === ledger)?.title[shownLanguage(i18n.language)] ?? ledger;
  return (
    <>
      <button type="button" className={styles.drop} onClick={onChoose}>
        <strong>{t('exchange.files.drop')}</strong>
        <span className={styles.primaryLook}>{t('exchange.files.choose')}</span>
        <span className={styles.quiet}>{t('exchange.files.dropHint')}</span>
      </button>
      <section className={styles.panel}>
        <h2 className={styles.panelTitle}>{t('exchange.files.recent')}</h2>
        {recent.length === 0 ? (
          <p className={styles.quiet}>{t('exchange.files.recentEmpty')}</p>
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
              {recent.slice(0, 8).map((record) => (
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
                        className={styles.small}
                        onClick={() => {
                          if (asked === record.importId) onUndo(record);
                          setAsked(asked === record.importId ? undefined : record.importId);
                        }}
                        onBlur={() => setAsked(undefined)}
                      >
                        {t(
                          asked === record.importId
                            ? 'exchange.files.undoSure'
                            : 'exchange.files.undo',
                        )}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}
