import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { person, personParts } from './personParts';
import { testResults } from './sharedOptions';

const contact = { zh: '接触', en: 'Contact' };
const control = { zh: '管控', en: 'Control' };

/** 密接次密接: one record per person and case. */
export const contacts = defineLedger({
  id: 'contacts',
  title: { zh: '密接次密接', en: 'Contacts' },
  area: 'tracing',
  version: 1,
  matchOn: [['sourceCase', 'documentNumber']],
  nameField: 'name',
  newestFirst: 'determinedAt',
  figures: [
    {
      id: 'contacts.close',
      title: { zh: '累计判定密接', en: 'Close contacts found' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'category', is: ['密接'] }],
          counts: { type: 'upTo', from: 'determinedAt' },
        },
      ],
      by: ['control'],
    },
    {
      id: 'contacts.secondary',
      title: { zh: '累计判定次密接', en: 'Secondary contacts found' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'category', is: ['次密接'] }],
          counts: { type: 'upTo', from: 'determinedAt' },
        },
      ],
      by: ['control'],
    },
  ],
  fields: {
    category: field.choice(
      '类别',
      'Category',
      [
        { value: '密接', en: 'Close contact', synonyms: ['密切接触者', '密接者'] },
        {
          value: '次密接',
          en: 'Secondary contact',
          synonyms: ['次密', '密接的密接', '次密切接触者'],
        },
        { value: '一般接触者', en: 'Casual contact', synonyms: ['一般接触'] },
      ],
      { required: true, section: contact, synonyms: ['接触类别', '人员类别'], width: 90 },
    ),
    sourceCase: field.reference('关联病例', 'Case', 'cases', {
      required: true,
      section: contact,
      synonyms: ['关联病例编号', '病例编号', '对应病例'],
      width: 120,
    }),
    name: field.name('姓名', 'Name', {
      required: true,
      sensitive: true,
      section: person,
      synonyms: ['人员姓名', '密接姓名'],
      width: 90,
    }),
    documentNumber: personParts.requiredDocumentNumber,
    sex: personParts.sex,
    age: personParts.age,
    phone: personParts.phone,
    address: personParts.address,
    workplace: field.text('单位', 'Workplace', {
      section: person,
      synonyms: ['工作单位', '就读学校'],
      width: 140,
    }),
    exposure: field.text('暴露类型/方式', 'Exposure', {
      section: contact,
      synonyms: ['接触方式', '暴露类型', '暴露方式'],
      width: 140,
    }),
    lastContactAt: field.instant('末次接触时间', 'Last contact at', {
      required: true,
      section: contact,
      synonyms: ['最后接触时间', '末次接触', '末次暴露时间'],
      width: 140,
    }),
    determinedAt: field.instant('判定时间', 'Determined at', {
      notBefore: 'lastContactAt',
      required: true,
      section: contact,
      synonyms: ['判定日期', '认定时间'],
      width: 140,
    }),
    tracedFrom: field.text('排查来源', 'Traced from', {
      section: contact,
      synonyms: ['来源'],
      width: 120,
      hidden: true,
    }),
    notice: field.choice(
      '协查',
      'Notice',
      [
        { value: '发出', en: 'Sent', synonyms: ['已发出', '发函'] },
        { value: '收到', en: 'Received', synonyms: ['已收到', '来函'] },
      ],
      { section: contact, synonyms: ['协查情况'], width: 80, hidden: true },
    ),
    control: field.choice(
      '管控方式',
      'Control',
      [
        { value: '集中隔离', en: 'Central isolation', synonyms: ['集中'] },
        { value: '居家隔离', en: 'Home isolation', synonyms: ['居家', '居家医学观察'] },
        { value: '健康监测', en: 'Health watch', synonyms: ['居家健康监测'] },
        {
          value: '县外管控',
          en: 'Controlled outside the county',
          synonyms: ['外地管控', '协查管控'],
        },
        { value: '待转运', en: 'Waiting for transfer', synonyms: ['未管控'] },
      ],
      { section: control, synonyms: ['管控措施', '隔离方式'], width: 100 },
    ),
    site: field.reference('隔离点', 'Site', 'isolation-sites', {
      section: control,
      synonyms: ['隔离点名称', '隔离场所'],
      width: 160,
    }),
    transferredAt: field.instant('转运时间', 'Transferred at', { section: control, width: 140 }),
    samples: field.group(
      '采样结果',
      'Samples',
      {
        day: field.integer('第几天', 'Day', { min: 0, max: 60 }),
        sampledAt: field.instant('采样时间', 'Sampled at', { required: true }),
        result: field.choice('结果', 'Result', testResults),
      },
      { section: control, synonyms: ['核酸结果', '采样记录'], width: 200, hidden: true },
    ),
    dueOn: field.date('应解除日', 'Due on', {
      section: control,
      synonyms: ['应解除日期', '预计解除时间'],
      width: 110,
    }),
    releasedAt: field.instant('解除时间', 'Released at', {
      notBefore: 'determinedAt',
      section: control,
      synonyms: ['实际解除时间', '解除隔离时间'],
      width: 140,
    }),
    outcome: field.choice(
      '转归',
      'Outcome',
      [
        { value: '解除', en: 'Released', synonyms: ['正常解除'] },
        { value: '转病例', en: 'Became a case', synonyms: ['转阳', '确诊'] },
        { value: '排除', en: 'Ruled out', synonyms: ['误判'] },
      ],
      { section: control, width: 90 },
    ),
  },
});
