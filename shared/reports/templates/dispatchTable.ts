import { signature, subtitle, title } from './wording';
import type { TemplateBlock, WordingTable } from '../template';

type Line = readonly [department: string, words: string, figure: string, unit: string];

const table = (caption: string, head: readonly string[], lines: readonly Line[]): WordingTable => ({
  type: 'table',
  caption,
  head,
  rows: lines.map(([department, words, figure, unit]) => [
    department,
    words,
    `{{${figure}}}`,
    unit,
    '',
  ]),
});

/** 部门工作调度表: every department with its figures, and a column in which it answers. */
export const dispatchTable: Readonly<Record<'zh' | 'en', readonly TemplateBlock[]>> = {
  zh: [
    title('{{单位}}疫情防控部门工作调度表'),
    subtitle('（截至{{截至}}）'),
    table(
      '',
      ['责任部门', '工作事项', '数值', '单位', '存在问题及措施'],
      [
        ['流调溯源组', '累计判定密接', '累计判定密接', '人'],
        ['流调溯源组', '累计判定次密接', '累计判定次密接', '人'],
        ['流调溯源组', '流调队伍', '流调队伍', '支'],
        ['核酸检测组', '累计核酸采样', '累计核酸采样', '人次'],
        ['隔离管控组', '集中隔离', '集中隔离', '人'],
        ['隔离管控组', '启用集中隔离点', '启用集中隔离点', '个'],
        ['交通管控组', '交通卡点', '交通卡点', '个'],
        ['交通管控组', '当前滞留', '当前滞留', '人次'],
        ['交通管控组', '累计发放通行证', '累计发放通行证', '张'],
        ['区域管控组', '封控区', '封控区', '个'],
        ['区域管控组', '管控区', '管控区', '个'],
        ['环境消杀组', '累计消杀面积', '累计消杀面积', '平方米'],
        ['环境消杀组', '累计处置医疗废物', '累计处置医疗废物', '吨'],
        ['物资保障组', '累计配送生活物资', '累计配送生活物资', '吨'],
        ['物资保障组', '粮食储备', '粮食储备', '吨'],
        ['民生保障组', '登记特殊药品需求户', '登记特殊药品需求户', '户'],
        ['民生保障组', '开放药店', '开放药店', '家'],
        ['企业服务组', '协调解决物流运输问题', '协调解决物流运输问题', '个'],
      ],
    ),
    signature('{{单位}}\n{{日期}}'),
  ],
  en: [
    title('{{unit}}: dispatch by department'),
    subtitle('As of {{as of}}'),
    table(
      '',
      ['Department', 'Task', 'Value', 'Unit', 'Problems and measures'],
      [
        ['Tracing', 'Close contacts', 'Close contacts found', 'people'],
        ['Tracing', 'Secondary contacts', 'Secondary contacts found', 'people'],
        ['Tracing', 'Tracing teams', 'Tracing teams', 'teams'],
        ['Testing', 'Samples taken', 'Samples taken', 'samples'],
        ['Isolation', 'Isolated', 'Isolated', 'people'],
        ['Isolation', 'Sites in use', 'Isolation sites in use', 'sites'],
        ['Traffic', 'Checkpoints in force', 'Checkpoints in force', 'checkpoints'],
        ['Traffic', 'Held now', 'Held now', 'holds'],
        ['Traffic', 'Permits issued', 'Permits issued', 'permits'],
        ['Zones', 'Lockdown zones', 'zones.lockdown', 'zones'],
        ['Zones', 'Control zones', 'zones.control', 'zones'],
        ['Environment', 'Area disinfected', 'Area disinfected', 'm²'],
        ['Environment', 'Medical waste', 'Medical waste disposed of', 't'],
        ['Supplies', 'Necessities delivered', 'Necessities delivered', 't'],
        ['Supplies', 'Grain in reserve', 'Grain in reserve', 't'],
        ['Needs', 'Households in need of medicine', 'Households in need of medicine', 'households'],
        ['Needs', 'Pharmacies open', 'Pharmacies open', 'pharmacies'],
        ['Enterprises', 'Freight problems solved', 'Freight problems solved', 'problems'],
      ],
    ),
    signature('{{unit}}\n{{date}}'),
  ],
};
