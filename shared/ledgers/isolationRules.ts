import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { isolatedCategories } from '../policy/isolationRule';
import { optionsOf } from './sharedOptions';

const categories = optionsOf(
  isolatedCategories,
  { 密接: 'Close contact', 次密接: 'Secondary contact', 入境: 'Arrival', 其他: 'Other' },
  { 密接: ['密切接触者'], 次密接: ['密接的密接'], 入境: ['入境人员'], 其他: ['其它'] },
);

/** 隔离管理规则: how long whom, dated. */
export const isolationRules = defineLedger({
  id: 'isolation-rules',
  title: { zh: '隔离管理规则', en: 'Isolation rules' },
  area: 'tracing',
  version: 1,
  matchOn: [['number']],
  nameField: 'number',
  newestFirst: 'from',
  fields: {
    number: field.text('规则编号', 'Rule number', { required: true, width: 100 }),
    category: field.choice('人员类别', 'Category', categories, {
      required: true,
      synonyms: ['类别'],
      width: 100,
    }),
    from: field.instant('生效时间', 'In force from', { required: true, width: 140 }),
    until: field.instant('失效时间', 'In force until', { notBefore: 'from', width: 140 }),
    centralDays: field.integer('集中隔离天数', 'Days in a site', {
      required: true,
      unit: '天',
      min: 0,
      max: 60,
      width: 110,
    }),
    homeDays: field.integer('居家天数', 'Days at home', {
      required: true,
      unit: '天',
      min: 0,
      max: 60,
      synonyms: ['居家健康监测天数'],
      width: 100,
    }),
    testDays: field.text('核酸检测日', 'Tested on days', {
      synonyms: ['采样日', '检测频次'],
      width: 140,
    }),
    basis: field.text('依据', 'Basis', { synonyms: ['依据文件', '文号'], width: 220 }),
  },
});
