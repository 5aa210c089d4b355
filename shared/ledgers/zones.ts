import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const zone = { zh: '区域', en: 'Zone' };
const bounds = { zh: '四至', en: 'Bounds' };
const charge = { zh: '管理', en: 'Charge' };

/** 三区: a change of kind ends one record and begins the next, so that history stays. */
export const zones = defineLedger({
  id: 'zones',
  title: { zh: '三区', en: 'Zones' },
  area: 'tracing',
  version: 1,
  matchOn: [['name', 'declaredAt']],
  nameField: 'name',
  newestFirst: 'declaredAt',
  figures: [
    ...(['封控区', '管控区', '防范区'] as const).map((kind) => ({
      id: `zones.${{ 封控区: 'lockdown', 管控区: 'control', 防范区: 'precaution' }[kind]}`,
      title: {
        zh: kind,
        en: { 封控区: 'Lockdown zones', 管控区: 'Control zones', 防范区: 'Precaution zones' }[kind],
      },
      unit: { zh: '个', en: 'zones' },
      terms: [
        {
          measure: { type: 'rows' as const },
          where: [{ field: 'kind' as const, is: [kind] }],
          counts: { type: 'held' as const, from: 'declaredAt' as const, until: 'endedAt' as const },
        },
      ],
    })),
    {
      id: 'zones.mediumRisk',
      title: { zh: '中风险地区', en: 'Medium-risk areas' },
      unit: { zh: '个', en: 'areas' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'risk', is: ['中'] }],
          counts: { type: 'held', from: 'declaredAt', until: 'endedAt' },
        },
      ],
    },
  ],
  fields: {
    name: field.text('名称', 'Name', {
      required: true,
      section: zone,
      synonyms: ['区域名称', '三区名称'],
      width: 180,
    }),
    kind: field.choice(
      '类别',
      'Kind',
      [
        { value: '封控区', en: 'Lockdown', synonyms: ['封控'] },
        { value: '管控区', en: 'Control', synonyms: ['管控'] },
        { value: '防范区', en: 'Precaution', synonyms: ['防范'] },
      ],
      { required: true, section: zone, synonyms: ['区域类别', '管理类别'], width: 90 },
    ),
    risk: field.choice(
      '风险等级',
      'Risk',
      [
        { value: '低', en: 'Low', synonyms: ['低风险'] },
        { value: '中', en: 'Medium', synonyms: ['中风险'] },
        { value: '高', en: 'High', synonyms: ['高风险'] },
      ],
      { section: zone, synonyms: ['风险'], width: 90 },
    ),
    east: field.text('东至', 'East', {
      section: bounds,
      synonyms: ['东'],
      width: 120,
      hidden: true,
    }),
    west: field.text('西至', 'West', {
      section: bounds,
      synonyms: ['西'],
      width: 120,
      hidden: true,
    }),
    south: field.text('南至', 'South', {
      section: bounds,
      synonyms: ['南'],
      width: 120,
      hidden: true,
    }),
    north: field.text('北至', 'North', {
      section: bounds,
      synonyms: ['北'],
      width: 120,
      hidden: true,
    }),
    households: field.integer('户数', 'Households', {
      section: zone,
      unit: '户',
      min: 0,
      totalled: true,
      width: 80,
    }),
    people: field.integer('人数', 'People', {
      section: zone,
      unit: '人',
      min: 0,
      totalled: true,
      synonyms: ['人口'],
      width: 80,
    }),
    declaredAt: field.instant('划定时间', 'Declared at', {
      required: true,
      section: zone,
      synonyms: ['起始时间', '划定日期'],
      width: 140,
    }),
    endedAt: field.instant('调整/解除时间', 'Ended at', {
      notBefore: 'declaredAt',
      section: zone,
      synonyms: ['解除时间', '调整时间'],
      width: 140,
    }),
    head: field.name('负责人', 'Head', { section: charge, synonyms: ['包联领导'], width: 90 }),
    phone: field.phone('电话', 'Phone', {
      sensitive: true,
      section: charge,
      synonyms: ['联系电话', '负责人电话'],
      width: 120,
    }),
    supplier: field.text('保供单位', 'Supplier', { section: charge, width: 140 }),
    measures: field.longText('措施', 'Measures', {
      section: charge,
      synonyms: ['管控措施'],
      width: 200,
    }),
  },
});
