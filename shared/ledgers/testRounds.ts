import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const round = { zh: '轮次', en: 'Round' };

/** 核酸轮次: rounds of key groups and of everybody are counted apart. */
export const testRounds = defineLedger({
  id: 'test-rounds',
  title: { zh: '核酸轮次', en: 'Testing rounds' },
  area: 'tracing',
  version: 1,
  matchOn: [['group', 'round'], ['name']],
  nameField: 'name',
  newestFirst: 'startedAt',
  figures: [
    {
      id: 'testRounds.keyGroups',
      title: { zh: '重点人群核酸检测轮次', en: 'Testing rounds of key groups' },
      unit: { zh: '轮', en: 'rounds' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'group', is: ['重点人群'] }],
          counts: { type: 'upTo', from: 'endedAt' },
        },
      ],
    },
    {
      id: 'testRounds.everybody',
      title: { zh: '其他人群核酸检测轮次', en: 'Testing rounds of everybody else' },
      unit: { zh: '轮', en: 'rounds' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'group', is: ['全员'] }],
          counts: { type: 'upTo', from: 'endedAt' },
        },
      ],
    },
  ],
  fields: {
    name: field.text('轮次名称', 'Name', {
      required: true,
      section: round,
      synonyms: ['名称'],
      width: 160,
    }),
    group: field.choice(
      '对象',
      'Group',
      [
        { value: '重点人群', en: 'Key groups', synonyms: ['重点'] },
        { value: '全员', en: 'Everybody', synonyms: ['全员核酸', '其他人群', '其他人员'] },
        { value: '常态', en: 'Routine', synonyms: ['常态化', '愿检尽检'] },
      ],
      { required: true, section: round, synonyms: ['检测对象', '人群'], width: 100 },
    ),
    round: field.integer('轮次', 'Round', {
      required: true,
      section: round,
      min: 1,
      synonyms: ['第几轮'],
      width: 70,
    }),
    startedAt: field.instant('开始', 'Started at', {
      required: true,
      section: round,
      synonyms: ['开始时间'],
      width: 140,
    }),
    endedAt: field.instant('结束', 'Ended at', {
      notBefore: 'startedAt',
      section: round,
      synonyms: ['结束时间'],
      width: 140,
    }),
    area: field.text('范围', 'Area', { section: round, synonyms: ['检测范围'], width: 160 }),
  },
});
