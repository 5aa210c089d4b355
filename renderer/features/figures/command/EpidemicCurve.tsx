import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startOfDay, addDays } from '../../../../shared/kernel/time';
import type { CurveDay } from './board';
import type { Curve } from './drawCurve';
import { KeepPicture } from './KeepPicture';
import type { Mark } from './mark';
import styles from './command.module.css';

interface EpidemicCurveProps {
  readonly days: readonly CurveDay[];
  readonly onOpen: (mark: Mark) => void;
}

/** New cases by the day of their report. The days below are the marks that keys reach. */
export function EpidemicCurve({ days, onOpen }: EpidemicCurveProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [curve, setCurve] = useState<Curve>();
  const open = (index: number) => {
    const one = days[index];
    if (!one) return;
    const to = startOfDay(addDays(one.day, 1)) - 1;
    onOpen({
      type: 'query',
      title: t('figures.command.casesOf', { day: one.day }),
      query: {
        ledger: 'cases',
        filters: [
          { field: 'reportedAt', test: { type: 'between', from: startOfDay(one.day), to } },
        ],
      },
    });
  };
  const latestOpen = useRef(open);
  useEffect(() => {
    latestOpen.current = open;
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let made: Curve | undefined;
    let gone = false;
    void import('./drawCurve').then(({ drawCurve }) => {
      if (gone) return;
      made = drawCurve(element, (index) => latestOpen.current(index));
      setCurve(made);
    });
    const watch = new ResizeObserver(() => made?.fit());
    watch.observe(element);
    return () => {
      gone = true;
      watch.disconnect();
      made?.end();
    };
  }, []);
  useEffect(() => {
    const element = box.current;
    if (!curve || !element) return undefined;
    const draw = () => curve.draw(days, coloursOf(element));
    draw();
    const themed = new MutationObserver(draw);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => themed.disconnect();
  }, [curve, days]);

  const all = days.reduce((sum, day) => sum + day.confirmed + day.asymptomatic, 0);
  return (
    <section className={styles.panel} aria-labelledby="curve-title">
      <header>
        <h2 id="curve-title">{t('figures.command.curve')}</h2>
        <span className={styles.key} data-tone="refuse">
          {t('figures.command.confirmed')}
        </span>
        <span className={styles.key} data-tone="hold">
          {t('figures.command.asymptomatic')}
        </span>
        <KeepPicture title={t('figures.command.curve')} day={days.at(-1)?.day ?? ''} />
      </header>
      <div className={styles.curve} ref={box} data-drawn={curve !== undefined} aria-hidden />
      <div className={styles.days} role="group" aria-label={t('figures.command.byDay')}>
        {days.map(({ day, confirmed, asymptomatic }, index) => (
          <button
            key={day}
            type="button"
            aria-label={t('figures.command.day', { day, confirmed, asymptomatic })}
            onClick={() => open(index)}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
      {all === 0 && <p className={styles.quiet}>{t('figures.command.noCases')}</p>}
    </section>
  );
}

function coloursOf(element: HTMLElement) {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  return {
    confirmed: colour('--refuse'),
    asymptomatic: colour('--hold'),
    text: colour('--text-2'),
    line: colour('--line-strong'),
    font: style.fontFamily,
  };
}
