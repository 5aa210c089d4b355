import { useState } from 'react';
import type { IsoDate } from '../../../shared/kernel/time';
import { addMonths, monthGrid } from './calendarDays';
import styles from './picking.module.css';

interface CalendarProps {
  readonly language: 'zh' | 'en';
  /** Its month is shown. */
  readonly shown: IsoDate;
  readonly today: IsoDate;
  readonly chosen: IsoDate | undefined;
  /** Whether the keys move the shown day. */
  readonly keyboard: boolean;
  readonly onPick: (day: IsoDate) => void;
}

/** One month. The keys belong to the box the calendar hangs on. */
export function Calendar({ language, shown, today, chosen, keyboard, onPick }: CalendarProps) {
  // Leafing by mouse lasts until another day is shown.
  const [leafed, setLeafed] = useState<{ readonly from: IsoDate; readonly to: IsoDate }>();
  const month = leafed?.from === shown ? leafed.to : shown;
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const name = (date: IsoDate, options: Intl.DateTimeFormatOptions) =>
    new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, { ...options, timeZone: 'UTC' });
  const leaf = (months: number) => setLeafed({ from: shown, to: addMonths(month, months) });
  const days = monthGrid(month);
  return (
    <div className={styles.calendar}>
      <header>
        <button
          type="button"
          tabIndex={-1}
          aria-label={name(addMonths(month, -1), { year: 'numeric', month: 'long' })}
          onClick={() => leaf(-1)}
        >
          ‹
        </button>
        <strong>{name(month, { year: 'numeric', month: 'long' })}</strong>
        <button
          type="button"
          tabIndex={-1}
          aria-label={name(addMonths(month, 1), { year: 'numeric', month: 'long' })}
          onClick={() => leaf(1)}
        >
          ›
        </button>
      </header>
      <div className={styles.week} aria-hidden>
        {days.slice(0, 7).map(({ date }) => (
          <span key={date}>{name(date, { weekday: 'narrow' })}</span>
        ))}
      </div>
      <div className={styles.days}>
        {days.map(({ date, day, inMonth }) => (
          <button
            key={date}
            type="button"
            tabIndex={-1}
            aria-label={date}
            aria-pressed={date === chosen}
            aria-current={date === today ? 'date' : undefined}
            data-outside={!inMonth}
            data-cursor={keyboard && date === shown}
            onClick={() => onPick(date)}
          >
            {day}
          </button>
        ))}
      </div>
    </div>
  );
}
