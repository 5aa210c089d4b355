import { useTranslation } from 'react-i18next';
import { formatInstant, type Instant } from '../../../../shared/kernel/time';
import type { Judgement } from '../../../../shared/passes/benefitOfDoubt';
import { isEmpty, textOf, type LaneState } from '../form/deskForm';
import { KeyCap } from '../marks/KeyCap';
import { OutcomeMark } from '../marks/OutcomeMark';
import { outcomeTone } from '../marks/outcomeTone';
import { outcomeWord } from '../marks/outcomeWord';
import { panelLines, type PanelLine } from './panelLines';
import type { FormReading } from '../form/readForm';
import { showPlate } from '../marks/showPlate';
import { useVerdictSound } from './verdictSound';
import styles from './panel.module.css';

interface StatePanelProps {
  readonly state: LaneState;
  /** Without what concerns the field being typed in. */
  readonly reading: FormReading;
  /** Undefined while there is nothing to judge, or by which. */
  readonly judgement: Judgement | undefined;
  readonly savedAt: Instant | undefined;
  /** Whether the verdict is said by a sound too. */
  readonly sound: boolean;
  readonly onCamera: () => void;
}

/** Readable from two metres: the last outcome while the desk is empty, else what the form says. */
export function StatePanel(props: StatePanelProps) {
  const { state, reading, judgement, savedAt, sound, onCamera } = props;
  const tone = toneOf(state, reading, judgement);
  const isJudged = !isEmpty(state.form) && judgement !== undefined && !state.form.correcting;
  useVerdictSound(isJudged && tone !== 'calm' ? tone : undefined, sound);
  return (
    <section className={[styles.panel, styles[tone]].join(' ')} aria-live="polite">
      {isEmpty(state.form) ? (
        <LastOutcome state={state} savedAt={savedAt} onCamera={onCamera} />
      ) : (
        <FormState state={state} reading={reading} judgement={judgement} />
      )}
    </section>
  );
}

type PanelTone = 'allow' | 'hold' | 'refuse' | 'test' | 'calm';

/**
 * | on the desk | seen against it | cannot be read | all that the rules ask is in order | tone            |
 * | nothing     |                 |                |                                    | last outcome    |
 * | something   | yes             |                |                                    | the verdict     |
 * | something   | no              | yes            |                                    | hold            |
 * | something   | no              | no             | yes                                | allow           |
 * | something   | no              | no             | not asked yet                      | calm            |
 */
function toneOf(
  { form, last }: LaneState,
  { findings, missing }: FormReading,
  judgement: Judgement | undefined,
): PanelTone {
  if (isEmpty(form)) return last ? outcomeTone(last.outcome) : 'calm';
  if (judgement && judgement.seen.outcome !== 'allow') return judgement.seen.outcome;
  if (Object.values(findings).some(({ unreadable }) => unreadable)) return 'hold';
  return judgement?.verdict.outcome === 'allow' && missing.length === 0 ? 'allow' : 'calm';
}

function LastOutcome({
  state,
  savedAt,
  onCamera,
}: Pick<StatePanelProps, 'state' | 'savedAt' | 'onCamera'>) {
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
        <CameraButton onCamera={onCamera} />
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
          <CameraButton onCamera={onCamera} />
          <span>
            {t('desk.today.correct')} <KeyCap>Ctrl E</KeyCap>
          </span>
        </div>
      )}
    </div>
  );
}

function CameraButton({ onCamera }: Pick<StatePanelProps, 'onCamera'>) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.camera} onClick={onCamera}>
      {t('camera.open')} <KeyCap>Ctrl M</KeyCap>
    </button>
  );
}

function FormState({
  state,
  reading,
  judgement,
}: Pick<StatePanelProps, 'state' | 'reading' | 'judgement'>) {
  const { t } = useTranslation();
  const { form } = state;
  const lines = panelLines(form, reading, judgement, t);
  const tone = toneOf(state, reading, judgement);
  const decided = judgement && !form.correcting && tone !== 'calm';
  return (
    <>
      {decided ? (
        <div className={styles.verdict} data-verdict={tone}>
          <OutcomeMark tone={tone} size={52} />
          <strong>{t(`verdict.outcomes.${tone}`)}</strong>
        </div>
      ) : (
        <div className={styles.title}>
          <strong>{t(`desk.panel.${form.correcting ? 'correcting' : 'writing'}`)}</strong>
          <span>{showPlate(textOf(form, 'plate'))}</span>
        </div>
      )}
      <ul className={styles.lines}>
        {lines.map((line) => (
          <Line key={line.text} {...line} />
        ))}
      </ul>
      {judgement ? <Basis judgement={judgement} /> : null}
    </>
  );
}

/** By which rule, and how old the list of voided passes is. */
function Basis({ judgement: { verdict } }: { readonly judgement: Judgement }) {
  const { t } = useTranslation();
  const { rule, listAsOf, cautions } = verdict;
  const isOld = cautions.some(({ tag }) => tag === 'listOld' || tag === 'noList');
  return (
    <footer className={styles.basis}>
      {rule === undefined ? null : <span>{t('verdict.rule', { number: rule })}</span>}
      <span className={isOld ? styles.oldList : ''}>
        {listAsOf === undefined
          ? t('verdict.cautions.noList')
          : t('verdict.listAsOf', { time: formatInstant(listAsOf).slice(5) })}
      </span>
    </footer>
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
