import { heading, paragraph, signature, subtitle, title } from './wording';
import type { TemplateBlock } from '../template';
import { figureTable } from './figureTable';

/** 情况专报: one page for whoever is in charge. */
export const situationPage: Readonly<Record<'zh' | 'en', readonly TemplateBlock[]>> = {
  zh: [
    title('{{单位}}疫情防控情况专报'),
    subtitle('（截至{{截至}}）'),
    heading('一、总体情况'),
    paragraph(
      '累计确诊病例{{累计确诊病例}}例、无症状感染者{{累计无症状感染者}}例；密接{{累计判定密接}}人、次密接{{累计判定次密接}}人，集中隔离{{集中隔离}}人；封控区{{封控区}}个、管控区{{管控区}}个、中风险地区{{中风险地区}}个。',
    ),
    { type: 'chart', caption: '近10日累计确诊病例', figure: '累计确诊病例', over: '近10日' },
    figureTable('zh', '二、需要关注', [
      ['当前滞留', '当前滞留', '人次'],
      ['劝返车辆', '劝返车辆', '辆次'],
      ['粮食储备', '粮食储备', '吨'],
      ['蔬菜储备', '蔬菜储备', '吨'],
      ['登记特殊药品需求户', '登记特殊药品需求户', '户'],
      ['累计处置医疗废物', '累计处置医疗废物', '吨'],
    ]),
    heading('三、下一步工作'),
    paragraph('继续做好流调溯源、核酸检测、集中隔离和物资保供工作。'),
    signature('{{单位}}\n{{日期}}'),
  ],
  en: [
    title('{{unit}}: the situation'),
    subtitle('As of {{as of}}'),
    heading('1. Overall'),
    paragraph(
      '{{Confirmed cases}} confirmed and {{Asymptomatic cases}} asymptomatic cases; {{Close contacts found}} close and {{Secondary contacts found}} secondary contacts, {{Isolated}} people isolated; {{zones.lockdown}} lockdown zones, {{zones.control}} control zones, {{Medium-risk areas}} medium-risk areas.',
    ),
    {
      type: 'chart',
      caption: 'Confirmed cases, the last 10 days',
      figure: 'Confirmed cases',
      over: '10 days',
    },
    figureTable('en', '2. To watch', [
      ['Held now', 'Held now', 'holds'],
      ['Vehicles turned back', 'Vehicles turned back', 'vehicles'],
      ['Grain in reserve', 'Grain in reserve', 't'],
      ['Vegetables in reserve', 'Vegetables in reserve', 't'],
      ['Households in need of medicine', 'Households in need of medicine', 'households'],
      ['Medical waste disposed of', 'Medical waste disposed of', 't'],
    ]),
    heading('3. What is next'),
    paragraph('Tracing, testing, isolation and supply go on.'),
    signature('{{unit}}\n{{date}}'),
  ],
};
