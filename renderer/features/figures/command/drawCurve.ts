import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { CurveDay } from './board';

register([BarChart, GridComponent, CanvasRenderer]);

/** Of twice the pixels, as the picture of its panel is. */
const sharpness = 2;

export interface Curve {
  draw(days: readonly CurveDay[], colours: CurveColours): void;
  fit(): void;
  end(): void;
}

export interface CurveColours {
  readonly confirmed: string;
  readonly asymptomatic: string;
  readonly text: string;
  readonly line: string;
  readonly font: string;
}

/** New cases day by day, confirmed on asymptomatic. A page of its own code: only this view loads it. */
export function drawCurve(box: HTMLElement, onDay: (index: number) => void): Curve {
  const chart = init(box, null, { renderer: 'canvas', devicePixelRatio: sharpness });
  chart.on('click', ({ dataIndex }) => onDay(dataIndex));
  return {
    draw: (days, { confirmed, asymptomatic, text, line, font }) => {
      const bars = (values: readonly number[], color: string, label: boolean) => ({
        type: 'bar' as const,
        stack: 'cases',
        barMaxWidth: 22,
        itemStyle: { color },
        data: [...values],
        label: {
          show: label,
          position: 'top' as const,
          color: text,
          fontFamily: font,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
            const day = days[dataIndex];
            const all = day ? day.confirmed + day.asymptomatic : 0;
            return all === 0 ? '' : String(all);
          },
        },
      });
      chart.setOption({
        animation: false,
        textStyle: { fontFamily: font },
        grid: { left: 4, right: 4, top: 18, bottom: 2 },
        xAxis: {
          type: 'category',
          data: days.map(({ day }) => day.slice(5)),
          axisLabel: { show: false },
          axisTick: { show: false },
          axisLine: { lineStyle: { color: line } },
        },
        yAxis: { type: 'value', minInterval: 1, show: false },
        series: [
          bars(
            days.map((day) => day.asymptomatic),
            asymptomatic,
            false,
          ),
          bars(
            days.map((day) => day.confirmed),
            confirmed,
            true,
          ),
        ],
      });
    },
    fit: () => chart.resize(),
    end: () => chart.dispose(),
  };
}
