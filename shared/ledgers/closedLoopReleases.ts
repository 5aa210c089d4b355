import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { testResults } from './sharedOptions';

const application = { zh: '申请', en: 'Application' };
const receiving = { zh: '接收', en: 'Receiving' };
const journey = { zh: '行程', en: 'Journey' };

/** 闭环放行: one person goes home once tests are negative and the community there takes over. */
export const closedLoopReleases = defineLedger({
  id: 'closed-loop-releases',
  title: { zh: '闭环放行', en: 'Closed-loop releases' },
  area: 'checkpoints',
  version: 1,
  matchOn: [['number']],
  nameField: 'number',
  newestFirst: 'appliedAt',
  figures: [
    {
      id: 'closedLoopReleases.arrived',
      title: { zh: '闭环放行并确认到达', en: 'Released in a closed loop, arrived' },
      unit: { zh: '人', en: 'people' },
      terms: [{ measure: { type: 'rows' }, counts: { type: 'upTo', from: 'arrivedAt' } }],
      by: ['followUp'],
    },
  ],
  fields: {
    number: field.text('申请编号', 'Application number', {
      required: true,
      section: application,
      synonyms: ['编号'],
      width: 120,
    }),
    applicant: field.name('申请人', 'Applicant', {
      sensitive: true,
      section: application,
      synonyms: ['姓名'],
      width: 90,
    }),
    documentNumber: field.identityNumber('证件号码', 'Document number', {
      sensitive: true,
      section: application,
      synonyms: ['身份证号', '身份证号码'],
      width: 180,
    }),
    phone: field.phone('联系电话', 'Phone', {
      sensitive: true,
      section: application,
      synonyms: ['电话', '手机'],
      width: 120,
    }),
    applicantUnit: field.text('申请单位', 'Applying unit', {
      section: application,
      synonyms: ['学校', '工作单位'],
      width: 160,
    }),
    reason: field.text('事由', 'Reason', {
      required: true,
      section: application,
      synonyms: ['申请事由'],
      width: 160,
    }),
    appliedAt: field.instant('申请时间', 'Applied at', {
      section: application,
      synonyms: ['受理时间'],
      width: 140,
    }),
    tests: field.group(
      '核酸次数及结果',
      'Tests',
      {
        sampledAt: field.instant('采样时间', 'Sampled at', { required: true }),
        result: field.choice('结果', 'Result', testResults),
      },
      { section: application, synonyms: ['核酸结果', '核酸检测'], width: 200 },
    ),
    community: field.text('接收社区/单位', 'Receiving community', {
      required: true,
      section: receiving,
      synonyms: ['接收社区', '接收单位', '居住地社区'],
      width: 160,
    }),
    receiver: field.name('接收人', 'Received by', {
      sensitive: true,
      section: receiving,
      synonyms: ['社区联系人'],
      width: 90,
    }),
    receiverPhone: field.phone('接收人电话', "Receiver's phone", {
      sensitive: true,
      section: receiving,
      synonyms: ['接收人/电话', '社区电话'],
      width: 120,
    }),
    agreedAt: field.instant('同意接收时间', 'Agreed at', {
      section: receiving,
      synonyms: ['社区同意时间'],
      width: 140,
    }),
    approvedBy: field.name('批准人', 'Approved by', {
      section: receiving,
      synonyms: ['审批人'],
      width: 90,
    }),
    approvedAt: field.instant('批准时间', 'Approved at', {
      section: receiving,
      synonyms: ['审批时间'],
      width: 140,
    }),
    plate: field.plate('专车车牌', 'Vehicle', {
      section: journey,
      synonyms: ['车牌', '车牌号码'],
      width: 110,
    }),
    origin: field.text('起点', 'From', { section: journey, synonyms: ['出发地'], width: 140 }),
    destination: field.text('终点', 'To', {
      section: journey,
      synonyms: ['目的地', '到达地'],
      width: 140,
    }),
    departedAt: field.instant('出发时间', 'Departed at', {
      notBefore: 'approvedAt',
      section: journey,
      synonyms: ['放行时间'],
      width: 140,
    }),
    dueAt: field.instant('应到达时间', 'Due at', {
      section: journey,
      synonyms: ['预计到达时间'],
      width: 140,
    }),
    arrivedAt: field.instant('到达确认时间', 'Arrival confirmed at', {
      notBefore: 'departedAt',
      section: journey,
      synonyms: ['到达时间'],
      width: 140,
    }),
    followUp: field.choice(
      '后续措施',
      'Afterwards',
      [
        { value: '居家隔离', en: 'Isolated at home', synonyms: ['居家'] },
        { value: '健康监测', en: 'Health monitored', synonyms: ['居家健康监测'] },
      ],
      { section: journey, width: 100 },
    ),
    state: field.choice(
      '状态',
      'State',
      [
        { value: '待接收', en: 'Awaiting agreement', synonyms: ['已申请'] },
        { value: '待批准', en: 'Awaiting approval', synonyms: ['待审批'] },
        { value: '已批准', en: 'Approved', synonyms: ['同意'] },
        { value: '途中', en: 'On the way', synonyms: ['已出发'] },
        { value: '已到达', en: 'Arrived', synonyms: ['已完成', '办结'] },
        { value: '未批准', en: 'Not approved', synonyms: ['不同意', '退回'] },
      ],
      { section: journey, width: 90 },
    ),
  },
});
