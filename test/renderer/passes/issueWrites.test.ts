import { describe, expect, it } from 'vitest';
import { issueWrites } from '../../../renderer/features/passes/applications/issueWrites';
import type { Row, RowValues } from '../../../shared/ledger/defineLedger';
import { noIssuerKeys, rotateKeys } from '../../../shared/passes/issuerKeys';
import { readPass, verifyPass } from '../../../shared/passes/signedPass';
import { fromHex } from '../../../shared/kernel/hex';
import { id, permit } from '../../shared/passes/lifecycle/applications';
import { now } from '../../shared/passes/situations';

const random = (length: number) => Uint8Array.from({ length }, (_, index) => index + 1);
const ring = await rotateKeys(noIssuerKeys, '修武县样例保障组', now, random);
const [key] = ring.keys;
if (!key) throw new Error('no key');
const issuing = {
  key,
  number: '410821000301',
  permit: id(700),
  at: now,
  by: '丙例',
  unit: '修武县样例指挥部',
  reason: '换发',
};

function approved(more: RowValues = {}): Row {
  return {
    id: id(1),
    values: {
      number: 'SQ220327-0001',
      transport: '跨市',
      enterprise: id(900),
      plate: '豫H12345',
      driverName: '王例',
      driverDocumentNumber: '41089919900101001X',
      origin: '晋城市样例厂',
      destination: '修武县样例路1号',
      goods: '医用酒精',
      amount: '3吨',
      validFrom: '2022-03-28',
      validUntil: '2022-04-11',
      state: '待发证',
      checkedBy: '甲例',
      approver: '乙例',
      ...more,
    },
  };
}

describe('issuing a pass', () => {
  it('writes the pass, its application, and the end of the one before, together', async () => {
    const written = await issueWrites(approved(), [permit()], issuing);
    if (!written.ok) throw new Error(written.problem.tag);
    const [pass, application, before, ...rest] = written.value;
    expect(rest).toEqual([]);
    expect(pass).toMatchObject({
      type: 'insert',
      ledger: 'permits',
      row: id(700),
      values: {
        number: '410821000301',
        plate: '豫H12345',
        amount: '3吨',
        status: '有效',
        approver: '乙例',
        approvedBy: '修武县样例保障组',
        application: id(1),
        replaces: id(500),
      },
    });
    expect(application).toMatchObject({
      type: 'update',
      ledger: 'permit-applications',
      row: id(1),
      values: { state: '已发证', permit: id(700) },
    });
    expect(before).toMatchObject({
      type: 'update',
      ledger: 'permits',
      row: id(500),
      values: { status: '注销', revokedReason: '换发' },
    });
  });

  it('signs a code that proves genuine by the public key', async () => {
    const written = await issueWrites(approved(), [], issuing);
    const pass = written.ok && written.value[0]?.type === 'insert' ? written.value[0].values : {};
    const read = readPass(String(pass.code));
    if (!read.ok) throw new Error(read.problem.tag);
    const publicKey = fromHex(key.publicKey) ?? new Uint8Array();
    const trusted = [{ keyId: key.keyId, publicKey, issuer: key.issuer }];
    expect(await verifyPass(read.value, trusted)).toBe('genuine');
    expect(read.value.content).toMatchObject({ number: '410821000301', driverTail: '001X' });
  });

  it.each([
    [{ state: '待审批' }, { tag: 'notNow', state: '待审批' }],
    [{ approver: '甲例' }, { tag: 'twoPersons' }],
    [{ plate: '' }, { tag: 'content', why: 'plate' }],
  ] as const)('writes nothing for %o', async (more, problem) => {
    expect(await issueWrites(approved(more), [], issuing)).toEqual({ ok: false, problem });
  });
});
