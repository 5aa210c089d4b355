import { paragraph, signature, subtitle, title } from './wording';
import type { TemplateBlock } from '../template';
import { figureTable } from './figureTable';

/** 疫情防控日报: what goes to the city every evening. */
export const dailyReport: Readonly<Record<'zh' | 'en', readonly TemplateBlock[]>> = {
  zh: [
    title('{{单位}}疫情防控日报'),
    subtitle('（截至{{截至}}）'),
    paragraph(
      '截至{{截至}}，全县累计报告确诊病例{{累计确诊病例}}例、无症状感染者{{累计无症状感染者}}例；累计判定密接{{累计判定密接}}人、次密接{{累计判定次密接}}人；集中隔离{{集中隔离}}人；累计核酸采样{{累计核酸采样}}人次。',
    ),
    figureTable('zh', '一、流调、隔离与检测', [
      ['累计确诊病例', '累计确诊病例', '例'],
      ['累计无症状感染者', '累计无症状感染者', '例'],
      ['累计判定密接', '累计判定密接', '人'],
      ['累计判定次密接', '累计判定次密接', '人'],
      ['启用集中隔离点', '启用集中隔离点', '个'],
      ['集中隔离', '集中隔离', '人'],
      ['其中：县内', '县内集中隔离', '人'],
      ['其中：县外', '县外集中隔离', '人'],
      ['累计核酸采样', '累计核酸采样', '人次'],
    ]),
    figureTable('zh', '二、管控与环境', [
      ['中风险地区', '中风险地区', '个'],
      ['封控区', '封控区', '个'],
      ['管控区', '管控区', '个'],
      ['交通卡点', '交通卡点', '个'],
      ['检查车辆', '检查车辆', '辆次'],
      ['劝返车辆', '劝返车辆', '辆次'],
      ['当前滞留', '当前滞留', '人次'],
      ['累计消杀面积', '累计消杀面积', '平方米'],
      ['累计处置医疗废物', '累计处置医疗废物', '吨'],
    ]),
    figureTable('zh', '三、物资与民生', [
      ['粮食储备', '粮食储备', '吨'],
      ['食用油储备', '食用油储备', '吨'],
      ['肉类储备', '肉类储备', '吨'],
      ['鸡蛋储备', '鸡蛋储备', '吨'],
      ['蔬菜储备', '蔬菜储备', '吨'],
      ['累计配送生活物资', '累计配送生活物资', '吨'],
      ['开放药店', '开放药店', '家'],
      ['累计发放中药', '累计发放中药', '袋'],
    ]),
    signature('{{单位}}\n{{日期}}'),
  ],
  en: [
    title('{{unit}}: daily report'),
    subtitle('As of {{as of}}'),
    paragraph(
      'As of {{as of}}: {{Confirmed cases}} confirmed and {{Asymptomatic cases}} asymptomatic cases; {{Close contacts found}} close and {{Secondary contacts found}} secondary contacts; {{Isolated}} people isolated; {{Samples taken}} samples.',
    ),
    figureTable('en', '1. Tracing, isolation, testing', [
      ['Confirmed cases', 'Confirmed cases', 'cases'],
      ['Asymptomatic cases', 'Asymptomatic cases', 'cases'],
      ['Close contacts', 'Close contacts found', 'people'],
      ['Secondary contacts', 'Secondary contacts found', 'people'],
      ['Isolation sites in use', 'Isolation sites in use', 'sites'],
      ['Isolated', 'Isolated', 'people'],
      ['of them in the county', 'Isolated in the county', 'people'],
      ['of them outside', 'Isolated outside the county', 'people'],
      ['Samples taken', 'Samples taken', 'samples'],
    ]),
    figureTable('en', '2. Control and environment', [
      ['Medium-risk areas', 'Medium-risk areas', 'areas'],
      ['Lockdown zones', 'zones.lockdown', 'zones'],
      ['Control zones', 'zones.control', 'zones'],
      ['Checkpoints in force', 'Checkpoints in force', 'checkpoints'],
      ['Vehicles checked', 'Vehicles checked', 'vehicles'],
      ['Vehicles turned back', 'Vehicles turned back', 'vehicles'],
      ['Held now', 'Held now', 'holds'],
      ['Area disinfected', 'Area disinfected', 'm²'],
      ['Medical waste disposed of', 'Medical waste disposed of', 't'],
    ]),
    figureTable('en', '3. Supplies and needs', [
      ['Grain in reserve', 'Grain in reserve', 't'],
      ['Cooking oil in reserve', 'Cooking oil in reserve', 't'],
      ['Meat in reserve', 'Meat in reserve', 't'],
      ['Eggs in reserve', 'Eggs in reserve', 't'],
      ['Vegetables in reserve', 'Vegetables in reserve', 't'],
      ['Necessities delivered', 'Necessities delivered', 't'],
      ['Pharmacies open', 'Pharmacies open', 'pharmacies'],
      ['Bags of traditional medicine', 'Bags of traditional medicine', 'bags'],
    ]),
    signature('{{unit}}\n{{date}}'),
  ],
};
