import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const problem = { zh: '问题', en: 'Problem' };
const handling = { zh: '办理', en: 'Handling' };

/** 助企问题清单: what keeps an enterprise from working, and who solves it. */
export const enterpriseProblems = defineLedger({
  id: 'enterprise-problems',
  title: { zh: '助企问题清单', en: 'Enterprise problems' },
  area: 'transport',
  version: 1,
  matchOn: [['number']],
  nameField: 'number',
  newestFirst: 'raisedAt',
  figures: [
    {
      id: 'enterpriseProblems.freightSolved',
      title: { zh: '协调解决物流运输问题', en: 'Freight problems solved' },
      unit: { zh: '个', en: 'problems' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'category', is: ['物流受阻'] }],
          counts: { type: 'upTo', from: 'closedAt' },
        },
      ],
      by: ['urgency', 'enterprise'],
    },
  ],
  fields: {
    number: field.text('问题编号', 'Number', {
      required: true,
      section: problem,
      synonyms: ['编号'],
      width: 110,
    }),
    enterprise: field.reference('企业', 'Enterprise', 'enterprises', {
      required: true,
      section: problem,
      synonyms: ['企业名称', '单位名称', '反映企业'],
      width: 220,
    }),
    category: field.choice(
      '类别',
      'Category',
      [
        { value: '物流受阻', en: 'Blocked freight', synonyms: ['物流', '运输', '交通运输'] },
        { value: '职工通勤', en: 'Commuting', synonyms: ['通勤', '职工返岗', '用工'] },
        { value: '原料', en: 'Raw material', synonyms: ['原材料', '原料供应'] },
        { value: '设备', en: 'Equipment', synonyms: ['设备维修'] },
        { value: '其他', en: 'Other', synonyms: ['其它'] },
      ],
      { required: true, section: problem, synonyms: ['问题类别', '问题类型'], width: 100 },
    ),
    urgency: field.choice(
      '紧急程度',
      'Urgency',
      [
        { value: '特急', en: 'Most urgent', synonyms: ['特别紧急'] },
        { value: '急', en: 'Urgent', synonyms: ['紧急'] },
        { value: '一般', en: 'Ordinary', synonyms: ['普通', '不急'] },
      ],
      { required: true, section: problem, synonyms: ['缓急'], width: 90 },
    ),
    problem: field.longText('问题', 'Problem', {
      required: true,
      section: problem,
      synonyms: ['存在问题', '问题描述', '具体问题'],
      width: 240,
    }),
    raisedAt: field.instant('提出时间', 'Raised at', {
      required: true,
      section: problem,
      synonyms: ['反映时间', '收集时间'],
      width: 140,
    }),
    responsible: field.text('责任单位/人', 'Responsible', {
      section: handling,
      synonyms: ['责任单位', '责任人', '承办单位'],
      width: 140,
    }),
    measures: field.longText('措施', 'Measures', {
      section: handling,
      synonyms: ['解决措施', '办理情况'],
      width: 200,
    }),
    closedAt: field.instant('办结时间', 'Closed at', {
      notBefore: 'raisedAt',
      section: handling,
      synonyms: ['解决时间'],
      width: 140,
    }),
    state: field.choice(
      '状态',
      'State',
      [
        { value: '待办', en: 'Waiting', synonyms: ['未办', '未解决'] },
        { value: '办理中', en: 'In hand', synonyms: ['正在办理', '解决中'] },
        { value: '已办结', en: 'Closed', synonyms: ['办结', '已解决'] },
      ],
      { required: true, section: handling, synonyms: ['办理状态'], width: 90 },
    ),
    rating: field.text('企业评价', 'Rating by the enterprise', {
      section: handling,
      synonyms: ['评价'],
      width: 100,
    }),
  },
});
