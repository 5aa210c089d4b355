import type { Language } from '../../fields/codec';
import type { TemplateBlock } from '../template';
import { paragraph } from './wording';

export type NewBlock = 'paragraph' | 'table' | 'chart';

/** What the office begins with when it adds to a template: whole as it is, so that it shows the form. */
export const newBlocks: Readonly<Record<Language, Readonly<Record<NewBlock, TemplateBlock>>>> = {
  zh: {
    paragraph: paragraph('截至{{截至}}，集中隔离{{集中隔离}}人。'),
    table: {
      type: 'table',
      caption: '附表',
      head: ['指标', '数值'],
      rows: [['集中隔离', '{{集中隔离}}']],
    },
    chart: { type: 'chart', caption: '近10日集中隔离', figure: '集中隔离', over: '近10日' },
  },
  en: {
    paragraph: paragraph('As of {{as of}}, {{Isolated}} people are isolated.'),
    table: {
      type: 'table',
      caption: 'Table',
      head: ['Figure', 'Value'],
      rows: [['Isolated', '{{Isolated}}']],
    },
    chart: {
      type: 'chart',
      caption: 'Isolated, the last 10 days',
      figure: 'Isolated',
      over: '10 days',
    },
  },
};
