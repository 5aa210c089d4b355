import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { useSession } from '../../../app/session';
import { hashOf } from '../../../app/useRoute';
import { cellShown } from '../../../components/record/cellShown';
import { recordTitle } from '../../../components/record/recordTitle';
import type { Query } from '../../../store/contract';
import { shownNumber } from '../shownNumber';
import styles from '../figures.module.css';
import own from './command.module.css';

interface MarkRecordsProps {
  readonly title: string;
  readonly query: Query;
  readonly onClose: () => void;
}

/** More are in the ledger itself. */
const listedRecords = 500;

/** The records behind a mark of the board: each opens in its ledger. */
export function MarkRecords({ title, query, onClose }: MarkRecordsProps) {
  const { t, i18n } = useTranslation();
  const { store, ledgers } = useSession();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [found, setFound] = useState<{ readonly count: number; readonly rows: readonly Row[] }>();
  const ledger = ledgers.find(({ id }) => id === query.ledger);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const view = await store.openView(query, listedRecords);
      store.closeView(view.id);
      if (!gone) setFound({ count: view.count, rows: view.first });
    };
    void read();
    const stop = store.onChange((touched) => {
      if (touched.includes(query.ledger)) void read();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [store, query]);
  if (!ledger) return null;
  const when = ledger.newestFirst;
  const whenField = when === undefined ? undefined : ledger.fields[when];
  return (
    <section
      className={styles.records}
      aria-label={t('figures.records', { name: title })}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" className={styles.close} onClick={onClose}>
          {t('figures.close')} <kbd>Esc</kbd>
        </button>
        <p>
          <span>{found && t('figures.recordCount', { number: shownNumber(found.count) })}</span>
          <span>
            {found && found.count > listedRecords
              ? t('figures.command.first', { number: shownNumber(listedRecords) })
              : ''}
          </span>
        </p>
      </header>
      <div className={own.recordHead}>
        <span>{ledger.fields[ledger.nameField]?.header[language]}</span>
        <span>{whenField?.header[language]}</span>
      </div>
      <div className={own.recordList}>
        {found?.count === 0 && <p className={styles.quiet}>{t('figures.noRecords')}</p>}
        <ul>
          {found?.rows.map((row) => (
            <li key={row.id}>
              <a href={hashOf({ page: 'ledger', ledger: ledger.id, row: row.id })}>
                <span>{recordTitle(ledger, row, language)}</span>
                <span>
                  {whenField && when !== undefined
                    ? cellShown(whenField, row.values[when], language, {}).text
                    : ''}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
      <footer>
        <a href={hashOf({ page: 'ledger', ledger: ledger.id })}>
          {t('figures.toLedger', { ledger: ledger.title[language] })}
        </a>
      </footer>
    </section>
  );
}
