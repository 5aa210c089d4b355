import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../../../shared/kernel/time';
import type { LedgerDefinition } from '../../../../shared/ledger/defineLedger';
import { shownLanguage } from '../findingWords';
import type { Checked, Written } from './importFile';
import shared from '../exchange.module.css';
import styles from './result.module.css';

interface ResultStepProps {
  readonly result: Checked & Written;
  readonly definition: LedgerDefinition;
  readonly onUndo: () => void;
  readonly onProblems: () => void;
}

/** What was written, and how to take it back. */
export function ResultStep({ result, definition, onUndo, onProblems }: ResultStepProps) {
  const { t, i18n } = useTranslation();
  const { record, undo } = result;
  const { counts } = result.summary;
  const ledger = definition.title[shownLanguage(i18n.language)];
  const shown = (count: number) => count.toLocaleString(i18n.language);
  return (
    <section
      className={record ? styles.result : counts.rejected > 0 ? styles.refused : styles.stopped}
    >
      <h2 className={styles.title}>
        {record ? (
          <span className={styles.good} aria-hidden="true">
            ✔{' '}
          </span>
        ) : null}
        {t(record ? 'exchange.result.written' : 'exchange.result.nothing', { ledger })}
      </h2>
      {record ? (
        <p className={styles.counts}>
          {t('exchange.result.counts', {
            inserted: shown(counts.new),
            updated: shown(counts.changed + counts.cleared),
          })}
        </p>
      ) : null}
      <p>
        {t('exchange.result.kept', {
          unchanged: shown(counts.unchanged),
          skipped: shown(counts.skipped),
        })}
      </p>
      {counts.rejected > 0 ? (
        <p className={styles.bad}>{t('exchange.result.rejected', { count: counts.rejected })}</p>
      ) : null}
      {record ? (
        <p className={shared.quiet}>
          {t('exchange.result.savedAt', {
            time: formatInstant(result.at, true),
            sequence: record.sequence,
          })}
        </p>
      ) : null}
      <p role="status" className={undo?.state === 'failed' ? styles.bad : undefined}>
        {undo?.state === 'running' ? t('exchange.result.undoing') : null}
        {undo?.state === 'done'
          ? t(undo.left > 0 ? 'exchange.result.undoneLeft' : 'exchange.result.undone', {
              count: undo.left,
            })
          : null}
        {undo?.state === 'failed'
          ? t('exchange.result.undoFailed', {
              problem: t(`exchange.commitProblems.${undo.problem}`),
            })
          : null}
      </p>
      <div className={styles.buttons}>
        {record && undo?.state !== 'done' ? (
          <button
            type="button"
            className={shared.button}
            disabled={undo?.state === 'running'}
            onClick={onUndo}
          >
            {t('exchange.result.undo')}
          </button>
        ) : null}
        {counts.rejected > 0 ? (
          <button type="button" className={shared.button} onClick={onProblems}>
            {t('exchange.check.problems')}
          </button>
        ) : null}
      </div>
    </section>
  );
}
