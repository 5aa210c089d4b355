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
  matchOn: [['key', 'from']],
  nameField: 'key',
  newestFirst: 'from',
  fields: {
    key: field.choice('参数', 'Value of', keys, {
      required: true,
      synonyms: ['参数名称'],
      width: 220,
    }),
    value: field.quantity('数值', 'Number', { required: true, decimals: 2, min: 0, width: 90 }),
    from: field.instant('生效时间', 'In force from', { required: true, width: 140 }),
    until: field.instant('失效时间', 'In force until', { width: 140 }),
    basis: field.text('依据', 'Basis', { synonyms: ['依据文件', '文号'], width: 220 }),
  },
});
