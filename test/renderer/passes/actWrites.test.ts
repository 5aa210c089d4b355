import { describe, expect, it } from 'vitest';
import { actWrites } from '../../../renderer/features/passes/applications/actWrites';
import { application, id } from '../../shared/passes/lifecycle/applications';
import { now } from '../../shared/passes/situations';

describe('what an act writes', () => {
  it('changes the application alone', () => {
    expect(
      actWrites(
        application({ state: '待审批', checkedBy: '甲例' }),
        { type: 'approve' },
        '乙例',
        now,
      ),
    ).toEqual({
      ok: true,
      value: [
        {
          type: 'update',
          ledger: 'permit-applications',
          row: id(1),
          values: { state: '待发证', approver: '乙例', approvedAt: now },
        },
      ],
    });
  });

  it('is nothing when the one who checked approves', () => {
    const checked = application({ state: '待审批', checkedBy: '甲例' });
    expect(actWrites(checked, { type: 'approve' }, ' 甲例 ', now)).toEqual({
      ok: false,
      problem: { tag: 'samePerson', name: '甲例' },
    });
  });

  it('gives a number to an application that a workbook brought without one', () => {
    const written = actWrites(
      application({ number: undefined }),
      { type: 'check', notes: '', findings: [] },
      '甲例',
      now,
    );
    const values = written.ok && written.value[0]?.type === 'update' ? written.value[0].values : {};
    expect(values.number).toMatch(/^SQ220327-[0-9A-Z]{4}$/);
    expect(values.state).toBe('待审批');
  });
});
