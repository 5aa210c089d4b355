import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codecFor } from '../../../../shared/fields/codecFor';
import { dateOf, formatInstant, toInstant, type Instant } from '../../../../shared/kernel/time';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { closedLoopReleases } from '../../../../shared/ledgers/closedLoopReleases';
import { useSession } from '../../../app/session';
import { readTestTime } from '../form/readTestTime';
import { KeyCap } from '../marks/KeyCap';
import { RecordLine, type LineDrafts } from '../marks/RecordLine';
import { ageWords } from '../verdict/panelLines';
import { editOfRelease, nextStepOf, refusalOf } from './releaseActs';
import { ReleaseTests } from './ReleaseTests';
import { dueAtOf, lateMs, stageOf, stages, type Stage } from './releaseStage';
import type { Releases } from './useReleases';
import styles from './releases.module.css';

interface ReleaseDetailProps {
  readonly row: Row;
  /** From departure to arrival, where no time is written. */
  readonly limitMs: number;
  readonly now: Instant;
  readonly drafts: LineDrafts;
  readonly releases: Releases;
}

/** Fields in the order in which a release comes to them. */
const parts = [
  ['applicantPart', ['applicant', 'documentNumber', 'phone', 'applicantUnit', 'reason']],
  ['receivingPart', ['community', 'receiver', 'receiverPhone']],
  ['journeyPart', ['plate', 'origin', 'destination', 'dueAt']],
] as const;

/** One release: how far it is, what it still lacks, and the button of its next step. */
export function ReleaseDetail({ row, limitMs, now, drafts, releases }: ReleaseDetailProps) {
  const { store, clock } = useSession();
  const { t } = useTranslation();
  const [problem, setProblem] = useState('');
  const { values } = row;
  const stage = stageOf(values);
  const late = lateMs(values, limitMs, now);
  const due = dueAtOf(values, limitMs);
  const goOn = async () => {
    const settled = (await releases.settled(row.id)) ?? row;
    const step = nextStepOf(settled, { now: clock(), by: store.operator, limitMs });
    setProblem(step.ok ? '' : t(`releases.${step.problem}`));
    if (step.ok) await releases.write(step.value);
  };
  const refusal = refusalOf(row);
  return (
    <section className={styles.detail} aria-label={t('releases.title')}>
      <ol className={styles.rail}>
        {stages.map((one) => (
          <li key={one} className={styles[standingOf(one, stage)]}>
            {t(`releases.stages.${one}`)}
            <time>{timeOf(row, one)}</time>
          </li>
        ))}
      </ol>
      {late > 0 ? (
        <p className={styles.overdue} role="alert">
          {t('releases.overdue', {
            time: ageWords(late, t),
            due: due === undefined ? '' : formatInstant(due).slice(5),
          })}
        </p>
      ) : null}
      <div className={styles.acts}>
        <button
          type="button"
          className={styles.primary}
          data-next-step=""
          disabled={stage === 'arrived' || stage === 'refused'}
          onClick={() => void goOn()}
        >
          {t(`releases.acts.${stage}`)} <KeyCap>F8</KeyCap>
        </button>
        {refusal ? (
          <button
            type="button"
            className={styles.button}
            onClick={() => void releases.write(refusal)}
          >
            {t('releases.refuse')}
          </button>
        ) : null}
        <span className={styles.problem} role="alert">
          {releases.problem
            ? t('holds.notSaved', { problem: t(`desk.problems.${releases.problem}`) })
            : problem}
        </span>
      </div>
      {parts.map(([part, names]) => (
        <section key={part} className={styles.part} aria-label={t(`releases.${part}`)}>
          <h2>{t(`releases.${part}`)}</h2>
          <div className={styles.lines}>
            {names.map((name) => {
              const field = closedLoopReleases.fields[name];
              return (
                <RecordLine
                  key={name}
                  name={name}
                  field={field}
                  value={values[name]}
                  draft={`${row.id} ${name}`}
                  drafts={drafts}
                  read={(text) =>
                    codecFor(field).parse({ type: 'text', text }, { reportOn: dateOf(clock()) })
                  }
                  write={(value) => releases.write(editOfRelease(row, name, value))}
                  reveal={() =>
                    void releases.write({
                      type: 'reveal',
                      ledger: closedLoopReleases.id,
                      row: row.id,
                      fields: [name],
                    })
                  }
                />
              );
            })}
          </div>
          {part === 'applicantPart' ? (
            <ReleaseTests
              row={row}
              releases={releases}
              read={(text) => readTestTime(text, clock())}
            />
          ) : null}
        </section>
      ))}
    </section>
  );
}

function standingOf(one: (typeof stages)[number], stage: Stage): 'done' | 'due' | 'ahead' {
  if (stage === 'arrived') return 'done';
  if (stage === 'refused') return 'ahead';
  const [at, own] = [stages.indexOf(stage), stages.indexOf(one)];
  return own < at ? 'done' : own === at ? 'due' : 'ahead';
}

const times = {
  tests: undefined,
  agreement: 'agreedAt',
  approval: 'approvedAt',
  departure: 'departedAt',
  arrival: 'arrivedAt',
} as const;

function timeOf({ values }: Row, stage: (typeof stages)[number]): string {
  const name = times[stage];
  const at = name === undefined ? undefined : values[name];
  return typeof at === 'number' ? formatInstant(toInstant(at)).slice(5) : '';
}
