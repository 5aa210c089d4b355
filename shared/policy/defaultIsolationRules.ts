import { parseIsoDate, startOfDay, toInstant, type Instant } from '../kernel/time';
import type { IsolationRule } from './isolationRule';

function startOf(day: string): Instant {
  const date = parseIsoDate(day);
  return date ? startOfDay(date) : toInstant(0); // the days below are real
}

const plan8 = '新型冠状病毒肺炎防控方案（第八版）';
const plan9 = '新型冠状病毒肺炎防控方案（第九版）';
const beginning = startOf('2021-05-11');
const shortened = startOf('2022-06-28');

/**
 * | category | until 28 June 2022                      | from then                              |
 * | 密接     | 14 central + 7 home, tests 1 4 7 14     | 7 central + 3 home, tests 1 2 3 5 7    |
 * | 次密接   | 7 central                               | 7 home, tests 1 4 7                    |
 * | 入境     | 14 central + 7 home                     | 7 central + 3 home                     |
 */
export const defaultIsolationRules: readonly IsolationRule[] = [
  {
    number: 'GL-001',
    category: '密接',
    from: beginning,
    until: shortened,
    centralDays: 14,
    homeDays: 7,
    testDays: '1、4、7、14',
    basis: plan8,
  },
  {
    number: 'GL-002',
    category: '次密接',
    from: beginning,
    until: shortened,
    centralDays: 7,
    homeDays: 0,
    testDays: '1、4、7',
    basis: plan8,
  },
  {
    number: 'GL-003',
    category: '入境',
    from: beginning,
    until: shortened,
    centralDays: 14,
    homeDays: 7,
    testDays: '1、4、7、14',
    basis: plan8,
  },
  {
    number: 'GL-011',
    category: '密接',
    from: shortened,
    centralDays: 7,
    homeDays: 3,
    testDays: '1、2、3、5、7',
    basis: plan9,
  },
  {
    number: 'GL-012',
    category: '次密接',
    from: shortened,
    centralDays: 0,
    homeDays: 7,
    testDays: '1、4、7',
    basis: plan9,
  },
  {
    number: 'GL-013',
    category: '入境',
    from: shortened,
    centralDays: 7,
    homeDays: 3,
    testDays: '1、2、3、5、7',
    basis: plan9,
  },
];
