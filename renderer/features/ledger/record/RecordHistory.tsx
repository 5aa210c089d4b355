import { useTranslation } from 'react-i18next';
import type { ParseContext } from '../../../../shared/fields/codec';
import { maskValue } from '../../../../shared/fields/mask';
import { formatInstant } from '../../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import type { StoredValue } from '../../../../shared/ledger/field';
import type { HistoryEntry } from '../../../store/contract';
import { cellShown } from '../../../components/record/cellShown';
import styles from './history.module.css';

interface RecordHistoryProps {
  readonly ledger: LedgerDefinition;
  readonly entries: readonly HistoryEntry[] | undefined;
  readonly language: 'zh' | 'en';
  readonly context: ParseContext;
}

/** Who changed what, when, on which computer and by which way; sensitive values stay masked. */
export function RecordHistory({ ledger, entries, language, context }: RecordHistoryProps) {
  const { t } = useTranslation();
  const show = (name: string, value: StoredValue | null) => {
    const field = ledger.fields[name];
    if (value === null) return t('ledger.history.blank');
    if (!field) return typeof value === 'object' ? '' : String(value);
    return field.sensitive
      ? maskValue(field, value)
      : cellShown(field, value, language, context).text;
  };
  const header = (name: string) => ledger.fields[name]?.header[language] ?? name;
  if (entries?.length === 0) return <p className={styles.none}>{t('record.noHistory')}</p>;
  return (
    <ol className={styles.history}>
      {entries?.map(({ sequence, at, author, device, source, change }, index) => (
        <li key={`${sequence} ${index}`} data-change={change.type}>
          <div className={styles.head}>
            <strong>{t(`ledger.history.${change.type}`)}</strong>
            <time>{formatInstant(at, true)}</time>
          </div>
          <small>
            {[author, device].filter(Boolean).join(' · ')} · {t(`ledger.sources.${source.type}`)}
            {'file' in source && ` ${source.file}`}
            {'checkpoint' in source && ` ${source.shift}`}
            {'of' in source && ` #${source.of}`} · #{sequence}
          </small>
          {change.type === 'update' && (
            <ul>
              {Object.entries(change.fields).map(([name, { before, after }]) => (
                <li key={name}>
                  <span>{header(name) + t('frame.marks.colon')}</span>
                  <del>{show(name, before)}</del> → <b>{show(name, after)}</b>
                </li>
              ))}
            </ul>
          )}
          {change.type === 'insert' && (
            <details>
              <summary>
                {t('record.firstValues', { count: Object.keys(change.values).length })}
              </summary>
              <ul>
                {Object.entries(change.values).map(([name, value]) => (
                  <li key={name}>
                    <span>{header(name) + t('frame.marks.colon')}</span>
                    {show(name, value)}
                  </li>
                ))}
              </ul>
            </details>
          )}
          {change.type === 'reveal' && (
            <p>{change.fields.map(header).join(t('frame.marks.list'))}</p>
          )}
          {change.type === 'delete' && change.reason && <p>{change.reason}</p>}
          {source.type === 'typed' && source.reason !== undefined && (
            <p>{t('record.because', { reason: source.reason })}</p>
          )}
        </li>
      ))}
    </ol>
  );
}
