import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { permitParts } from './permitParts';
import { applicationPaperOptions } from './policyOptions';

const applying = { zh: '申请', en: 'Application' };
const approval = { zh: '核验与审批', en: 'Check and approval' };

/** 通行证申请: one vehicle each; an enterprise hands in a workbook with many. */
export const permitApplications = defineLedger({
  id: 'permit-applications',
  title: { zh: '通行证申请', en: 'Permit applications' },
  area: 'transport',
  version: 1,
  matchOn: [['number'], ['plate', 'validFrom', 'validUntil']],
  nameField: 'number',
  newestFirst: 'appliedAt',
  fields: {
    number: field.text('申请编号', 'Application number', {
      section: applying,
      synonyms: ['申请号', '编号'],
      width: 120,
    }),
    kind: field.choice(
      '申请类型',
      'Kind',
      [
        { value: '新办', en: 'New', synonyms: ['首次办理', '新申请'] },
        { value: '变更', en: 'Change', synonyms: ['变更换发'] },
        { value: '延期', en: 'Extension', synonyms: ['续期', '延长'] },
        { value: '补办', en: 'Replacement', synonyms: ['遗失补办'] },
      ],
      { section: applying, synonyms: ['办理类型'], width: 80 },
    ),
    ...permitParts,
    validFrom: field.date('有效期起', 'Valid from', {
      required: true,
      section: applying,
      synonyms: ['有效期开始', '申请生效日期', '开始日期'],
      width: 110,
    }),
    validUntil: field.date('有效期止', 'Valid until', {
      notBefore: 'validFrom',
      required: true,
      section: applying,
      synonyms: ['有效期至', '截止日期', '有效期'],
      width: 110,
    }),
    appliedAt: field.instant('申请时间', 'Applied at', {
      section: applying,
      synonyms: ['申请日期', '填报时间'],
      width: 140,
    }),
    attached: field.choices('已交材料', 'Papers handed in', applicationPaperOptions, {
      section: applying,
      synonyms: ['提交材料', '材料清单', '附件'],
      width: 200,
    }),
    replaces: field.reference('原通行证', 'Replaces', 'permits', {
      section: applying,
      synonyms: ['原证编号', '原通行证编号'],
      width: 130,
      hidden: true,
    }),
    state: field.choice(
      '状态',
      'State',
      [
        { value: '待核验', en: 'To be checked', synonyms: ['待审核', '已提交'] },
        { value: '待审批', en: 'To be approved', synonyms: ['已核验'] },
        { value: '待发证', en: 'To be issued', synonyms: ['已批准', '已审批'] },
        { value: '已发证', en: 'Issued', synonyms: ['已办结', '已核发'] },
        { value: '已退回', en: 'Returned', synonyms: ['退回', '不予批准'] },
      ],
      { section: approval, synonyms: ['办理状态'], width: 90 },
    ),
    checkedBy: field.name('核验人', 'Checked by', {
      section: approval,
      synonyms: ['审核人'],
      width: 90,
    }),
    checkedAt: field.instant('核验时间', 'Checked at', {
      section: approval,
      synonyms: ['审核时间'],
      width: 140,
      hidden: true,
    }),
    checkNotes: field.longText('核验意见', 'Notes of the check', {
      section: approval,
      synonyms: ['审核意见'],
      width: 200,
    }),
    approver: field.name('审批人', 'Approved by', {
      section: approval,
      synonyms: ['批准人', '签批人'],
      width: 90,
    }),
    approvedAt: field.instant('审批时间', 'Approved at', {
      section: approval,
      synonyms: ['批准时间'],
      width: 140,
      hidden: true,
    }),
    returnReason: field.text('退回原因', 'Returned because', {
      section: approval,
      synonyms: ['不予批准原因'],
      width: 160,
    }),
    permit: field.reference('通行证编号', 'Permit', 'permits', {
      section: approval,
      synonyms: ['通行证', '所发通行证'],
      width: 130,
    }),
  },
});
