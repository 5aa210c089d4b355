import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const handout = { zh: '发放', en: 'Handout' };

/** 中药发放. */
export const tcmHandouts = defineLedger({
  id: 'tcm-handouts',
  title: { zh: '中药发放', en: 'Traditional medicine' },
  area: 'needs',
  version: 1,
  matchOn: [],
  nameField: 'place',
  newestFirst: 'date',
  figures: [
    {
      id: 'tcmHandouts.bags',
      title: { zh: '累计发放中药', en: 'Bags of traditional medicine' },
      unit: { zh: '袋', en: 'bags' },
      terms: [
        {
          measure: { type: 'sum', field: 'bags' },
          counts: { type: 'upTo', from: 'date' },
        },
      ],
      by: ['place'],
    },
  ],
  fields: {
    date: field.date('日期', 'Date', {
      required: true,
      section: handout,
      synonyms: ['发放日期', '发放时间'],
      width: 110,
    }),
    place: field.text('村/单位', 'Village or unit', {
      required: true,
      section: handout,
      synonyms: ['村', '单位', '发放单位', '发放地点'],
      width: 180,
    }),
    formula: field.text('方剂', 'Formula', {
      section: handout,
      synonyms: ['药方', '中药名称'],
      width: 140,
    }),
    bags: field.integer('袋数', 'Bags', {
      required: true,
      section: handout,
      unit: '袋',
      min: 0,
      totalled: true,
      synonyms: ['数量', '发放数量', '发放袋数'],
      width: 100,
    }),
    issuer: field.name('发放人', 'Handed out by', {
      section: handout,
      synonyms: ['经办人'],
      width: 90,
    }),
  },
});
