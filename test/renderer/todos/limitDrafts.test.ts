import { describe, expect, it } from 'vitest';
import { changedLimits, limitWrites } from '../../../renderer/features/todos/limitDrafts';
import { instantOf, toInstant } from '../../../shared/kernel/time';
import { policyValueAt, policyValue, type PolicyValue } from '../../../shared/policy/policyValue';

const now =
  instantOf({ year: 2022, month: 3, day: 27, hour: 20, minute: 0, second: 0 }) ?? toInstant(0);
const draft = { unit: '', basis: '', next: {} };

describe('limits typed into the dialog', () => {
  it.each([
    ['a number', { 滞留提醒小时数: '5' }, [['滞留提醒小时数', 5]]],
    ['full-width digits', { 物资可用天数下限: '２．５' }, [['物资可用天数下限', 2.5]]],
    ['what holds already', { 滞留提醒小时数: '12' }, []],
    ['nothing', { 滞留提醒小时数: ' ' }, []],
  ])('%s', (_, next, expected) => {
    expect(changedLimits({ ...draft, next }, [], now)).toEqual({ ok: true, value: expected });
  });

  it.each(['五', '-1', '1e999'])('%s is no limit, and is named', (text) => {
    const read = changedLimits({ ...draft, next: { 名单过旧小时数: text } }, [], now);
    expect(read).toEqual({ ok: false, problem: { tag: 'wrong', key: '名单过旧小时数' } });
  });

  it('become lines of the policy that hold from now on, for the unit alone', () => {
    const typed = { unit: ' 城关镇 ', basis: '', next: { 滞留提醒小时数: '5' } };
    const changed = changedLimits(typed, [], now);
    const writes = limitWrites(
      changed.ok ? changed.value : [],
      typed,
      now,
      (size) => new Uint8Array(size),
    );
    const lines = writes.flatMap((write): readonly PolicyValue[] =>
      write.type === 'insert' ? [policyValue.parse(write.values)] : [],
    );
    expect(policyValueAt(lines, '滞留提醒小时数', now, '城关镇')).toBe(5);
    expect(policyValueAt(lines, '滞留提醒小时数', now)).toBe(12);
    expect(policyValueAt(lines, '滞留提醒小时数', toInstant(now - 1), '城关镇')).toBe(12);
  });
});
