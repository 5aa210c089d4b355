import { useTranslation } from 'react-i18next';
import type { GroupCount } from '../../store/contract';
import type { ParkedForm } from './deskForm';
import { textOf } from './deskForm';
import { answersOf } from './deskFields';
import { KeyCap } from './KeyCap';
import { wordOf } from './OneKeyField';
import { OutcomeMark } from './OutcomeMark';
import { outcomeTone } from './outcomeTone';
import { outcomeWord } from './outcomeWord';
import { showPlate } from './showPlate';
import styles from './today.module.css';

interface TodayStripProps {
  readonly counts: readonly GroupCount[];
  /** Of the vehicle that has been held longest. */
  readonly longestHold: string | undefined;
  readonly parked: readonly ParkedForm[];
  readonly onBringBack: (id: number) => void;
  readonly onCorrect: () => void;
  readonly onVoid: () => void;
}

const counted = ['劝返', '现场采样', '滞留', '留观转运', '移交属地'];

/** Today in figures, by direction and by outcome; vehicles waiting at the side. */
export function TodayStrip(props: TodayStripProps) {
  const { counts, longestHold, parked, onBringBack, onCorrect, onVoid } = props;
  const { t, i18n } = useTranslation();
  const sum = (wanted: (group: GroupCount) => boolean) =>
    counts.filter(wanted).reduce((total, { rows }) => total + rows, 0);
  return (
    <div className={styles.strip}>
      <span className={styles.total}>
        {t('desk.today.title')} <strong data-testid="today-total">{sum(() => true)}</strong>
      </span>
      {answersOf('direction').map((direction) => (
        <span key={direction} className={styles.count} data-testid={`today-${direction}`}>
          {wordOf('direction', direction, i18n.language)} {sum(({ keys }) => keys[0] === direction)}
        </span>
      ))}
      {counted.map((outcome) => {
        const rows = sum(({ keys }) => keys[1] === outcome);
        const tone = outcomeTone(outcome);
        return rows === 0 ? null : (
          <span
            key={outcome}
            className={[styles.chip, styles[tone]].join(' ')}
            data-testid={`today-${outcome}`}
          >
            <OutcomeMark tone={tone} size={12} /> {outcomeWord(outcome, i18n.language)} {rows}
            {outcome === '滞留' && longestHold !== undefined
              ? ` · ${t('desk.today.longest', { time: longestHold })}`
              : ''}
          </span>
        );
      })}
      {parked.map(({ id, form, problem }, index) => (
        <button
          key={id}
          type="button"
          className={[styles.chip, problem ? styles.refuse : styles.parked].join(' ')}
          data-testid="parked"
          onClick={() => onBringBack(id)}
        >
          {t(problem ? 'desk.today.parkedFailed' : 'desk.today.parked', {
            count: index + 1,
            plate: showPlate(textOf(form, 'plate')) || t('desk.panel.noPlate'),
          })}
          {index === parked.length - 1 ? <KeyCap>F9</KeyCap> : null}
        </button>
      ))}
      <span className={styles.space} />
      <button type="button" className={styles.command} onClick={onCorrect}>
        {t('desk.today.correct')} <KeyCap>Ctrl E</KeyCap>
      </button>
      <button type="button" className={styles.command} onClick={onVoid}>
        {t('desk.today.void')} <KeyCap>Ctrl D</KeyCap>
      </button>
    </div>
  );
}
