import { useTranslation } from 'react-i18next';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { permitApplications } from '../../../../shared/ledgers/permitApplications';
import type { ApplicationFinding } from '../../../../shared/passes/lifecycle/checkApplication';
import { hashOf } from '../../../app/useRoute';
import { PartsFacts } from '../list/PartsFacts';
import { rowState } from './filterApplications';
import { Findings } from './Findings';
import { StateMark } from './StateMark';
import type { PanelAct } from './useApplicationActs';
import styles from '../panel.module.css';
import shared from '../passes.module.css';

interface ApplicationPanelProps {
  readonly row: Row;
  /** Undefined where the record lacks what a check needs. */
  readonly findings: readonly ApplicationFinding[] | undefined;
  readonly notes: string;
  readonly onNotes: (notes: string) => void;
  /** What stood in the way of the last act, in words. */
  readonly problem: string;
  readonly hint: string;
  readonly acts: readonly PanelAct[];
}

const facts = ['kind', 'replaces', 'attached', 'appliedAt', 'checkedBy', 'checkedAt', 'checkNotes'];
const decided = ['approver', 'approvedAt', 'returnReason', 'permit'];

/** An application, what its check finds, and what may be done with it now. */
export function ApplicationPanel(props: ApplicationPanelProps) {
  const { row, findings, notes, onNotes, problem, hint, acts } = props;
  const { t } = useTranslation();
  const { number, permit } = row.values;
  const state = rowState(row);
  const isOpen = state !== '已发证' && state !== '已退回';
  return (
    <aside className={styles.panel} aria-label={t('passes.tabs.applications')}>
      <header className={styles.head}>
        <h2>{typeof number === 'string' ? number : t('passes.applications.unnumbered')}</h2>
        <StateMark state={state} />
        <a href={hashOf({ page: 'ledger', ledger: permitApplications.id, row: row.id })}>
          {t('passes.edit')}
        </a>
      </header>
      <div className={styles.scroll}>
        {findings === undefined ? (
          <p className={styles.problem}>{t('passes.applications.incomplete')}</p>
        ) : (
          isOpen && (
            <section>
              <h3>{t('passes.check.title')}</h3>
              <Findings findings={findings} />
            </section>
          )
        )}
        {isOpen && findings !== undefined && (
          <>
            <h3>{t('passes.check.decision')}</h3>
            <label className={styles.notes}>
              {t(state === '待核验' ? 'passes.check.notes' : 'passes.check.reason')}
              <textarea
                rows={3}
                value={notes}
                aria-invalid={problem !== '' || undefined}
                onChange={({ target }) => onNotes(target.value)}
              />
            </label>
          </>
        )}
        {problem !== '' && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        {hint !== '' && (
          <p className={styles.hint}>
            {hint} <a href={hashOf({ page: 'passes', tab: 'keys' })}>{t('passes.tabs.keys')}</a>
          </p>
        )}
        {typeof permit === 'string' && (
          <p className={styles.clean}>
            <a href={hashOf({ page: 'passes', tab: 'permits', row: permit })}>
              {t('passes.issue.toPermit')}
            </a>
          </p>
        )}
        <h3>{t('passes.applications.content')}</h3>
        <PartsFacts ledger={permitApplications} row={row} more={[...facts, ...decided]} />
      </div>
      {acts.length > 0 && (
        <footer className={styles.foot}>
          {acts.map(({ id, title, keys, look, run }) => (
            <button key={id} type="button" className={shared[look]} onClick={run}>
              {title} <kbd>{keys}</kbd>
            </button>
          ))}
        </footer>
      )}
    </aside>
  );
}
