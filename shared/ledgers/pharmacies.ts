import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const pharmacy = { zh: '药店', en: 'Pharmacy' };

/** 药店开放: pharmacies reopened in batches. */
export const pharmacies = defineLedger({
  id: 'pharmacies',
  title: { zh: '药店开放', en: 'Pharmacies' },
  area: 'needs',
  version: 1,
  matchOn: [['name']],
  nameField: 'name',
  figures: [
    {
      id: 'pharmacies.open',
      title: { zh: '开放药店', en: 'Pharmacies open' },
      unit: { zh: '家', en: 'pharmacies' },
      terms: [
        {
          measure: { type: 'rows' },
          counts: { type: 'held', from: 'openedAt', until: 'closedAt' },
        },
      ],
      by: ['batch'],
    },
  ],
  fields: {
    name: field.text('药店', 'Pharmacy', {
      required: true,
      section: pharmacy,
      synonyms: ['药店名称', '名称'],
      width: 200,
    }),
    address: field.text('地址', 'Address', {
      section: pharmacy,
      synonyms: ['药店地址'],
      width: 200,
    }),
    batch: field.integer('批次', 'Batch', {
      section: pharmacy,
      min: 1,
      synonyms: ['开放批次'],
      width: 70,
    }),
    openedAt: field.instant('开放时间', 'Opened at', {
      required: true,
      section: pharmacy,
      synonyms: ['恢复营业时间', '开放日期'],
      width: 140,
    }),
    closedAt: field.instant('关闭时间', 'Closed at', {
      notBefore: 'openedAt',
      section: pharmacy,
      synonyms: ['停业时间'],
      width: 140,
    }),
    phone: field.phone('电话', 'Phone', {
      section: pharmacy,
      synonyms: ['联系电话', '购药电话'],
      width: 120,
    }),
  },
});
