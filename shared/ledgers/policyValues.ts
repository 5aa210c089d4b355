import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { policyKeys } from '../policy/policyValue';
import { optionsOf } from './sharedOptions';

const keys = optionsOf(policyKeys, {
  通行证最长有效天数: 'Days a pass is valid at most',
  名单过旧小时数: 'Hours until a list is old',
  最高车速公里每小时: 'Highest speed, km/h',
  滞留提醒小时数: 'Hours held until a reminder',
  闭环到达时限小时数: 'Hours for a closed-loop journey',
  密接转运时限小时数: 'Hours until a contact is in a site',
  特急问题办结小时数: 'Hours for the most urgent problems',
  急问题办结小时数: 'Hours for urgent problems',
  一般问题办结小时数: 'Hours for ordinary problems',
  特需送达小时数: 'Hours to deliver scarce needs',
  转码办结小时数: 'Hours to settle a health code',
  物资可用天数下限: 'Days of supply at least',
  物资临期提醒天数: 'Days before a batch expires',
  门磁告警保留小时数: 'Hours a door alarm is shown',
  工作簿逾期小时数: 'Hours until a workbook is missing',
  医废蓝色负荷百分比: 'Waste, blue from % of capacity',
  医废黄色负荷百分比: 'Waste, yellow from % of capacity',
  医废橙色负荷百分比: 'Waste, orange from % of capacity',
  医废红色负荷百分比: 'Waste, red from % of capacity',
  医废日处置能力公斤: 'Waste a plant disposes of in a day, kg',
});

/** 防控参数: single numbers that rules use, dated. */
export const policyValues = defineLedger({
  id: 'policy-values',
  title: { zh: '防控参数', en: 'Policy values' },
  area: 'command',
  version: 1,
  matchOn: [
    ['key', 'appliesTo', 'from'],
    ['key', 'from'],
  ],
  nameField: 'key',
  newestFirst: 'from',
  fields: {
    key: field.choice('参数', 'Value of', keys, {
      required: true,
      synonyms: ['参数名称'],
      width: 220,
    }),
    value: field.quantity('数值', 'Number', { required: true, decimals: 2, min: 0, width: 90 }),
    appliesTo: field.text('适用单位', 'Applies to', { synonyms: ['单位'], width: 160 }),
    from: field.instant('生效时间', 'In force from', { required: true, width: 140 }),
    until: field.instant('失效时间', 'In force until', { notBefore: 'from', width: 140 }),
    basis: field.text('依据', 'Basis', { synonyms: ['依据文件', '文号'], width: 220 }),
  },
});
