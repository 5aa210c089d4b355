import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { deliveredKinds } from './sharedOptions';

const need = { zh: '需求', en: 'Need' };
const counting = { zh: '摸排', en: 'Counting' };

/** 物资需求摸排: what the households of a grid need, as counted by the party branches (S27). */
export const necessitiesNeeds = defineLedger({
  id: 'necessities-needs',
  title: { zh: '物资需求', en: 'Needs counted' },
  area: 'supplies',
  version: 1,
  matchOn: [['village', 'gridWorker', 'kind', 'date']],
  nameField: 'village',
  newestFirst: 'date',
  figures: [
    {
      id: 'necessitiesNeeds.total',
      title: { zh: '摸排物资需求', en: 'Needs counted' },
      unit: { zh: '吨', en: 't' },
      decimals: 1,
      terms: [
        {
          measure: { type: 'sum', field: 'quantity' },
          counts: { type: 'upTo', from: 'date' },
        },
      ],
      by: ['kind', 'zone'],
    },
  ],
  fields: {
    date: field.date('日期', 'Date', {
      required: true,
      section: need,
      synonyms: ['摸排日期', '统计日期'],
      width: 110,
    }),
    zone: field.reference('区域', 'Zone', 'zones', {
      section: need,
      synonyms: ['管控区域', '封控区域', '所在区域'],
      width: 160,
    }),
    village: field.text('村/小区', 'Village or estate', {
      required: true,
      section: need,
      synonyms: ['村', '小区', '社区', '村（社区）'],
      width: 160,
    }),
    gridWorker: field.name('网格员', 'Grid worker', {
      section: counting,
      synonyms: ['网格长'],
      width: 90,
    }),
    kind: field.choice('品类', 'Kind', deliveredKinds, {
      required: true,
      section: need,
      synonyms: ['物资品类', '类别', '品种'],
      width: 90,
    }),
    quantity: field.quantity('需求量', 'Quantity', {
      required: true,
      section: need,
      unit: '吨',
      decimals: 3,
      min: 0,
      totalled: true,
      synonyms: ['数量', '需求数量', '重量'],
      width: 90,
    }),
    pieces: field.integer('件数', 'Pieces', {
      section: need,
      unit: '件',
      min: 0,
      totalled: true,
      synonyms: ['件', '份数'],
      width: 80,
    }),
    households: field.integer('户数', 'Households', {
      section: need,
      unit: '户',
      min: 0,
      totalled: true,
      synonyms: ['需求户数'],
      width: 80,
    }),
    branch: field.text('摸排支部', 'Party branch', {
      section: counting,
      synonyms: ['党支部', '摸排单位', '统计单位'],
      width: 140,
    }),
  },
});
