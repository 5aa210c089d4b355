import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

const inspection = { zh: '检查', en: 'Inspection' };
const correction = { zh: '整改', en: 'Correction' };

/** 督导检查: what a team found, by when it is put right, and whether it was. */
export const inspections = defineLedger({
  id: 'inspections',
  title: { zh: '督导检查', en: 'Inspections' },
  area: 'transport',
  version: 1,
  matchOn: [],
  nameField: 'inspected',
  newestFirst: 'inspectedAt',
  fields: {
    team: field.text('督导组', 'Team', {
      required: true,
      section: inspection,
      synonyms: ['检查组', '督导单位'],
      width: 120,
    }),
    inspected: field.text('被检单位', 'Inspected unit', {
      required: true,
      section: inspection,
      synonyms: ['受检单位', '被检查单位', '企业名称'],
      width: 220,
    }),
    inspectedAt: field.instant('检查时间', 'Inspected at', {
      required: true,
      section: inspection,
      synonyms: ['督导时间', '检查日期'],
      width: 140,
    }),
    findings: field.longText('发现问题', 'Findings', {
      required: true,
      section: inspection,
      synonyms: ['存在问题', '问题隐患'],
      width: 240,
    }),
    severity: field.choice(
      '隐患等级',
      'Severity',
      [
        { value: '重大', en: 'Major', synonyms: ['重大隐患'] },
        { value: '较大', en: 'Considerable', synonyms: ['较大隐患'] },
        { value: '一般', en: 'Ordinary', synonyms: ['一般隐患'] },
        { value: '无', en: 'None', synonyms: ['未发现', '无隐患'] },
      ],
      { section: inspection, synonyms: ['等级'], width: 90 },
    ),
    demand: field.longText('整改要求', 'Demand', {
      section: correction,
      synonyms: ['整改措施', '整改意见'],
      width: 200,
    }),
    dueAt: field.instant('整改期限', 'Due at', {
      notBefore: 'inspectedAt',
      section: correction,
      synonyms: ['整改时限', '限期'],
      width: 140,
    }),
    correctedAt: field.instant('整改完成时间', 'Corrected at', {
      notBefore: 'inspectedAt',
      section: correction,
      synonyms: ['完成时间', '整改时间'],
      width: 140,
    }),
    reviewer: field.name('复查人', 'Reviewed by', {
      section: correction,
      synonyms: ['复核人'],
      width: 90,
    }),
    state: field.choice(
      '状态',
      'State',
      [
        { value: '待整改', en: 'Open', synonyms: ['未整改'] },
        { value: '整改中', en: 'Being corrected', synonyms: ['正在整改'] },
        { value: '已整改', en: 'Corrected', synonyms: ['完成整改'] },
        { value: '已复查', en: 'Reviewed', synonyms: ['销号', '已销号'] },
        { value: '无需整改', en: 'Nothing to correct', synonyms: ['合格'] },
      ],
      { required: true, section: correction, synonyms: ['整改状态', '整改情况'], width: 90 },
    ),
  },
});
