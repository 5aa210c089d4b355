import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { person, personParts } from './personParts';

const report = { zh: '报告', en: 'Report' };
const course = { zh: '转归', en: 'Course' };

/** 病例: a converted asymptomatic case keeps its record; the time of conversion moves it over. */
export const cases = defineLedger({
  id: 'cases',
  title: { zh: '病例', en: 'Cases' },
  area: 'tracing',
  version: 1,
  matchOn: [['number']],
  nameField: 'number',
  newestFirst: 'reportedAt',
  figures: [
    {
      id: 'cases.confirmed',
      title: { zh: '累计确诊病例', en: 'Confirmed cases' },
      unit: { zh: '例', en: 'cases' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'kind', is: ['确诊'] }],
          counts: { type: 'upTo', from: 'reportedAt' },
        },
        {
          measure: { type: 'rows' },
          where: [{ field: 'kind', is: ['无症状'] }],
          counts: { type: 'upTo', from: 'confirmedAt' },
        },
      ],
      by: ['foundBy', 'severity'],
    },
    {
      id: 'cases.asymptomatic',
      title: { zh: '累计无症状感染者', en: 'Asymptomatic cases' },
      unit: { zh: '例', en: 'cases' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'kind', is: ['无症状'] }],
          counts: { type: 'held', from: 'reportedAt', until: 'confirmedAt' },
        },
      ],
      by: ['foundBy'],
    },
  ],
  fields: {
    number: field.text('病例编号', 'Case number', {
      required: true,
      section: report,
      synonyms: ['编号', '病例号'],
      width: 120,
    }),
    kind: field.choice(
      '类型',
      'Kind',
      [
        { value: '确诊', en: 'Confirmed', synonyms: ['确诊病例'] },
        { value: '无症状', en: 'Asymptomatic', synonyms: ['无症状感染者', '无症状感染'] },
      ],
      { required: true, section: report, synonyms: ['病例类型', '感染类型'], width: 80 },
    ),
    reportedAt: field.instant('报告时间', 'Reported at', {
      required: true,
      section: report,
      synonyms: ['网报时间', '确认时间', '报告日期'],
      width: 140,
    }),
    foundBy: field.choice(
      '发现方式',
      'Found by',
      [
        { value: '主动就诊', en: 'Own visit to a doctor', synonyms: ['就诊'] },
        {
          value: '重点人群筛查',
          en: 'Screening of key groups',
          synonyms: ['重点人群', '应检尽检'],
        },
        { value: '全员核酸', en: 'Testing of all', synonyms: ['全员检测', '社区筛查', '区域核酸'] },
        {
          value: '密接排查',
          en: 'Contact tracing',
          synonyms: ['密接筛查', '隔离管控', '集中隔离'],
        },
        { value: '协查', en: 'Notice from elsewhere', synonyms: ['外地协查'] },
        { value: '其他', en: 'Other', synonyms: ['其它'] },
      ],
      { section: report, synonyms: ['发现途径'], width: 110 },
    ),
    sourceCase: field.reference('上级病例', 'Source case', 'cases', {
      section: report,
      synonyms: ['传染源', '上代病例'],
      width: 120,
    }),
    name: field.name('姓名', 'Name', {
      sensitive: true,
      section: person,
      synonyms: ['患者姓名', '病例姓名'],
      width: 90,
    }),
    documentNumber: personParts.documentNumber,
    sex: personParts.sex,
    age: personParts.age,
    phone: personParts.phone,
    address: personParts.address,
    outcome: field.choice(
      '转归',
      'Outcome',
      [
        { value: '在治', en: 'Under treatment', synonyms: ['治疗中', '在院'] },
        { value: '治愈', en: 'Recovered', synonyms: ['出院', '治愈出院'] },
        { value: '无症状转确诊', en: 'Turned confirmed', synonyms: ['转确诊'] },
        { value: '解除', en: 'Released', synonyms: ['解除隔离', '解除医学观察'] },
      ],
      { section: course, synonyms: ['转归情况', '目前状态'], width: 110 },
    ),
    confirmedAt: field.instant('转确诊时间', 'Turned confirmed at', {
      notBefore: 'reportedAt',
      section: course,
      synonyms: ['转为确诊时间'],
      width: 140,
    }),
    closedAt: field.instant('出院/解除时间', 'Discharged at', {
      notBefore: 'reportedAt',
      section: course,
      synonyms: ['出院时间', '解除时间'],
      width: 140,
    }),
    severity: field.choice(
      '临床分型',
      'Severity',
      [
        { value: '轻型', en: 'Mild' },
        { value: '普通型', en: 'Moderate' },
        { value: '重型', en: 'Severe' },
        { value: '危重型', en: 'Critical' },
      ],
      { section: course, synonyms: ['分型'], width: 90 },
    ),
    hospital: field.text('定点医院', 'Hospital', {
      section: course,
      synonyms: ['收治医院', '医院'],
      width: 140,
    }),
  },
});
