import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';
import { permitParts } from './permitParts';

const applicant = { zh: '申请单位', en: 'Applicant' };
const approval = { zh: '审批', en: 'Approval' };

/** 通行证: one vehicle, one pass, one route. A semi-trailer carries its tractor's plate only. */
export const permits = defineLedger({
  id: 'permits',
  title: { zh: '通行证', en: 'Permits' },
  area: 'transport',
  version: 1,
  matchOn: [['number']],
  nameField: 'number',
  newestFirst: 'issuedAt',
  figures: [
    {
      id: 'permits.toKeyEnterprises',
      title: { zh: '向重点企业发放通行证', en: 'Permits issued to key enterprises' },
      unit: { zh: '张', en: 'permits' },
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'enterprise.isKey', is: [true] }],
          counts: { type: 'upTo', from: 'issuedAt' },
        },
      ],
      by: ['transport'],
    },
    {
      id: 'permits.issued',
      title: { zh: '累计发放通行证', en: 'Permits issued' },
      unit: { zh: '张', en: 'permits' },
      terms: [{ measure: { type: 'rows' }, counts: { type: 'upTo', from: 'issuedAt' } }],
      by: ['transport'],
    },
  ],
  fields: {
    number: field.text('通行证编号', 'Permit number', {
      required: true,
      section: applicant,
      synonyms: ['通行证号', '编号', '证号'],
      width: 130,
    }),
    ...permitParts,
    validFrom: field.date('有效期起', 'Valid from', {
      required: true,
      section: approval,
      synonyms: ['有效期开始', '生效日期', '开始日期'],
      width: 110,
    }),
    validUntil: field.date('有效期止', 'Valid until', {
      notBefore: 'validFrom',
      required: true,
      section: approval,
      synonyms: ['有效期至', '截止日期', '有效期'],
      width: 110,
    }),
    approvedBy: field.text('审批部门', 'Approving office', {
      required: true,
      section: approval,
      synonyms: ['审批单位', '发证单位', '核发单位'],
      width: 140,
    }),
    approver: field.name('审批人', 'Approved by', {
      required: true,
      section: approval,
      synonyms: ['签批人', '批准人'],
      width: 90,
    }),
    issuedAt: field.instant('发放时间', 'Issued at', {
      required: true,
      section: approval,
      synonyms: ['发证时间', '核发时间', '发放日期'],
      width: 140,
    }),
    status: field.choice(
      '状态',
      'Status',
      [
        { value: '有效', en: 'Valid', tone: 'good', synonyms: ['正常', '在用'] },
        { value: '注销', en: 'Revoked', tone: 'calm', synonyms: ['作废', '撤销', '收回'] },
        { value: '过期', en: 'Expired', tone: 'bad', synonyms: ['失效', '到期'] },
        { value: '遗失', en: 'Lost', tone: 'warn', synonyms: ['丢失', '挂失'] },
      ],
      { required: true, section: approval, synonyms: ['通行证状态'], width: 80 },
    ),
    voidedAt: field.instant('注销时间', 'Voided at', {
      notBefore: 'issuedAt',
      section: approval,
      synonyms: ['作废时间', '挂失时间'],
      width: 140,
      hidden: true,
    }),
    replaces: field.reference('换发自', 'Replaces', 'permits', {
      section: approval,
      synonyms: ['原通行证', '原证编号'],
      width: 130,
      hidden: true,
    }),
    application: field.reference('申请编号', 'Application', 'permit-applications', {
      section: approval,
      width: 130,
      hidden: true,
    }),
    code: field.text('二维码内容', 'Code', { section: approval, width: 200, hidden: true }),
    revokedReason: field.text('注销原因', 'Revoked because', {
      section: approval,
      synonyms: ['作废原因'],
      width: 140,
      hidden: true,
    }),
  },
});
