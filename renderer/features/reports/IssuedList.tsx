import { useTranslation } from 'react-i18next';
import { formatInstant, toInstant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import styles from './reports.module.css';

/** The versions of one report, the newest first, each with what changed before it. */
export function IssuedList({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  return (
    <aside className={styles.issued} aria-label={t('reports.issued')}>
      <h2>
        {t('reports.issued')} <small>{t('reports.issuedCount', { count: rows.length })}</small>
      </h2>
      <ol>
        {rows.map(({ id, values }) => (
          <li key={id}>
            <strong>
              {t('reports.edition', {
                edition: values['edition'],
                moment: formatInstant(toInstant(Number(values['cutOffAt']))),
              })}
            </strong>
            <span>
              {t('reports.by', {
                author: values['author'],
                moment: formatInstant(toInstant(Number(values['issuedAt']))),
              })}
            </span>
            <code title={String(values['rowsHash'])}>
              {String(values['rowsHash']).slice(0, 16)}
            </code>
            {typeof values['difference'] === 'string' && <p>{values['difference']}</p>}
          </li>
        ))}
      </ol>
    </aside>
  );
}
