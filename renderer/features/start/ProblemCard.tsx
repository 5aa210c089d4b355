import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition } from '../../../shared/ledger/defineLedger';
import { lossWords } from '../../app/lossWords';
import type { OpenProblem } from '../../store/eventContract';
import styles from './start.module.css';

interface ProblemCardProps {
  readonly problem: OpenProblem;
  readonly ledgers: readonly LedgerDefinition[];
  readonly onRetry: () => void;
  readonly onGoOn: () => void;
  readonly onRemove: () => void;
}

/** One screen for each way in which opening can fail: what happened, what is safe, what to do. */
export function ProblemCard({ problem, ledgers, onRetry, onGoOn, onRemove }: ProblemCardProps) {
  const { t, i18n } = useTranslation();
  const losses = 'losses' in problem ? problem.losses : [];
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const [known, setKnown] = useState(false);
  return (
    <section className={styles.card} data-problem={problem.tag}>
      <span className={styles.product}>{t('frame.product')}</span>
      <h1 className={styles.title}>{t(`start.problem.${problem.tag}.title`)}</h1>
      <p role="alert">{t(`start.problem.${problem.tag}.what`, { ...problem })}</p>
      {losses.length > 0 && (
        <ul className={styles.losses}>
          {losses.map((loss) => (
            <li key={`${loss.ledger} ${loss.firstSequence}`}>
              {lossWords(t, loss, ledgers, language)}
            </li>
          ))}
        </ul>
      )}
      {losses.length > 0 && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={known}
            onChange={({ target }) => setKnown(target.checked)}
          />
          {t('start.lossKnown')}
        </label>
      )}
      <div className={styles.actions}>
        {problem.tag === 'keysLost' && (
          <button type="button" className={styles.plain} onClick={onRemove}>
            {t('start.remove')}
          </button>
        )}
        {losses.length > 0 && (
          <button type="button" className={styles.danger} disabled={!known} onClick={onGoOn}>
            {t('start.goOn')}
          </button>
        )}
        <button type="button" className={styles.primary} onClick={onRetry} autoFocus>
          {t('start.retry')}
        </button>
      </div>
    </section>
  );
}
