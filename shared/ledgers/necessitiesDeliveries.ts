import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { deliveredKinds } from './sharedOptions';

const delivery = { zh: '配送', en: 'Delivery' };
const carrier = { zh: '承运', en: 'Carrier' };

/** 物资配送: necessities brought to the door, by zone, village and grid. */
export const necessitiesDeliveries = defineLedger({
  id: 'necessities-deliveries',
  title: { zh: '物资配送', en: 'Deliveries' },
  area: 'supplies',
  version: 1,
  matchOn: [],
  nameField: 'village',
  newestFirst: 'date',
  figures: [
    {
      id: 'necessitiesDeliveries.total',
      title: { zh: '累计配送生活物资', en: 'Necessities delivered' },
      unit: { zh: '吨', en: 't' },
      decimals: 0,
      parts: [
        'necessitiesDeliveries.staples',
        'necessitiesDeliveries.meat',
        'necessitiesDeliveries.eggs',
        'necessitiesDeliveries.vegetables',
      ],
      terms: [
        {
          measure: { type: 'sum', field: 'quantity' },
          where: [{ field: 'recipients', isNot: ['企业'] }],
          counts: { type: 'upTo', from: 'date' },
        },
      ],
      by: ['kind', 'zone', 'gridWorker'],
    },
    {
      id: 'necessitiesDeliveries.staples',
      title: { zh: '配送米面油', en: 'Rice, flour and oil delivered' },
      unit: { zh: '吨', en: 't' },
      decimals: 1,
      terms: [
        {
          measure: { type: 'sum', field: 'quantity' },
          where: [
            { field: 'kind', is: ['米面油'] },
            { field: 'recipients', isNot: ['企业'] },
          ],
          counts: { type: 'upTo', from: 'date' },
        },
      ],
      by: ['zone', 'gridWorker'],
    },
    {
      id: 'necessitiesDeliveries.meat',
      title: { zh: '配送肉', en: 'Meat delivered' },
      unit: { zh: '吨', en: 't' },
      decimals: 1,
      terms: [
        {
          measure: { type: 'sum', field: 'quantity' },
          where: [
            { field: 'kind', is: ['肉'] },
            { field: 'recipients', isNot: ['企业'] },
          ],
          counts: { type: 'upTo', from: 'date' },
        },
      ],
      by: ['zone', 'gridWorker'],
    },
    {
      id: 'necessitiesDeliveries.eggs',
      title: { zh: '配送蛋', en: 'Eggs delivered' },
      unit: { zh: '吨', en: 't' },
      decimals: 1,
      terms: [
        {
          measure: { type: 'sum', field: 'quantity' },
          where: [
            { field: 'kind', is: ['蛋'] },
            { field: 'recipients', isNot: ['企业'] },
          ],
          counts: { type: 'upTo', from: 'date' },
        },
      ],
      by: ['zone', 'gridWorker'],
    },
    {
      id: 'necessitiesDeliveries.vegetables',
      title: { zh: '配送蔬菜', en: 'Vegetables delivered' },
      unit: { zh: '吨', en: 't' },
      decimals: 1,
      terms: [
        {
          measure: { type: 'sum', field: 'quantity' },
          where: [
            { field: 'kind', is: ['蔬菜'] },
            { field: 'recipients', isNot: ['企业'] },
          ],
          counts: { type: 'upTo', from: 'date' },
        },
      ],
      by: ['zone', 'gridWorker'],
    },
    {
      id: 'necessitiesDeliveries.enterprises',
      title: { zh: '向企业配送生活物资', en: 'Delivered to enterprises' },
      unit: { zh: '吨', en: 't' },
      decimals: 1,
      terms: [
        {
          measure: { type: 'sum', field: 'quantity' },
          where: [{ field: 'recipients', is: ['企业'] }],
          counts: { type: 'upTo', from: 'date' },
        },
      ],
    },
  ],
  fields: {
    date: field.date('日期', 'Date', {
      required: true,
      section: delivery,
      synonyms: ['配送日期', '配送时间'],
      width: 110,
    }),
    zone: field.reference('区域', 'Zone', 'zones', {
      section: delivery,
      synonyms: ['管控区域', '封控区域', '所在区域'],
      width: 160,
    }),
    village: field.text('村/小区', 'Village or estate', {
      required: true,
      section: delivery,
      synonyms: ['村', '小区', '社区', '村（社区）', '配送地点'],
      width: 160,
    }),
    kind: field.choice('品类', 'Kind', deliveredKinds, {
      required: true,
      section: delivery,
      synonyms: ['物资品类', '类别', '品种'],
      width: 90,
    }),
    quantity: field.quantity('数量', 'Quantity', {
      required: true,
      section: delivery,
      unit: '吨',
      decimals: 3,
      min: 0,
      totalled: true,
      synonyms: ['配送量', '重量', '配送数量'],
      width: 90,
    }),
    pieces: field.integer('件数', 'Pieces', {
      section: delivery,
      unit: '件',
      min: 0,
      totalled: true,
      synonyms: ['件', '份数'],
      width: 80,
    }),
    recipients: field.choice(
      '对象',
      'Recipients',
      [
        { value: '居民', en: 'Residents', synonyms: ['群众', '住户'] },
        { value: '企业', en: 'Enterprises' },
        { value: '学校', en: 'Schools' },
        { value: '单位', en: 'Units', synonyms: ['机关单位', '隔离点'] },
      ],
      { section: delivery, synonyms: ['配送对象'], width: 80 },
    ),
    households: field.integer('户数', 'Households', {
      section: delivery,
      unit: '户',
      min: 0,
      totalled: true,
      synonyms: ['配送户数'],
      width: 80,
    }),
    deliverer: field.text('配送单位', 'Delivered by', {
      section: carrier,
      synonyms: ['保供单位'],
      width: 160,
    }),
    courier: field.name('配送人', 'Courier', {
      section: carrier,
      synonyms: ['配送人员', '送货人'],
      width: 90,
    }),
    plate: field.plate('车牌', 'Plate', {
      section: carrier,
      synonyms: ['车牌号', '车牌号码', '配送车辆'],
      width: 110,
    }),
    gridWorker: field.name('网格员', 'Grid worker', {
      section: carrier,
      synonyms: ['网格长'],
      width: 90,
    }),
  },
});
