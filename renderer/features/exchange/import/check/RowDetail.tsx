import { useTranslation } from 'react-i18next';
import { hashOf } from '../../../../app/useRoute';
import type { CheckView } from './checkColumns';
import type { CheckRow } from './checkRows';
import styles from './check.module.css';

interface RowDetailProps {
  readonly ledger: string;
  readonly row: CheckRow | undefined;
  readonly view: CheckView;
  readonly revealed: boolean;
  readonly onReveal: ((row: CheckRow) => void) | undefined;
}

/** All there is to say about the selected row, cell by cell. */
export function RowDetail({ ledger, row, view, revealed, onReveal }: RowDetailProps) {
  const { t } = useTranslation();
  if (!row) {
    return <p className={styles.note}>{t('exchange.check.note')}</p>;
  }
  const { findings } = row;
  return (
    <section className={styles.detail} data-status={row.status} aria-live="polite">
      <div className={styles.detailHead}>
        <strong>{t('exchange.check.rowOf', { row: view.row(row.rowNumber) })}</strong>
        <span className={styles[row.status]}>{t(`exchange.check.statuses.${row.status}`)}</span>
        {row.matchedBy ? (
          <span className={styles.quiet}>
            {t(
              row.matchedBy === 'recordNumber' ? 'exchange.check.byNumber' : 'exchange.check.byKey',
            )}
          </span>
        ) : null}
        {row.row !== undefined && row.status !== 'new' ? (
          <a href={hashOf({ page: 'ledger', ledger, row: row.row })}>
            {t('exchange.check.openRecord')}
          </a>
        ) : null}
        {onReveal && row.status !== 'skipped' ? (
          <button
            type="button"
            className={styles.reveal}
            disabled={revealed}
            onClick={() => onReveal(row)}
          >
            {t(revealed ? 'exchange.check.revealed' : 'exchange.check.reveal')}
          </button>
        ) : null}
      </div>
      <ul className={styles.findings}>
        {findings.map((finding) => (
          <li key={`${finding.address}${finding.rule}`} data-severity={finding.severity}>
            <b>{finding.address}</b> {view.words(finding)}
            {finding.severity === 'error' && finding.shown !== '' ? (
              <span className={styles.quiet}>
                {' '}
                {t('frame.marks.quoted', { text: finding.shown })}
              </span>
            ) : null}
          </li>
        ))}
        {findings.length === 0 ? (
          <li className={styles.quiet}>
            {row.skipped
              ? t(`exchange.skipReasons.${row.skipped.reason}`)
              : t('exchange.check.fine')}
          </li>
        ) : null}
      </ul>
    </section>
  );
}
