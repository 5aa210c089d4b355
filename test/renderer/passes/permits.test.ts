import { describe, expect, it } from 'vitest';
import { permitState } from '../../../renderer/features/passes/permits/permitState';
import {
  endingWrites,
  followUpWrites,
} from '../../../renderer/features/passes/permits/permitWrites';
import type { RowValues } from '../../../shared/ledger/defineLedger';
import { toInstant } from '../../../shared/kernel/time';
import { id, permit } from '../../shared/passes/lifecycle/applications';
import { date, moment } from '../../shared/passes/situations';

const at = moment('2022-03-27 12:00');
const issued = { id: id(500), values: { status: '有效', validUntil: '2022-04-03' } };

describe('a pass', () => {
  it.each<[string, RowValues, string]>([
    ['holds', {}, '有效'],
    ['holds on its last day', { validUntil: '2022-03-27' }, '有效'],
    ['is over the day after', { validUntil: '2022-03-26' }, '过期'],
    ['stays lost', { status: '遗失', validUntil: '2022-03-26' }, '遗失'],
    ['stays voided', { status: '注销' }, '注销'],
  ])('%s', (_what, more, state) => {
    expect(permitState({ ...issued, values: { ...issued.values, ...more } }, at)).toBe(state);
  });

  it('ends with its reason, or as lost, and only once', () => {
    expect(endingWrites(permit(), { type: 'void', reason: ' 停运 ' }, at)).toEqual({
      ok: true,
      value: [
        {
          type: 'update',
          ledger: 'permits',
          row: id(500),
          values: { status: '注销', voidedAt: at, revokedReason: '停运' },
        },
      ],
    });
    expect(endingWrites(permit(), { type: 'void', reason: ' ' }, at)).toMatchObject({ ok: false });
    expect(endingWrites(permit(), { type: 'lose' }, at)).toMatchObject({ ok: true });
    expect(endingWrites(permit({ status: '遗失' }), { type: 'lose' }, at)).toMatchObject({
      problem: { tag: 'notNow', state: '遗失' },
    });
  });

  it('is followed by an application with what it says, and nothing of its approval', () => {
    const row = {
      id: id(500),
      values: {
        plate: '豫H12345',
        goods: '医用酒精',
        approver: '乙例',
        code: 'TXZ1:',
        number: '1',
      },
    };
    const filing = { id: id(9), at: toInstant(at), by: '甲例', unit: '县办' };
    const [write, ...rest] = followUpWrites(row, permit(), '延期', date('2022-04-10'), filing);
    expect(rest).toEqual([]);
    expect(write).toEqual({
      type: 'insert',
      ledger: 'permit-applications',
      row: id(9),
      values: {
        plate: '豫H12345',
        goods: '医用酒精',
        kind: '延期',
        replaces: id(500),
        state: '待核验',
        validFrom: '2022-03-27',
        validUntil: '2022-04-10',
        number: expect.stringMatching(/^SQ220327-/) as string,
        appliedAt: at,
        unit: '县办',
        recorder: '甲例',
        recordedAt: at,
      },
    });
  });
});
