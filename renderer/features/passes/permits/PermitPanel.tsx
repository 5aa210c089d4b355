import { useTranslation } from 'react-i18next';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { permits } from '../../../../shared/ledgers/permits';
import { hashOf } from '../../../app/useRoute';
import { PartsFacts } from '../list/PartsFacts';
import { QrCode } from '../print/QrCode';
import { PermitHistory } from './PermitHistory';
import { PermitMark } from './PermitMark';
import styles from '../panel.module.css';
import shared from '../passes.module.css';

export interface PermitAct {
  readonly id: string;
  readonly title: string;
  readonly keys: string;
  readonly look: 'primary' | 'button' | 'danger';
  readonly run: () => void;
}

interface PermitPanelProps {
  readonly row: Row;
  readonly state: string;
  readonly acts: readonly PermitAct[];
}

const facts = ['approvedBy', 'approver', 'issuedAt', 'replaces', 'voidedAt', 'revokedReason'];

/** A pass, its code and what happened to it. */
export function PermitPanel({ row, state, acts }: PermitPanelProps) {
  const { t } = useTranslation();
  const { number, code, application } = row.values;
  return (
    <aside className={styles.panel} aria-label={t('passes.tabs.permits')}>
      <header className={styles.head}>
        <h2>{typeof number === 'string' ? number : ''}</h2>
        <PermitMark state={state} />
        <a href={hashOf({ page: 'transports', ledger: permits.id, row: row.id })}>
          {t('transports.open')}
        </a>
        <a href={hashOf({ page: 'ledger', ledger: permits.id, row: row.id })}>
          {t('passes.permits.inLedger')}
        </a>
      </header>
      <div className={styles.scroll}>
        {typeof code === 'string' ? (
          <div className={styles.code}>
            <QrCode text={code} label={t('passes.paper.code')} />
            <p>{t('passes.permits.code')}</p>
          </div>
        ) : (
          <p className={styles.hint}>{t('passes.permits.noCode')}</p>
        )}
        <PartsFacts ledger={permits} row={row} more={facts} />
        {typeof application === 'string' && (
          <p className={styles.clean}>
            <a href={hashOf({ page: 'passes', tab: 'applications', row: application })}>
              {t('passes.permits.toApplication')}
            </a>
          </p>
        )}
        <h3>{t('passes.permits.history')}</h3>
        <PermitHistory row={row} />
      </div>
      <footer className={styles.foot}>
        {acts.map(({ id, title, keys, look, run }) => (
          <button key={id} type="button" className={shared[look]} title={keys} onClick={run}>
            {title}
          </button>
        ))}
      </footer>
    </aside>
  );
}
