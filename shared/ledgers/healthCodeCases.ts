import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const person = { zh: '人员', en: 'Person' };
const handling = { zh: '处理', en: 'Handling' };

/** 转码处理: a code that somebody holds to be wrong, looked into and turned or explained. */
export const healthCodeCases = defineLedger({
  id: 'health-code-cases',
  title: { zh: '转码处理', en: 'Health-code cases' },
  area: 'checkpoints',
  version: 1,
  matchOn: [],
  nameField: 'name',
  newestFirst: 'receivedAt',
  figures: [
    {
      id: 'healthCodeCases.turned',
      title: { zh: '转为绿码', en: 'Codes turned green' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'outcome', is: ['已转绿码'] }],
          counts: { type: 'upTo', from: 'closedAt' },
        },
      ],
      by: ['originalColour', 'cause'],
    },
  ],
  fields: {
    name: field.name('姓名', 'Name', {
      sensitive: true,
      section: person,
      synonyms: ['申请人'],
      width: 90,
    }),
    documentNumber: field.identityNumber('证件号码', 'Document number', {
      sensitive: true,
      section: person,
      synonyms: ['身份证号', '身份证号码'],
      width: 180,
    }),
    phone: field.phone('电话', 'Phone', {
      sensitive: true,
      section: person,
      synonyms: ['联系电话', '手机'],
      width: 120,
    }),
    workplace: field.text('单位', 'Workplace', {
      section: person,
      synonyms: ['工作单位', '所在村/社区'],
      width: 150,
    }),
    originalColour: field.choice(
      '原码色',
      'Original colour',
      [
        { value: '黄', en: 'Yellow', synonyms: ['黄码'] },
        { value: '红', en: 'Red', synonyms: ['红码'] },
        { value: '无', en: 'None', synonyms: ['无码', '未申领'] },
      ],
      { required: true, section: person, synonyms: ['码色', '原码颜色'], width: 80 },
    ),
    complaint: field.longText('反映问题', 'Complaint', {
      required: true,
      section: handling,
      synonyms: ['诉求', '反映情况'],
      width: 220,
    }),
    cause: field.choice(
      '赋码原因',
      'Cause',
      [
        { value: '行程比对', en: 'Travel data', synonyms: ['时空伴随', '时空交集'] },
        { value: '信息填报错误', en: 'Wrong entry', synonyms: ['填报错误', '误填'] },
        { value: '密接未解除', en: 'Still a contact', synonyms: ['密接'] },
        { value: '未按期核酸', en: 'Test missed', synonyms: ['漏检'] },
        { value: '其他', en: 'Other', synonyms: ['其它'] },
      ],
      { section: handling, synonyms: ['原因'], width: 110 },
    ),
    findings: field.longText('核实情况', 'Findings', { section: handling, width: 220 }),
    outcome: field.choice(
      '处理结果',
      'Outcome',
      [
        { value: '已转绿码', en: 'Turned green', synonyms: ['转绿', '已转码', '转码成功'] },
        { value: '维持原码', en: 'Kept', synonyms: ['不予转码', '维持'] },
        { value: '转交他地', en: 'Passed on', synonyms: ['转办', '转外地'] },
      ],
      { section: handling, synonyms: ['结果'], width: 100 },
    ),
    receivedAt: field.instant('受理时间', 'Received at', {
      required: true,
      section: handling,
      synonyms: ['登记日期', '反映时间'],
      width: 140,
    }),
    closedAt: field.instant('办结时间', 'Closed at', {
      notBefore: 'receivedAt',
      section: handling,
      synonyms: ['处理时间', '转码时间'],
      width: 140,
    }),
  },
});
