import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParseContext } from '../../../shared/fields/codec';
import { maskValue } from '../../../shared/fields/mask';
import type { RowId } from '../../../shared/kernel/ids';
import { formatInstant } from '../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../shared/ledger/field';
import type { HistoryEntry, Store } from '../../store/contract';
import { showValue } from './readTyped';
import styles from './ledger.module.css';

interface RowHistoryProps {
  readonly store: Store;
  readonly ledger: LedgerDefinition;
  readonly row: RowId;
  readonly context: ParseContext;
}

/** Who changed what, when, on which computer and by which way; sensitive values stay masked. */
export function RowHistory({ store, ledger, row, context }: RowHistoryProps) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [entries, setEntries] = useState<readonly HistoryEntry[]>();
  useEffect(() => {
    let gone = false;
    const read = () =>
      void store.history(ledger.id, row).then((found) => {
        if (!gone) setEntries(found);
      });
    read();
    const stop = store.onChange(read);
    return () => {
      gone = true;
      stop();
    };
  }, [store, ledger, row]);

  const show = (name: string, value: StoredValue | null) => {
    const field = ledger.fields[name];
    if (!field || value === null) return t('ledger.history.blank');
    return field.sensitive ? maskValue(field, value) : showValue(field, value, language, context);
  };
  const header = (name: string) => ledger.fields[name]?.header[language] ?? name;
  return (
    <ol className={styles.history}>
      {entries?.map(({ sequence, at, author, device, source, change }, index) => (
        <li key={`${sequence} ${index}`}>
          <strong>{t(`ledger.history.${change.type}`)}</strong>
          <small>
            {formatInstant(at, true)} · {author} · {device} · {t(`ledger.sources.${source.type}`)}
            {source.type === 'import' && ` ${source.file}`}
          </small>
          {change.type === 'update' && (
            <ul>
              {Object.entries(change.fields).map(([name, { before, after }]) => (
                <li key={name}>
                  {header(name)}：<del>{show(name, before)}</del> → <b>{show(name, after)}</b>
                </li>
              ))}
            </ul>
          )}
          {change.type === 'reveal' && <p>{change.fields.map(header).join('、')}</p>}
          {change.type === 'delete' && change.reason && <p>{change.reason}</p>}
        </li>
      ))}
    </ol>
  );
}
