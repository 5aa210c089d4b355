import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

/** 已发报告: every version of a report as it was given out, frozen; nothing in it is computed again. */
export const issuedReports = defineLedger({
  id: 'issued-reports',
  title: { zh: '已发报告', en: 'Issued reports' },
  area: 'command',
  version: 1,
  role: 'issuedReports',
  matchOn: [['template', 'cutOffAt', 'edition']],
  nameField: 'title',
  newestFirst: 'issuedAt',
  fields: {
    title: field.text('标题', 'Title', { required: true, width: 220 }),
    template: field.text('模板', 'Template', { required: true, width: 120 }),
    number: field.integer('期号', 'Number', { min: 1, width: 70 }),
    edition: field.integer('版次', 'Version', { required: true, min: 1, width: 70 }),
    cutOffAt: field.instant('截止时间', 'As of', { required: true, width: 140 }),
    issuedAt: field.instant('签发时间', 'Issued at', { required: true, width: 140 }),
    author: field.name('签发人', 'Issued by', { required: true, width: 90 }),
    text: field.longText('正文', 'Text', { required: true, width: 240 }),
    figures: field.longText('指标数值', 'Figures', { required: true, width: 200 }),
    rowsHash: field.text('记录摘要（SHA-256）', 'Hash of the records (SHA-256)', {
      required: true,
      width: 180,
    }),
    difference: field.longText('与上次的差异', 'Difference from the last', { width: 240 }),
  },
});
