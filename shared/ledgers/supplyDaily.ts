import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const dispatch = { zh: '调度', en: 'Dispatch' };

/** 防疫物资日调度: what each enterprise makes and holds, day by day. */
export const supplyDaily = defineLedger({
  id: 'supply-daily',
  title: { zh: '防疫物资日调度', en: 'Daily supplies' },
  area: 'supplies',
  version: 1,
  matchOn: [['enterprise', 'product', 'date']],
  nameField: 'product',
  newestFirst: 'date',
  fields: {
    enterprise: field.reference('企业', 'Enterprise', 'enterprises', {
      required: true,
      section: dispatch,
      synonyms: ['企业名称', '生产企业', '单位名称'],
      width: 220,
    }),
    product: field.choice(
      '产品',
      'Product',
      [
        { value: '消毒剂', en: 'Disinfectant', synonyms: ['84消毒液', '84', '消毒粉'] },
        { value: '免洗凝胶', en: 'Hand gel', synonyms: ['免洗手消毒凝胶', '凝胶', '免洗洗手液'] },
        {
          value: '其他消毒液',
          en: 'Other disinfecting liquids',
          synonyms: ['其它消毒液', '消毒液'],
        },
        { value: '酒精', en: 'Alcohol', synonyms: ['医用酒精', '75%酒精', '乙醇'] },
        {
          value: '医用口罩',
          en: 'Medical masks',
          synonyms: ['口罩', '一次性医用口罩', '外科口罩'],
        },
        { value: 'N95', en: 'N95 masks', synonyms: ['N95口罩', '医用防护口罩', 'KN95'] },
        { value: '防护服', en: 'Protective suits', synonyms: ['医用防护服', '隔离衣'] },
        { value: '其他', en: 'Other', synonyms: ['其它'] },
      ],
      { required: true, section: dispatch, synonyms: ['产品名称', '品名', '物资名称'], width: 110 },
    ),
    date: field.date('日期', 'Date', {
      required: true,
      section: dispatch,
      synonyms: ['调度日期', '填报日期', '统计日期', '时间'],
      width: 110,
    }),
    dailyCapacity: field.quantity('日产能', 'Daily capacity', {
      section: dispatch,
      measuredIn: 'measure',
      min: 0,
      synonyms: ['日生产能力', '产能', '设计日产能'],
      width: 100,
    }),
    output: field.quantity('当日产量', 'Output of the day', {
      required: true,
      section: dispatch,
      measuredIn: 'measure',
      min: 0,
      totalled: true,
      synonyms: ['日产量', '产量', '当日生产量', '今日产量'],
      width: 100,
    }),
    stock: field.quantity('库存量', 'Stock', {
      required: true,
      section: dispatch,
      measuredIn: 'measure',
      min: 0,
      totalled: true,
      synonyms: ['库存', '当日库存', '现有库存', '库存数量'],
      width: 100,
    }),
    // the unit differs from product to product, so it is a column and totals are per unit
    measure: field.choice(
      '单位',
      'Unit of measure',
      [
        { value: '吨', en: 't', synonyms: ['t'] },
        { value: '公斤', en: 'kg', synonyms: ['kg', '千克'] },
        { value: '升', en: 'l', synonyms: ['L'] },
        { value: '瓶', en: 'bottles' },
        { value: '只', en: 'pieces', synonyms: ['个', '片'] },
        { value: '万只', en: '10,000 pieces', synonyms: ['万个', '万片'] },
        { value: '套', en: 'sets', synonyms: ['件'] },
        { value: '箱', en: 'boxes' },
        { value: '其他', en: 'other', synonyms: ['其它'] },
      ],
      { required: true, section: dispatch, synonyms: ['计量单位'], width: 80 },
    ),
    materialDays: field.quantity('原料可用天数', 'Days of raw material', {
      section: dispatch,
      unit: '天',
      min: 0,
      synonyms: ['原料可用天', '原材料可用天数', '原料保障天数'],
      width: 110,
    }),
    problems: field.longText('存在问题', 'Problems', {
      section: dispatch,
      synonyms: ['问题', '困难和问题', '需协调问题'],
      width: 200,
    }),
  },
});
