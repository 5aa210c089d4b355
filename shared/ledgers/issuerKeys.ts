import { defineLedger } from '../ledger/defineLedger';
import { field } from '../ledger/field';

/** 发证密钥: the public keys that offices sign passes with; the secret ones are in no ledger. */
export const issuerKeys = defineLedger({
  id: 'issuer-keys',
  title: { zh: '发证密钥', en: 'Issuer keys' },
  area: 'transport',
  version: 1,
  matchOn: [['keyId']],
  nameField: 'keyId',
  newestFirst: 'createdAt',
  fields: {
    keyId: field.text('密钥编号', 'Key number', { required: true, width: 110 }),
    issuer: field.text('发证机构', 'Issuer', {
      required: true,
      synonyms: ['发证单位'],
      width: 180,
    }),
    publicKey: field.text('公钥', 'Public key', { required: true, width: 260 }),
    createdAt: field.instant('启用时间', 'In use from', { required: true, width: 140 }),
    retiredAt: field.instant('停用时间', 'Retired at', { notBefore: 'createdAt', width: 140 }),
    compromised: field.flag('已泄露', 'In other hands', { synonyms: ['泄露'], width: 80 }),
  },
});
