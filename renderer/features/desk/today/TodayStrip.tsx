import { useTranslation } from 'react-i18next';
import type { IsoDate } from '../../../../shared/kernel/time';
import type { DayFigures } from './dayFigures';
import { dayWord } from './dayWord';
import type { ParkedForm } from '../form/deskForm';
import { answersOf } from '../form/deskFields';
import { isFiltering, noFilter, type DayFilter } from './filterPassages';
import { KeyCap } from '../marks/KeyCap';
import { wordOf } from '../form/OneKeyField';
import { OutcomeMark } from '../marks/OutcomeMark';
import { outcomeTone } from '../marks/outcomeTone';
import { outcomeWord } from '../marks/outcomeWord';
import { ParkedChips } from './ParkedChips';
import styles from './today.module.css';

interface TodayStripProps {
  readonly figures: DayFigures;
  /** Undefined: today. */
  readonly viewedOn: IsoDate | undefined;
  /** Vehicles waiting now, since whatever day. */
  readonly held: number;
  readonly longestHold: string | undefined;
  /** Sealed vehicles that should have left the county. */
  readonly overdue: number;
  /** People released in a closed loop who should have arrived. */
  readonly lateArrivals: number;
  readonly parked: readonly ParkedForm[];
  readonly filter: DayFilter;
  readonly onFilter: (filter: DayFilter) => void;
  readonly onLeaveFilter: () => void;
  readonly onDay: (step: 1 | -1) => void;
  readonly onBringBack: (id: number) => void;
  readonly onHeld: () => void;
  readonly onTransits: () => void;
  readonly onCorrect: () => void;
  readonly onVoid: () => void;
}

/** Always shown, so that their place is known; the rest when there is one. */
const counted = ['放行', '劝返', '现场采样', '留观转运', '移交属地'] as const;

/** The day in figures, each of them a filter; vehicles waiting at the side. */
export function TodayStrip(props: TodayStripProps) {
  const { figures, viewedOn, held, longestHold, filter, onFilter } = props;
  const { t, i18n } = useTranslation();
  const toggle = (part: 'direction' | 'outcome', value: string) =>
    onFilter({ ...filter, [part]: filter[part] === value ? undefined : value });
  const isAll = filter.direction === undefined && filter.outcome === undefined;
  return (
    <div className={styles.strip}>
      <div className={styles.figures}>
        <span className={styles.day}>
          <button
            type="button"
            className={styles.step}
            title={t('desk.today.earlier')}
            aria-label={t('desk.today.earlier')}
            onClick={() => props.onDay(-1)}
          >
            ‹
          </button>
          <button
            type="button"
            className={styles.total}
            aria-pressed={isAll}
            onClick={() => onFilter(noFilter)}
          >
            {viewedOn === undefined ? t('desk.today.title') : dayWord(viewedOn, i18n.language)}
            <strong data-testid="today-total">{figures.total.toLocaleString()}</strong>
          </button>
          {viewedOn === undefined ? null : (
            <button
              type="button"
              className={styles.step}
              title={t('desk.today.later')}
              aria-label={t('desk.today.later')}
              onClick={() => props.onDay(1)}
            >
              ›
            </button>
          )}
        </span>
        {answersOf('direction').map((direction) => (
          <button
            key={direction}
            type="button"
            className={styles.count}
            aria-pressed={filter.direction === direction}
            data-testid={`today-${direction}`}
            onClick={() => toggle('direction', direction)}
          >
            {wordOf('direction', direction, i18n.language)} {figures.byDirection[direction] ?? 0}
          </button>
        ))}
        {counted.map((outcome) => {
          const rows = figures.byOutcome[outcome] ?? 0;
          const tone = outcomeTone(outcome);
          return rows === 0 ? null : (
            <button
              key={outcome}
              type="button"
              className={[styles.chip, styles[tone]].join(' ')}
              aria-pressed={filter.outcome === outcome}
              data-testid={`today-${outcome}`}
              title={outcomeWord(outcome, i18n.language)}
              onClick={() => toggle('outcome', outcome)}
            >
              <OutcomeMark tone={tone} size={12} /> {t(`desk.outcomesShort.${outcome}`)} {rows}
            </button>
          );
        })}
        {held === 0 ? null : (
          <button
            type="button"
            className={[styles.chip, styles.hold].join(' ')}
            aria-haspopup="dialog"
            data-testid="today-滞留"
            onClick={props.onHeld}
          >
            <OutcomeMark tone="hold" size={12} /> {t('desk.outcomesShort.滞留')} {held}
            {longestHold === undefined ? null : (
              <span className={styles.longest}>
                · {t('desk.today.longest', { time: longestHold })}
              </span>
            )}
            <KeyCap>Ctrl H</KeyCap>
          </button>
        )}
        {props.overdue === 0 ? null : (
          <button
            type="button"
            className={[styles.chip, styles.refuse].join(' ')}
            aria-haspopup="dialog"
            data-testid="today-overdue"
            onClick={props.onTransits}
          >
            {t('transits.chip', { count: props.overdue })} <KeyCap>Ctrl G</KeyCap>
          </button>
        )}
        {props.lateArrivals === 0 ? null : (
          <a
            className={[styles.chip, styles.refuse].join(' ')}
            href="#/releases"
            data-testid="today-late-arrivals"
          >
            {t('releases.lateChip', { count: props.lateArrivals })}
          </a>
        )}
        <ParkedChips parked={props.parked} onBringBack={props.onBringBack} />
      </div>
      <input
        data-day-filter=""
        className={[styles.filter, isFiltering(filter) ? styles.filtering : ''].join(' ')}
        type="search"
        value={filter.text}
        aria-label={t('desk.today.filter')}
        placeholder={t('desk.today.filter')}
        title={t('desk.today.filterHint')}
        onChange={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') onFilter(noFilter);
          if (event.key !== 'Escape' && event.key !== 'Enter') return;
          event.preventDefault();
          event.stopPropagation();
          props.onLeaveFilter();
        }}
      />
      <button type="button" className={styles.command} onClick={props.onCorrect}>
        {t('desk.today.correct')} <KeyCap>Ctrl E</KeyCap>
      </button>
      <button type="button" className={styles.command} onClick={props.onVoid}>
        {t('desk.today.void')} <KeyCap>Ctrl D</KeyCap>
      </button>
    </div>
  );
}
