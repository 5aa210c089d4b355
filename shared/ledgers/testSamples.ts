import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const sampling = { zh: '采样', en: 'Sampling' };
const laboratory = { zh: '检测', en: 'Laboratory' };

/** 采样统计: people and tubes at each sampling point of a round. */
export const testSamples = defineLedger({
  id: 'test-samples',
  title: { zh: '采样统计', en: 'Samples taken' },
  area: 'tracing',
  version: 1,
  matchOn: [['round', 'point', 'date']],
  nameField: 'point',
  newestFirst: 'date',
  figures: [
    {
      id: 'testSamples.people',
      title: { zh: '累计核酸采样', en: 'Samples taken' },
      unit: { zh: '人次', en: 'people' },
      terms: [
        {
          measure: { type: 'sum', field: 'sampled' },
          counts: { type: 'upTo', from: 'date' },
        },
      ],
      by: ['round', 'round.group'],
    },
  ],
  fields: {
    round: field.reference('轮次', 'Round', 'test-rounds', {
      required: true,
      section: sampling,
      synonyms: ['核酸轮次'],
      width: 160,
    }),
    point: field.text('采样点', 'Sampling point', {
      required: true,
      section: sampling,
      synonyms: ['采样点名称', '采样地点'],
      width: 160,
    }),
    date: field.date('日期', 'Date', { section: sampling, synonyms: ['采样日期'], width: 110 }),
    expected: field.integer('应检', 'Expected', {
      section: sampling,
      unit: '人',
      min: 0,
      totalled: true,
      synonyms: ['应检人数', '应采人数'],
      width: 90,
    }),
    sampled: field.integer('采样人数', 'Sampled', {
      required: true,
      section: sampling,
      unit: '人',
      min: 0,
      totalled: true,
      synonyms: ['实检人数', '采样人次', '实采人数'],
      width: 90,
    }),
    tubes: field.integer('管数', 'Tubes', {
      section: sampling,
      unit: '管',
      min: 0,
      totalled: true,
      synonyms: ['采样管数'],
      width: 80,
    }),
    mix: field.choice(
      '混样比',
      'People per tube',
      [
        { value: '1', en: 'single', synonyms: ['单采', '单管', '1:1', '1混1'] },
        { value: '5', en: 'five', synonyms: ['5混1', '5:1', '五混一'] },
        { value: '10', en: 'ten', synonyms: ['10混1', '10:1', '十混一'] },
        { value: '20', en: 'twenty', synonyms: ['20混1', '20:1', '二十混一'] },
      ],
      { section: sampling, synonyms: ['混检比例', '混采比例'], width: 90 },
    ),
    sentAt: field.instant('送检时间', 'Sent at', { section: laboratory, width: 140 }),
    laboratory: field.text('检测机构', 'Laboratory', {
      section: laboratory,
      synonyms: ['检测单位', '实验室'],
      width: 140,
    }),
    positiveTubes: field.integer('阳性管数', 'Positive tubes', {
      section: laboratory,
      unit: '管',
      min: 0,
      totalled: true,
      synonyms: ['阳性管'],
      width: 90,
    }),
    incidents: field.text('异常', 'Incidents', {
      section: laboratory,
      synonyms: ['异常情况'],
      width: 140,
    }),
  },
});
