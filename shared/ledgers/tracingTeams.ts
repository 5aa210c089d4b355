import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const team = { zh: '队伍', en: 'Team' };

/** 流调队伍: a team per case. */
export const tracingTeams = defineLedger({
  id: 'tracing-teams',
  title: { zh: '流调队伍', en: 'Tracing teams' },
  area: 'tracing',
  version: 1,
  matchOn: [['number']],
  nameField: 'number',
  figures: [
    {
      id: 'tracingTeams.teams',
      title: { zh: '流调队伍', en: 'Tracing teams' },
      unit: { zh: '支', en: 'teams' },
      terms: [
        {
          measure: { type: 'rows' },
          counts: { type: 'held', from: 'formedAt', until: 'withdrawnAt' },
        },
      ],
      by: ['origin'],
    },
    {
      id: 'tracingTeams.people',
      title: { zh: '流调人员', en: 'Tracing staff' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'sum', field: 'members' },
          counts: { type: 'held', from: 'formedAt', until: 'withdrawnAt' },
        },
      ],
      by: ['origin'],
    },
  ],
  fields: {
    number: field.text('队伍编号', 'Team number', {
      required: true,
      section: team,
      synonyms: ['编号', '流调组'],
      width: 110,
    }),
    leader: field.name('队长', 'Leader', {
      section: team,
      synonyms: ['组长', '负责人'],
      width: 90,
    }),
    phone: field.phone('队长电话', 'Phone', {
      sensitive: true,
      section: team,
      synonyms: ['电话', '联系电话', '手机号'],
      width: 120,
    }),
    members: field.integer('人数', 'Members', {
      required: true,
      section: team,
      unit: '人',
      min: 1,
      totalled: true,
      synonyms: ['队员人数'],
      width: 80,
    }),
    origin: field.choice(
      '来源',
      'From',
      [
        { value: '公安', en: 'Police' },
        { value: '疾控', en: 'Disease control', synonyms: ['疾控中心', '卫健'] },
        { value: '大数据', en: 'Big data office', synonyms: ['大数据局'] },
        { value: '其他', en: 'Other', synonyms: ['其它'] },
      ],
      { section: team, synonyms: ['人员来源'], width: 90 },
    ),
    currentCase: field.reference('在办病例', 'Case in hand', 'cases', {
      section: team,
      synonyms: ['负责病例'],
      width: 120,
    }),
    formedAt: field.instant('组建时间', 'Formed at', {
      required: true,
      section: team,
      synonyms: ['成立时间', '上岗时间'],
      width: 140,
    }),
    withdrawnAt: field.instant('撤离时间', 'Withdrawn at', {
      notBefore: 'formedAt',
      section: team,
      width: 140,
    }),
    state: field.choice(
      '状态',
      'State',
      [
        { value: '在岗', en: 'On duty', synonyms: ['工作中', '流调中'] },
        { value: '待命', en: 'Standing by', synonyms: ['备勤'] },
        { value: '撤离', en: 'Withdrawn', synonyms: ['已撤离', '返回'] },
      ],
      { section: team, width: 80 },
    ),
  },
});
