import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { permits } from '../../../../shared/ledgers/permits';
import { useSession } from '../../../app/session';
import type { HistoryEntry } from '../../../store/contract';
import { fieldWords, languageOf } from '../list/fieldWords';
import styles from '../panel.module.css';

/** Who did what with a pass, newest first. */
export function PermitHistory({ row }: { readonly row: Row }) {
  const { t, i18n } = useTranslation();
  const { store } = useSession();
  const language = languageOf(i18n.language);
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([]);
  useEffect(() => {
    let gone = false;
    void store.history(permits.id, row.id).then((read) => {
      if (!gone) setEntries(read);
    });
    return () => {
      gone = true;
    };
    // the row is another one after each commit that touches it
  }, [store, row]);
  const said = ({ change }: HistoryEntry): string => {
    if (change.type !== 'update') return t(`ledger.history.${change.type}`);
    return Object.entries(change.fields)
      .filter(([name]) => name !== 'voidedAt')
      .map(([name, { before, after }]) => {
        const header = permits.fields[name as 'plate']?.header[language] ?? name;
        const words = (value: typeof before) =>
          value === null
            ? t('ledger.history.blank')
            : fieldWords(permits, name, { [name]: value }, language);
        return `${header} ${words(before)} → ${words(after)}`;
      })
      .join(t('frame.marks.semicolon'));
  };
  return (
    <ol className={styles.history}>
      {entries.map((entry, index) => (
        <li key={`${entry.sequence} ${index}`}>
          <span>{said(entry)}</span>
          <small>
            {entry.author} {formatInstant(entry.at)}
          </small>
        </li>
      ))}
    </ol>
  );
}
