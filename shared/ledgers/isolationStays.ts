import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { person, personParts } from './personParts';

const stay = { zh: '入住', en: 'Stay' };
const health = { zh: '健康', en: 'Health' };
const release = { zh: '解除', en: 'Release' };

/** 隔离人员: one record per person and stay. */
export const isolationStays = defineLedger({
  id: 'isolation-stays',
  title: { zh: '隔离人员', en: 'Isolated people' },
  area: 'tracing',
  version: 1,
  matchOn: [['site', 'documentNumber', 'admittedAt']],
  nameField: 'name',
  newestFirst: 'admittedAt',
  figures: [
    {
      id: 'isolationStays.inCounty',
      title: { zh: '县内集中隔离', en: 'Isolated in the county' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'site.whereabouts', is: ['县内'] }],
          counts: { type: 'held', from: 'admittedAt', until: 'releasedAt' },
        },
      ],
      by: ['site', 'category'],
    },
    {
      id: 'isolationStays.outside',
      title: { zh: '县外集中隔离', en: 'Isolated outside the county' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'site.whereabouts', is: ['县外'] }],
          counts: { type: 'held', from: 'admittedAt', until: 'releasedAt' },
        },
      ],
      by: ['site', 'category'],
    },
    {
      id: 'isolationStays.isolated',
      title: { zh: '集中隔离', en: 'Isolated' },
      unit: { zh: '人', en: 'people' },
      parts: ['isolationStays.inCounty', 'isolationStays.outside'],
      terms: [
        {
          measure: { type: 'rows' },
          counts: { type: 'held', from: 'admittedAt', until: 'releasedAt' },
        },
      ],
      by: ['site', 'category', 'site.whereabouts'],
    },
  ],
  fields: {
    site: field.reference('隔离点', 'Site', 'isolation-sites', {
      required: true,
      section: stay,
      synonyms: ['隔离点名称', '隔离场所', '所在隔离点'],
      width: 180,
    }),
    floor: field.integer('楼层', 'Floor', {
      section: stay,
      synonyms: ['层', '所在楼层'],
      min: -3,
      max: 60,
      width: 60,
    }),
    room: field.text('房间号', 'Room', { section: stay, synonyms: ['房间', '房号'], width: 80 }),
    admittedAt: field.instant('入住时间', 'Admitted at', {
      notBefore: 'lastContactAt',
      required: true,
      section: stay,
      synonyms: ['隔离开始时间', '入点时间', '开始隔离时间', '入住日期'],
      width: 140,
    }),
    lastContactAt: field.instant('末次接触时间', 'Last contact at', {
      section: stay,
      synonyms: ['最后接触时间', '末次接触'],
      width: 140,
      hidden: true,
    }),
    dueOn: field.date('应解除日', 'Due on', {
      section: stay,
      synonyms: ['应解除日期', '预计解除时间', '拟解除日期'],
      width: 110,
    }),
    name: field.name('姓名', 'Name', {
      required: true,
      sensitive: true,
      section: person,
      synonyms: ['隔离人员姓名', '人员姓名'],
      width: 90,
    }),
    documentNumber: personParts.requiredDocumentNumber,
    phone: personParts.phone,
    category: field.choice(
      '人员类别',
      'Category',
      [
        { value: '密接', en: 'Close contact', synonyms: ['密切接触者', '密接者'] },
        {
          value: '次密接',
          en: 'Secondary contact',
          synonyms: ['次密', '密接的密接', '次密切接触者'],
        },
        { value: '入境', en: 'Arrived from abroad', synonyms: ['入境人员', '境外'] },
        { value: '其他', en: 'Other', synonyms: ['其它', '中高风险区来返', '重点人员'] },
      ],
      { required: true, section: person, synonyms: ['类别', '隔离类别'], width: 90 },
    ),
    morningTemperature: field.temperature('晨间体温', 'Morning temperature', {
      section: health,
      synonyms: ['晨体温', '早体温', '上午体温'],
      width: 80,
    }),
    eveningTemperature: field.temperature('晚间体温', 'Evening temperature', {
      section: health,
      synonyms: ['晚体温', '下午体温'],
      width: 80,
    }),
    symptoms: field.text('症状', 'Symptoms', { section: health, width: 120 }),
    samples: field.group(
      '采样记录',
      'Samples',
      {
        sampledAt: field.instant('采样时间', 'Sampled at', { required: true }),
        result: field.choice('结果', 'Result', [
          { value: '阴性', en: 'Negative', synonyms: ['阴'] },
          { value: '阳性', en: 'Positive', synonyms: ['阳'] },
          { value: '待出', en: 'Pending', synonyms: ['未出'] },
        ]),
      },
      { section: health, synonyms: ['核酸采样记录', '核酸检测记录'], width: 200, hidden: true },
    ),
    medicines: field.text('用药/中药', 'Medicines', {
      section: health,
      synonyms: ['用药', '中药', '服药情况'],
      width: 120,
      hidden: true,
    }),
    diet: field.text('饮食禁忌', 'Diet', {
      section: health,
      synonyms: ['饮食', '忌口'],
      width: 100,
      hidden: true,
    }),
    state: field.choice(
      '心理状态',
      'State of mind',
      [
        { value: '稳定', en: 'Stable', synonyms: ['良好', '正常'] },
        { value: '需关注', en: 'Needs attention', synonyms: ['关注', '焦虑'] },
        { value: '已疏导', en: 'Counselled', synonyms: ['疏导'] },
      ],
      { section: health, synonyms: ['心理'], width: 90, hidden: true },
    ),
    careAtHome: field.text('家中需照顾', 'Care needed at home', {
      section: health,
      synonyms: ['家中需照顾人员', '家庭困难'],
      width: 120,
      hidden: true,
    }),
    releasedAt: field.instant('解除时间', 'Released at', {
      notBefore: 'admittedAt',
      section: release,
      synonyms: ['解除隔离时间', '实际解除时间'],
      width: 140,
    }),
    releasedTo: field.text('解除去向', 'Released to', {
      section: release,
      synonyms: ['去向'],
      width: 120,
    }),
    community: field.text('交接社区', 'Handed over to', {
      section: release,
      synonyms: ['接收社区', '交接单位', '接收村/社区'],
      width: 120,
    }),
  },
});
