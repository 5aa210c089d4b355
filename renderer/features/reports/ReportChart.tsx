import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf, type FilledChart } from '../../../shared/reports/filledReport';
import { drawingIfLoaded, loadDrawing } from './chartDrawing';
import styles from './paper.module.css';

interface ReportChartProps {
  readonly chart: FilledChart;
  readonly onPaper: boolean;
}

/** A chart of the report as it goes on paper; what it shows is said in words too. */
export function ReportChart({ chart, onPaper }: ReportChartProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const shown = JSON.stringify(chart);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let gone = false;
    let end: (() => void) | undefined;
    const draw = (drawing: Awaited<ReturnType<typeof loadDrawing>>) => {
      if (gone) return;
      // the page is shown smaller than it is: more pixels than the screen has would blur the words
      const sharpness = onPaper ? drawing.paperSharpness : window.devicePixelRatio;
      end = drawing.drawReportChart(element, chart, sharpness).end;
      element.dataset['drawn'] = 'true';
    };
    const drawing = drawingIfLoaded();
    if (drawing) draw(drawing);
    else void loadDrawing().then(draw);
    return () => {
      gone = true;
      end?.();
    };
    // `shown` says all of the chart that is drawn
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown, onPaper]);
  const values = chart.lines.map(([words, { text }]) => `${words} ${text}`).join('，');
  return (
    <>
      {chart.caption.length > 0 && <h3 className={styles.heading}>{textOf(chart.caption)}</h3>}
      <div
        ref={box}
        className={styles.chart}
        role="img"
        aria-label={t('reports.chart', { caption: textOf(chart.caption), values })}
      />
    </>
  );
}
