import { describe, expect, it } from 'vitest';
import { parseIsoDate, startOfDay, toInstant, type IsoDate } from '../../../shared/kernel/time';
import { defaultIsolationRules } from '../../../shared/policy/defaultIsolationRules';
import { isolationDays, isolationRuleInForce } from '../../../shared/policy/isolationRule';
import { policyValueAt, type PolicyValue } from '../../../shared/policy/policyValue';

function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(text);
  return date;
}

describe('how long whom', () => {
  it.each([
    ['密接', '2022-03-20', '2022-04-03', '2022-04-10', ['03-21', '03-24', '03-27', '04-03']],
    ['次密接', '2022-03-20', '2022-03-27', '2022-03-27', ['03-21', '03-24', '03-27']],
    [
      '密接',
      '2022-07-01',
      '2022-07-08',
      '2022-07-11',
      ['07-02', '07-03', '07-04', '07-06', '07-08'],
    ],
    ['次密接', '2022-07-01', undefined, '2022-07-08', ['07-02', '07-05', '07-08']],
    [
      '密接',
      '2022-12-30',
      '2023-01-06',
      '2023-01-09',
      ['12-31', '01-01', '01-02', '01-04', '01-06'],
    ],
  ] as const)('%s, last contact %s', (category, contact, leaves, ends, tests) => {
    const rule = isolationRuleInForce(defaultIsolationRules, category, startOfDay(day(contact)));
    if (!rule) throw new Error('no rule');
    const days = isolationDays(rule, day(contact));
    expect(days.leavesSiteOn).toBe(leaves);
    expect(days.endsOn).toBe(ends);
    expect(days.testedOn.map((date) => date.slice(5))).toEqual(tests);
  });

  it('changes at the first moment of 28 June 2022 in China', () => {
    const turn = startOfDay(day('2022-06-28'));
    const at = (ms: number) =>
      isolationRuleInForce(defaultIsolationRules, '密接', toInstant(ms))?.number;
    expect(at(turn - 1)).toBe('GL-001');
    expect(at(turn)).toBe('GL-011');
  });
});

describe('single numbers of the policy', () => {
  const from = (date: string, value: number): PolicyValue => ({
    key: '名单过旧小时数',
    value,
    from: startOfDay(day(date)),
  });
  it('are the default until an office sets one, then the latest in force', () => {
    const at = startOfDay(day('2022-03-27'));
    expect(policyValueAt([], '名单过旧小时数', at)).toBe(24);
    expect(policyValueAt([], '通行证最长有效天数', at)).toBe(15);
    const values = [from('2022-03-26', 6), from('2022-03-20', 12), from('2022-03-28', 1)];
    expect(policyValueAt(values, '名单过旧小时数', at)).toBe(6);
    expect(policyValueAt(values, '最高车速公里每小时', at)).toBe(120);
  });
});
