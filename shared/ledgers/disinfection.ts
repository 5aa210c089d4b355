import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const place = { zh: '场所', en: 'Place' };
const work = { zh: '作业', en: 'Work' };

/** 消杀记录. */
export const disinfection = defineLedger({
  id: 'disinfection',
  title: { zh: '消杀记录', en: 'Disinfection' },
  area: 'environment',
  version: 1,
  matchOn: [],
  nameField: 'place',
  newestFirst: 'doneAt',
  figures: [
    {
      id: 'disinfection.area',
      title: { zh: '累计消杀面积', en: 'Area disinfected' },
      unit: { zh: '平方米', en: 'm²' },
      terms: [
        {
          measure: { type: 'sum', field: 'area' },
          counts: { type: 'upTo', from: 'doneAt' },
        },
      ],
      by: ['kind'],
    },
  ],
  fields: {
    doneAt: field.instant('时间', 'Done at', {
      required: true,
      section: place,
      synonyms: ['消杀时间', '消毒时间', '日期'],
      width: 140,
    }),
    place: field.text('地点', 'Place', {
      required: true,
      section: place,
      synonyms: ['消杀地点', '场所', '消毒地点'],
      width: 180,
    }),
    kind: field.choice(
      '类别',
      'Kind',
      [
        { value: '预防', en: 'Preventive', synonyms: ['预防性消毒', '预防性'] },
        { value: '随时', en: 'Concurrent', synonyms: ['随时消毒'] },
        { value: '终末', en: 'Terminal', synonyms: ['终末消毒'] },
      ],
      { required: true, section: place, synonyms: ['消毒类别', '消杀类别'], width: 80 },
    ),
    relatedTo: field.text('关联病例/场所', 'Related case or place', {
      section: place,
      synonyms: ['关联病例', '关联场所'],
      width: 140,
    }),
    area: field.quantity('面积', 'Area', {
      required: true,
      section: place,
      unit: 'm²',
      min: 0,
      totalled: true,
      synonyms: ['消杀面积', '面积（平方米）', '消毒面积'],
      width: 100,
    }),
    agent: field.text('消毒剂', 'Agent', {
      section: work,
      synonyms: ['消毒药剂', '药剂'],
      width: 110,
    }),
    concentration: field.text('浓度', 'Concentration', {
      section: work,
      synonyms: ['配比浓度', '有效氯'],
      width: 100,
    }),
    contactMinutes: field.quantity('作用时间', 'Contact time', {
      section: work,
      unit: '分钟',
      min: 0,
      width: 90,
    }),
    method: field.choice(
      '方法',
      'Method',
      [
        { value: '喷洒', en: 'Spraying', synonyms: ['喷雾'] },
        { value: '擦拭', en: 'Wiping' },
        { value: '浸泡', en: 'Soaking' },
        { value: '熏蒸', en: 'Fumigation' },
        { value: '其他', en: 'Other', synonyms: ['其它'] },
      ],
      { section: work, synonyms: ['消毒方法', '消毒方式'], width: 80 },
    ),
    workers: field.text('执行人员', 'Done by', {
      section: work,
      synonyms: ['消杀人员', '操作人员'],
      width: 120,
    }),
    supervisor: field.name('监督人员', 'Supervised by', {
      section: work,
      synonyms: ['监督人'],
      width: 90,
    }),
    result: field.text('效果评价', 'Result', { section: work, synonyms: ['评价结果'], width: 120 }),
  },
});
