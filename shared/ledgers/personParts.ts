import { field } from '../ledger/field';
import { sexes } from './sharedOptions';

/** The section of the form that says who a record is about. */
export const person = { zh: '人员', en: 'Person' };

const identity = {
  sensitive: true,
  section: person,
  synonyms: ['身份证号', '身份证号码', '身份证', '证件号'],
  width: 180,
} as const;

/** What the ledgers of people ask of everybody alike, under the headers that are usual for it. */
export const personParts = {
  documentNumber: field.identityNumber('证件号码', 'Document number', identity),
  /** Where a record is of no use without it. */
  requiredDocumentNumber: field.identityNumber('证件号码', 'Document number', {
    ...identity,
    required: true,
  }),
  sex: field.choice('性别', 'Sex', sexes, { section: person, width: 60 }),
  age: field.integer('年龄', 'Age', {
    section: person,
    unit: '岁',
    min: 0,
    max: 130,
    synonyms: ['周岁'],
    width: 60,
  }),
  phone: field.phone('电话', 'Phone', {
    sensitive: true,
    section: person,
    synonyms: ['联系电话', '手机', '手机号', '手机号码', '联系方式'],
    width: 120,
  }),
  address: field.text('现住址', 'Address', {
    sensitive: true,
    section: person,
    synonyms: ['住址', '居住地址', '家庭住址'],
    width: 180,
  }),
};
