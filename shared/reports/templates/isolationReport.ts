import { paragraph, signature, subtitle, title } from './wording';
import type { TemplateBlock } from '../template';

/** 集中隔离日报: who is isolated where, for the isolation group. */
export const isolationReport: Readonly<Record<'zh' | 'en', readonly TemplateBlock[]>> = {
  zh: [
    title('{{单位}}集中隔离日报'),
    subtitle('（截至{{截至}}）'),
    paragraph(
      '截至{{截至}}，启用集中隔离点{{启用集中隔离点}}个，集中隔离{{集中隔离}}人，其中县内{{县内集中隔离}}人、县外{{县外集中隔离}}人。',
    ),
    { type: 'breakdown', caption: '一、各隔离点在隔人数', figure: '集中隔离', field: 'site' },
    { type: 'chart', caption: '近10日集中隔离人数', figure: '集中隔离', over: '近10日' },
    { type: 'breakdown', caption: '二、在隔人员类别', figure: '集中隔离', field: 'category' },
    signature('{{单位}}\n{{日期}}'),
  ],
  en: [
    title('{{unit}}: isolation, daily report'),
    subtitle('As of {{as of}}'),
    paragraph(
      'As of {{as of}}, {{Isolation sites in use}} sites are in use; {{Isolated}} people are isolated, {{Isolated in the county}} of them in the county and {{Isolated outside the county}} outside.',
    ),
    { type: 'breakdown', caption: '1. Isolated, by site', figure: 'Isolated', field: 'site' },
    { type: 'chart', caption: 'Isolated, the last 10 days', figure: 'Isolated', over: '10 days' },
    {
      type: 'breakdown',
      caption: '2. Isolated, by category',
      figure: 'Isolated',
      field: 'category',
    },
    signature('{{unit}}\n{{date}}'),
  ],
};
