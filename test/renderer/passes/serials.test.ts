import { describe, expect, it } from 'vitest';
import { newHolder, readHolder } from '../../../renderer/features/passes/office/officeSetting';
import {
  claimWrites,
  grantWrites,
  readRanges,
  usedSerials,
} from '../../../renderer/features/passes/office/serials';
import { id } from '../../shared/passes/lifecycle/applications';
import { now } from '../../shared/passes/situations';

const office = { version: 1, holder: 'AAAA-1111', division: '410821', atLeast: 1 } as const;
const granting = { by: '甲例', at: now, newId: () => id(9) };
const ledger = 'serial-ranges';
const whole = { division: '410821', first: 1, last: 999_999, holder: 'AAAA-1111' };
const ranges = readRanges([{ id: id(1), values: { ...whole, holderName: '县办' } }]);

describe('the serials of an office', () => {
  it('are all of the division for the first', () => {
    expect(claimWrites(office, '县办', granting)).toEqual([
      {
        type: 'insert',
        ledger,
        row: id(9),
        values: { ...whole, holderName: '县办', grantedAt: now, grantedBy: '甲例' },
      },
    ]);
  });

  it('get fewer in the commit in which another gets some', () => {
    const to = { holder: 'BBBB-2222', name: '城关镇', size: 1_000 };
    expect(grantWrites(ranges, office, to, new Set([1, 2]), granting)).toMatchObject({
      ok: true,
      value: [
        { type: 'update', ledger, row: id(1), values: { last: 998_999 } },
        {
          type: 'insert',
          ledger,
          row: id(9),
          values: { first: 999_000, last: 999_999, holder: 'BBBB-2222', holderName: '城关镇' },
        },
      ],
    });
  });

  it('are not given away when they are used', () => {
    const to = { holder: 'BBBB-2222', name: '城关镇', size: 2 };
    expect(grantWrites(ranges, office, to, new Set([999_998]), granting)).toEqual({
      ok: false,
      problem: { tag: 'tooFew', free: 1 },
    });
  });

  it('count as used from every pass of the division, deleted ones too', () => {
    const numbers = ['410821000007', '410822000009', '旧证', 410821000011];
    const rows = numbers.map((number, index) => ({ id: id(index), values: { number } }));
    const deleted = { id: id(8), values: { number: '410821000008' }, deletedAt: now };
    expect([...usedSerials([...rows, deleted], '410821')]).toEqual([7, 8]);
  });
});

describe('the code of a computer', () => {
  it('is read however it was typed', () => {
    const code = newHolder((length) => Uint8Array.from({ length }, (_, index) => index * 37));
    expect(readHolder(code)).toBe(code);
    expect(readHolder(' 7k4q２m9x')).toBe('7K4Q-2M9X');
    expect(readHolder('OOOO-IIII')).toBe('0000-1111');
    expect(readHolder('7K4Q-2M9')).toBeUndefined();
  });
});
