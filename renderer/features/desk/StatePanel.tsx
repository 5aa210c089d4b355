import { useTranslation } from 'react-i18next';
import { formatInstant, type Instant } from '../../../shared/kernel/time';
import { isEmpty, textOf, type LaneState } from './deskForm';
import { KeyCap } from './KeyCap';
import { OutcomeMark } from './OutcomeMark';
import { outcomeTone } from './outcomeTone';
import { outcomeWord } from './outcomeWord';
import { panelLines, type PanelLine } from './panelLines';
import type { FormReading } from './readForm';
import { showPlate } from './showPlate';
import styles from './panel.module.css';

interface StatePanelProps {
  readonly state: LaneState;
  /** Without what concerns the field being typed in. */
  readonly reading: FormReading;
  readonly savedAt: Instant | undefined;
}

/** Readable from two metres: the last outcome while the desk is empty, else what the form says. */
export function StatePanel({ state, reading, savedAt }: StatePanelProps) {
  return (
    <section
      className={[styles.panel, styles[toneOf(state, reading)]].join(' ')}
      aria-live="polite"
    >
      {isEmpty(state.form) ? (
        <LastOutcome state={state} savedAt={savedAt} />
      ) : (
        <FormState state={state} reading={reading} />
      )}
    </section>
  );
}

type PanelTone = 'allow' | 'hold' | 'refuse' | 'test' | 'calm';

function toneOf(
  { form, last }: LaneState,
  { concerns, findings, missing }: FormReading,
): PanelTone {
  if (isEmpty(form)) return last ? outcomeTone(last.outcome) : 'calm';
  const unread = Object.values(findings).some(({ unreadable }) => unreadable);
  if (concerns.length > 0 || unread) return 'hold';
  return missing.length === 0 ? 'allow' : 'calm';
}

function LastOutcome({ state, savedAt }: Pick<StatePanelProps, 'state' | 'savedAt'>) {
  const { t, i18n } = useTranslation();
  const { last, saving } = state;
  const busy = saving.at(-1);
  if (busy) {
    const plate = showPlate(textOf(busy.form, 'plate')) || t('desk.panel.noPlate');
    return <div className={styles.waiting}>{t('desk.panel.saving', { plate })}</div>;
  }
  if (!last) {
    return (
      <>
        <div className={styles.waiting}>{t('desk.panel.idle')}</div>
        <ul className={styles.lines}>
          <Line tone="quiet" text={t('desk.panel.idleScan')} />
          <Line tone="quiet" text={t('desk.panel.idleShort')} />
          <Line tone="quiet" text={t('desk.panel.idlePark')} />
        </ul>
      </>
    );
  }
  const tone = outcomeTone(last.outcome);
  return (
    <div role="status" className={styles.outcome}>
      <div className={styles.verdict}>
        <OutcomeMark tone={tone} size={52} />
        <strong>{outcomeWord(last.outcome, i18n.language)}</strong>
      </div>
      <div className={styles.plate}>
        {showPlate(last.plate) || t('desk.panel.noPlate')}
        {last.corrected ? <span className={styles.tag}>{t('desk.panel.corrected')}</span> : null}
      </div>
      <ul className={styles.notes}>
        {last.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {savedAt === undefined ? null : (
        <div className={styles.saved}>
          {t('desk.panel.savedAt', { time: formatInstant(savedAt, true).slice(11) })}
          <span>
            {t('desk.today.correct')} <KeyCap>Ctrl E</KeyCap>
          </span>
        </div>
      )}
    </div>
  );
}

function FormState({ state, reading }: Pick<StatePanelProps, 'state' | 'reading'>) {
  const { t } = useTranslation();
  const { form } = state;
  const lines = panelLines(form, reading, t);
  const tone = toneOf(state, reading);
  const title = form.correcting
    ? 'correcting'
    : tone === 'hold'
      ? 'doubtful'
      : tone === 'allow'
        ? 'complete'
        : 'writing';
  return (
    <>
      <div className={styles.title}>
        <strong>{t(`desk.panel.${title}`)}</strong>
        <span>{showPlate(textOf(form, 'plate'))}</span>
      </div>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <Line key={line.text} {...line} />
        ))}
      </ul>
    </>
  );
}

const signs = { good: '✔', look: '!', bad: '✕', quiet: '·' } as const;

function Line({ tone, text }: PanelLine) {
  return (
    <li className={styles.line}>
      <span className={styles[tone]} aria-hidden="true">
        {signs[tone]}
      </span>
      <span className={tone === 'quiet' ? styles.quietText : undefined}>{text}</span>
    </li>
  );
}
