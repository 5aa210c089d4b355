import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

/** 通行证号段: which device may give out which serials; no serial is in two ranges. */
export const serialRanges = defineLedger({
  id: 'serial-ranges',
  title: { zh: '通行证号段', en: 'Serial ranges' },
  area: 'transport',
  version: 1,
  matchOn: [['division', 'first', 'holder']],
  nameField: 'holder',
  newestFirst: 'grantedAt',
  fields: {
    division: field.division('区划', 'Division', {
      required: true,
      synonyms: ['行政区划'],
      width: 90,
    }),
    first: field.integer('起始序号', 'First serial', {
      required: true,
      min: 1,
      max: 999_999,
      width: 90,
    }),
    last: field.integer('终止序号', 'Last serial', {
      required: true,
      min: 1,
      max: 999_999,
      width: 90,
    }),
    holder: field.text('持有设备', 'Held by device', { required: true, width: 220 }),
    holderName: field.text('持有机构', 'Held by', { synonyms: ['机构'], width: 160 }),
    grantedAt: field.instant('划拨时间', 'Granted at', { required: true, width: 140 }),
    grantedBy: field.text('划拨人', 'Granted by', { width: 100 }),
  },
});
