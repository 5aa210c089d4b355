import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const need = { zh: '需求', en: 'Need' };
const handling = { zh: '办理', en: 'Handling' };

/** 特殊药品奶粉需求. */
export const scarceNeeds = defineLedger({
  id: 'scarce-needs',
  title: { zh: '特殊药品奶粉需求', en: 'Scarce needs' },
  area: 'needs',
  version: 1,
  matchOn: [],
  nameField: 'item',
  newestFirst: 'raisedAt',
  figures: [
    {
      id: 'scarceNeeds.households',
      title: { zh: '登记特殊药品需求户', en: 'Households in need of medicine' },
      unit: { zh: '户', en: 'households' },
      terms: [
        {
          measure: { type: 'distinct', fields: ['person', 'phone'] },
          where: [{ field: 'kind', is: ['药品'] }],
          counts: { type: 'upTo', from: 'raisedAt' },
        },
      ],
    },
    {
      id: 'scarceNeeds.kinds',
      title: { zh: '需求药品种类', en: 'Kinds of medicine needed' },
      unit: { zh: '种', en: 'kinds' },
      terms: [
        {
          measure: { type: 'distinct', fields: ['item'] },
          where: [{ field: 'kind', is: ['药品'] }],
          counts: { type: 'upTo', from: 'raisedAt' },
        },
      ],
    },
  ],
  fields: {
    person: field.name('户主/需求人', 'Person', {
      required: true,
      sensitive: true,
      section: need,
      synonyms: ['户主', '需求人', '姓名'],
      width: 100,
    }),
    phone: field.phone('电话', 'Phone', {
      sensitive: true,
      section: need,
      synonyms: ['联系电话', '手机号', '联系方式'],
      width: 120,
    }),
    address: field.text('地址', 'Address', {
      required: true,
      sensitive: true,
      section: need,
      synonyms: ['住址', '详细住址', '家庭住址'],
      width: 200,
    }),
    kind: field.choice(
      '种类',
      'Kind',
      [
        { value: '奶粉', en: 'Infant formula', synonyms: ['婴儿奶粉', '婴幼儿奶粉'] },
        { value: '药品', en: 'Medicine', synonyms: ['药', '特殊药品'] },
      ],
      { required: true, section: need, synonyms: ['类别', '需求种类'], width: 80 },
    ),
    item: field.text('品名规格', 'Item', {
      required: true,
      section: need,
      synonyms: ['品名', '药品名称', '奶粉品牌', '名称规格'],
      width: 180,
    }),
    quantity: field.text('数量', 'Quantity', { section: need, synonyms: ['需求数量'], width: 90 }),
    raisedAt: field.instant('提出时间', 'Raised at', {
      required: true,
      section: need,
      synonyms: ['登记日期', '需求时间'],
      width: 140,
    }),
    handler: field.name('承办人', 'Handled by', {
      section: handling,
      synonyms: ['经办人', '采购人'],
      width: 90,
    }),
    deliveredAt: field.instant('送达时间', 'Delivered at', {
      notBefore: 'raisedAt',
      section: handling,
      synonyms: ['配送时间', '办结时间'],
      width: 140,
    }),
    state: field.choice(
      '状态',
      'State',
      [
        { value: '待办', en: 'Waiting', synonyms: ['未办'] },
        { value: '采购中', en: 'Being bought', synonyms: ['办理中'] },
        { value: '已送达', en: 'Delivered', synonyms: ['已办结', '送达'] },
        { value: '无货', en: 'Out of stock', synonyms: ['缺货'] },
      ],
      { section: handling, synonyms: ['办理状态'], width: 90 },
    ),
  },
});
