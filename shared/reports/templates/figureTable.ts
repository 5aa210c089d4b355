import type { WordingTable } from '../template';

const heads = {
  zh: ['序号', '指标', '数值', '单位'],
  en: ['No.', 'Figure', 'Value', 'Unit'],
} as const;

/** A line for each figure: `name` as a placeholder has it, and its unit. */
export function figureTable(
  language: 'zh' | 'en',
  caption: string,
  lines: readonly (readonly [words: string, name: string, unit: string])[],
): WordingTable {
  return {
    type: 'table',
    caption,
    head: heads[language],
    rows: lines.map(([words, name, unit], index) => [
      String(index + 1),
      words,
      `{{${name}}}`,
      unit,
    ]),
  };
}
