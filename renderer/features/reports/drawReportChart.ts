import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { chartPicture } from '../../../shared/reports/document/layout';
import type { FilledChart } from '../../../shared/reports/filledReport';

register([BarChart, GridComponent, CanvasRenderer]);

/** Paper is white by night too, and printers are black: one quiet tone, and the text. */
const tone = '#3d7478';
const ink = '#000';
const line = '#8a9290';
/** Pixels of paper to one of the screen. */
export const paperSharpness = 3;
const { widthPx: width, heightPx: height } = chartPicture;
/** Words that need more room stand aslant. */
const wordsAbreast = 12;

/** Draws the chart into the box, of the size it has in the Word file, with so many pixels to one. */
export function drawReportChart(box: HTMLElement, chart: FilledChart, sharpness: number) {
  const drawn = init(box, null, { renderer: 'canvas', width, height, devicePixelRatio: sharpness });
  drawn.setOption({
    animation: false,
    textStyle: { fontFamily: '"Noto Sans CJK SC", "Microsoft YaHei UI", sans-serif', color: ink },
    grid: { left: 8, right: 8, top: 36, bottom: 8, containLabel: true },
    xAxis: {
      type: 'category',
      data: chart.lines.map(([words]) => words),
      axisLabel: {
        color: ink,
        interval: 0,
        rotate: chart.lines.length > wordsAbreast ? 40 : 0,
        width: chart.lines.length > wordsAbreast ? 90 : width / chart.lines.length - 8,
        overflow: 'truncate',
      },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'value',
      name: chart.unit,
      nameTextStyle: { color: ink },
      axisLabel: { color: ink },
      splitLine: { lineStyle: { color: line, opacity: 0.4 } },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 28,
        itemStyle: { color: tone },
        data: chart.lines.map(([, { text, ...figure }]) => ({
          value: 'value' in figure ? figure.value : 0,
          name: text,
        })),
        label: {
          show: true,
          position: 'top',
          color: ink,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
            chart.lines[dataIndex]?.[1].text ?? '',
        },
      },
    ],
  });
  return {
    picture: (): Uint8Array<ArrayBuffer> => {
      const url = drawn.getDataURL({
        type: 'png',
        pixelRatio: paperSharpness,
        backgroundColor: '#fff',
      });
      return Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (one) => one.charCodeAt(0));
    },
    end: () => drawn.dispose(),
  };
}

/** The chart as a PNG. */
export function chartPng(chart: FilledChart): Uint8Array<ArrayBuffer> {
  const drawn = drawReportChart(document.createElement('div'), chart, paperSharpness);
  try {
    return drawn.picture();
  } finally {
    drawn.end();
  }
}
