import { useTranslation } from 'react-i18next';
import { formatInstant, type Instant } from '../../../shared/kernel/time';
import { isEmpty, textOf, type DeskState } from './deskForm';
import { KeyCap } from './KeyCap';
import { OutcomeMark } from './OutcomeMark';
import { outcomeTone } from './outcomeTone';
import { outcomeWord } from './outcomeWord';
import { panelLines, type PanelLine } from './panelLines';
import type { FormReading } from './readForm';
import { showPlate } from './showPlate';
import styles from './panel.module.css';

interface StatePanelProps {
  readonly state: DeskState;
  readonly reading: FormReading;
  /** The field being typed in: nothing is said of it yet. */
  readonly active: string | undefined;
  readonly savedAt: Instant | undefined;
  /** Checkpoint, shift and staff in one line. */
  readonly duty: string;
  readonly onChangeDuty: () => void;
}

/** Readable from two metres: the last outcome while the desk is empty, else what the form says. */
export function StatePanel(props: StatePanelProps) {
  const { state, reading, active, savedAt, duty, onChangeDuty } = props;
  const { t } = useTranslation();
  return (
    <section
      className={[styles.panel, styles[toneOf(state, reading)]].join(' ')}
      aria-live="polite"
    >
      {isEmpty(state.form) ? (
        <LastOutcome state={state} savedAt={savedAt} />
      ) : (
        <FormState state={state} reading={reading} active={active} />
      )}
      <footer className={styles.foot}>
        <span>{duty}</span>
        <button type="button" className={styles.link} onClick={onChangeDuty}>
          {t('desk.duty.change')}
        </button>
      </footer>
    </section>
  );
}

type PanelTone = 'allow' | 'hold' | 'refuse' | 'test' | 'calm';

function toneOf(
  { form, last }: DeskState,
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
    const plate = showPlate(busy.passage.plate) || t('desk.panel.noPlate');
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
    <div role="status">
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
          <KeyCap>Ctrl E</KeyCap>
          {t('desk.today.correct')}
        </div>
      )}
    </div>
  );
}

function FormState({
  state,
  reading,
  active,
}: Pick<StatePanelProps, 'state' | 'reading' | 'active'>) {
  const { t } = useTranslation();
  const { form } = state;
  const lines = panelLines(form, reading, t, active);
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
