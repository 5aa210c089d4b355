import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const post = { zh: '岗位', en: 'Post' };
const person = { zh: '人员', en: 'Person' };

/** 指挥体系（一办五部十四组）: who is on which post. */
export const workGroups = defineLedger({
  id: 'work-groups',
  title: { zh: '指挥体系', en: 'Command staff' },
  area: 'command',
  version: 1,
  matchOn: [['name', 'person']],
  nameField: 'person',
  figures: [
    {
      id: 'workGroups.countyCadres',
      title: { zh: '县级干部下沉', en: 'County cadres on posts' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'category', is: ['县级干部'] }],
          counts: { type: 'held', from: 'since', until: 'left' },
        },
      ],
    },
    {
      id: 'workGroups.reserveCadres',
      title: { zh: '后备干部上岗', en: 'Reserve cadres on posts' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'category', is: ['后备干部'] }],
          counts: { type: 'held', from: 'since', until: 'left' },
        },
      ],
    },
    {
      id: 'workGroups.partyMembers',
      title: { zh: '党员上岗', en: 'Party members on posts' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'category', is: ['党员'] }],
          counts: { type: 'held', from: 'since', until: 'left' },
        },
      ],
    },
    {
      id: 'workGroups.medicalExperts',
      title: { zh: '医疗专家', en: 'Medical experts' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'expertGroup', is: ['医疗'] }],
          counts: { type: 'held', from: 'since', until: 'left' },
        },
      ],
      by: ['level'],
    },
    {
      id: 'workGroups.disinfectionExperts',
      title: { zh: '消杀专家', en: 'Disinfection experts' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'expertGroup', is: ['消杀'] }],
          counts: { type: 'held', from: 'since', until: 'left' },
        },
      ],
      by: ['level'],
    },
    {
      id: 'workGroups.controlExperts',
      title: { zh: '防控专家', en: 'Control experts' },
      unit: { zh: '人', en: 'people' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'expertGroup', is: ['防控'] }],
          counts: { type: 'held', from: 'since', until: 'left' },
        },
      ],
      by: ['level'],
    },
  ],
  fields: {
    body: field.choice(
      '机构',
      'Body',
      [
        { value: '办公室', en: 'Office', synonyms: ['指挥部办公室', '一办'] },
        { value: '五部', en: 'Department', synonyms: ['部'] },
        { value: '工作组', en: 'Working group', synonyms: ['组', '十四组', '专班'] },
        { value: '基层', en: 'Front line', synonyms: ['村（社区）', '网格'] },
      ],
      { required: true, section: post, synonyms: ['机构类别'], width: 90 },
    ),
    name: field.text('名称', 'Name of body', {
      required: true,
      section: post,
      synonyms: ['机构名称', '工作组名称'],
      width: 160,
    }),
    person: field.name('姓名', 'Name', {
      required: true,
      section: person,
      synonyms: ['人员姓名'],
      width: 90,
    }),
    title: field.text('职务', 'Title', { section: person, synonyms: ['职务职称'], width: 120 }),
    workplace: field.text('单位', 'Workplace', {
      section: person,
      synonyms: ['工作单位'],
      width: 160,
    }),
    phone: field.phone('电话', 'Phone', {
      sensitive: true,
      section: person,
      synonyms: ['联系电话', '手机号'],
      width: 120,
    }),
    since: field.instant('到岗时间', 'On post since', {
      section: post,
      synonyms: ['上岗时间'],
      width: 140,
    }),
    left: field.instant('离岗时间', 'Left at', { notBefore: 'since', section: post, width: 140 }),
    state: field.choice(
      '岗位状态',
      'State',
      [
        { value: '在岗', en: 'On post', synonyms: ['到岗'] },
        { value: '轮休', en: 'Resting', synonyms: ['休整'] },
        { value: '撤离', en: 'Left post', synonyms: ['离岗'] },
      ],
      { section: post, synonyms: ['状态'], width: 90 },
    ),
    category: field.choice(
      '类别',
      'Category',
      [
        { value: '县级干部', en: 'County cadre', synonyms: ['县领导'] },
        { value: '后备干部', en: 'Reserve cadre' },
        { value: '党员', en: 'Party member' },
        { value: '专家', en: 'Expert' },
        { value: '其他', en: 'Other', synonyms: ['其它', '志愿者'] },
      ],
      { section: person, synonyms: ['人员类别'], width: 100 },
    ),
    expertGroup: field.choice(
      '专家组别',
      'Expert group',
      [
        { value: '医疗', en: 'Medical', synonyms: ['医疗救治'] },
        { value: '消杀', en: 'Disinfection', synonyms: ['消毒'] },
        { value: '防控', en: 'Control', synonyms: ['疫情防控'] },
        { value: '流调', en: 'Tracing' },
      ],
      { section: person, synonyms: ['组别'], width: 100 },
    ),
    level: field.choice(
      '级别',
      'Level',
      [
        { value: '省', en: 'Province', synonyms: ['省级'] },
        { value: '市', en: 'City', synonyms: ['市级'] },
        { value: '县', en: 'County', synonyms: ['县级'] },
      ],
      { section: person, width: 70 },
    ),
  },
});
