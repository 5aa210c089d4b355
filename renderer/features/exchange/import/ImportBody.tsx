import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session';
import { CheckStep } from './check/CheckStep';
import type { ImportDesk } from './importDesk';
import type { ImportFile } from './importFile';
import type { ImportRecord } from './importMemory';
import { ProgressLine } from '../ProgressLine';
import { ReadingStep } from './ReadingStep';
import { RecogniseStep } from './recognise/RecogniseStep';
import { ResultStep } from './ResultStep';
import styles from '../exchange.module.css';

interface ImportBodyProps {
  readonly file: ImportFile;
  readonly desk: ImportDesk;
  readonly onUndo: (record: ImportRecord) => void;
  readonly onProblems: () => void;
}

/** The step a file has come to. */
export function ImportBody({ file, desk, onUndo, onProblems }: ImportBodyProps) {
  const { ledgers } = useSession();
  const { t } = useTranslation();
  const { stage, choice, workbook, id } = file;
  const definition = ledgers.find((one) => one.id === choice?.ledger);
  switch (stage.tag) {
    case 'reading':
    case 'unreadable':
      return (
        <ReadingStep
          file={file}
          onCancel={() => desk.cancel(id)}
          onRemove={() => desk.remove(id)}
        />
      );
    case 'recognise':
      return (
        <RecogniseStep
          key={id}
          file={file}
          ledgers={ledgers}
          onChoose={(chosen, recall) => {
            desk.choose(id, chosen);
            if (recall) void desk.recall(id);
          }}
        />
      );
    case 'planning': {
      const { done, total, stage: part } = stage.progress;
      return (
        <ProgressLine
          words={t('exchange.check.planning', {
            stage: t(`exchange.check.stages.${part}`),
            done,
            total,
          })}
          share={total > 0 ? done / total : 0}
          onCancel={() => desk.cancel(id)}
        />
      );
    }
    case 'writing':
      return (
        <ProgressLine
          words={t('exchange.check.writing', { done: stage.done, total: stage.total })}
          share={stage.total > 0 ? stage.done / stage.total : 0}
          onCancel={() => desk.cancel(id)}
        />
      );
    case 'check':
      return workbook && choice && definition ? (
        <>
          {stage.problem ? (
            <p className={styles.problem} role="alert">
              {t(`exchange.commitProblems.${stage.problem}`)}
            </p>
          ) : null}
          <CheckStep
            key={id}
            checked={stage}
            workbook={workbook}
            choice={choice}
            definition={definition}
            rowsOf={(...asked) => desk.rows(id, ...asked)}
            onProblems={onProblems}
            onRecorded={(sequence) => desk.moveTo(id, sequence)}
          />
        </>
      ) : null;
    case 'result':
      return definition ? (
        <ResultStep
          result={stage}
          definition={definition}
          onUndo={() => {
            if (stage.record) onUndo(stage.record);
          }}
          onProblems={onProblems}
        />
      ) : null;
  }
}
