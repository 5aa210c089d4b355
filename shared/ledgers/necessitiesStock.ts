import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { necessityKinds } from './sharedOptions';

const reserve = { zh: '储备', en: 'Reserve' };

/** 生活物资储备: what each shop or depot holds on a day, in tonnes and in days of supply. */
export const necessitiesStock = defineLedger({
  id: 'necessities-stock',
  title: { zh: '生活物资储备', en: 'Necessities reserve' },
  area: 'supplies',
  version: 1,
  matchOn: [['holder', 'kind', 'date']],
  nameField: 'kind',
  newestFirst: 'date',
  figures: [
    {
      id: 'necessitiesStock.grain',
      title: { zh: '粮食储备', en: 'Grain in reserve' },
      unit: { zh: '吨', en: 't' },
      decimals: 2,
      terms: [
        {
          measure: { type: 'sum', field: 'stock' },
          where: [{ field: 'kind', is: ['粮食'] }],
          counts: { type: 'latest', from: 'date', per: ['holder', 'kind'] },
        },
      ],
      by: ['holder'],
    },
    {
      id: 'necessitiesStock.oil',
      title: { zh: '食用油储备', en: 'Cooking oil in reserve' },
      unit: { zh: '吨', en: 't' },
      decimals: 2,
      terms: [
        {
          measure: { type: 'sum', field: 'stock' },
          where: [{ field: 'kind', is: ['食用油'] }],
          counts: { type: 'latest', from: 'date', per: ['holder', 'kind'] },
        },
      ],
      by: ['holder'],
    },
    {
      id: 'necessitiesStock.meat',
      title: { zh: '肉类储备', en: 'Meat in reserve' },
      unit: { zh: '吨', en: 't' },
      decimals: 2,
      terms: [
        {
          measure: { type: 'sum', field: 'stock' },
          where: [{ field: 'kind', is: ['肉类'] }],
          counts: { type: 'latest', from: 'date', per: ['holder', 'kind'] },
        },
      ],
      by: ['holder'],
    },
    {
      id: 'necessitiesStock.eggs',
      title: { zh: '鸡蛋储备', en: 'Eggs in reserve' },
      unit: { zh: '吨', en: 't' },
      decimals: 2,
      terms: [
        {
          measure: { type: 'sum', field: 'stock' },
          where: [{ field: 'kind', is: ['鸡蛋'] }],
          counts: { type: 'latest', from: 'date', per: ['holder', 'kind'] },
        },
      ],
      by: ['holder'],
    },
    {
      id: 'necessitiesStock.vegetables',
      title: { zh: '蔬菜储备', en: 'Vegetables in reserve' },
      unit: { zh: '吨', en: 't' },
      decimals: 2,
      terms: [
        {
          measure: { type: 'sum', field: 'stock' },
          where: [{ field: 'kind', is: ['蔬菜'] }],
          counts: { type: 'latest', from: 'date', per: ['holder', 'kind'] },
        },
      ],
      by: ['holder'],
    },
    {
      id: 'necessitiesStock.holders',
      title: { zh: '保供商超', en: 'Supermarkets in the reserve' },
      unit: { zh: '家', en: 'supermarkets' },
      terms: [
        {
          measure: { type: 'distinct', fields: ['holder'] },
          where: [{ field: 'holder.category', is: ['食品商超'] }],
          counts: { type: 'upTo', from: 'date' },
        },
      ],
    },
  ],
  fields: {
    holder: field.reference('储备单位', 'Holder', 'enterprises', {
      required: true,
      section: reserve,
      synonyms: ['储备企业', '商超', '超市', '单位名称', '企业名称'],
      width: 220,
    }),
    kind: field.choice('品类', 'Kind', necessityKinds, {
      required: true,
      section: reserve,
      synonyms: ['品种', '类别', '物资品类'],
      width: 90,
    }),
    date: field.date('日期', 'Date', {
      required: true,
      section: reserve,
      synonyms: ['统计日期', '填报日期'],
      width: 110,
    }),
    stock: field.quantity('储备量', 'Stock', {
      required: true,
      section: reserve,
      unit: '吨',
      decimals: 3,
      min: 0,
      totalled: true,
      synonyms: ['库存', '库存量', '储备数量'],
      width: 100,
    }),
    supplyDays: field.quantity('可供天数', 'Days of supply', {
      section: reserve,
      unit: '天',
      decimals: 1,
      min: 0,
      synonyms: ['可供应天数', '保障天数'],
      width: 90,
    }),
  },
});
