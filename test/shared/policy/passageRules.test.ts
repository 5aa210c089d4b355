import { describe, expect, it } from 'vitest';
import { planToWrites } from '../../../shared/exchange/plan/plan';
import { writeLedgerWorkbook } from '../../../shared/exchange/write/writeLedgerWorkbook';
import { instantOf, toInstant, type Instant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import { passageRules } from '../../../shared/ledgers/passageRules';
import { checkPassageRules } from '../../../shared/policy/checkPassageRules';
import { defaultPassageRules } from '../../../shared/policy/defaultPassageRules';
import { names, ruleInForce, type PassageRule } from '../../../shared/policy/passageRule';
import { defaultPolicy, readPolicy } from '../../../shared/policy/policy';
import { seededRandom } from '../../../shared/sample/random';
import { MemoryStore } from '../exchange/plan/memoryStore';
import { planFile } from '../exchange/plan/planFile';

function moment(text: string): Instant {
  const [year, month, day, hour, minute, second] = (text.match(/\d+/g) ?? []).map(Number);
  const found = instantOf({
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
  });
  if (found === undefined) throw new Error(text);
  return found;
}

const rule = (number: string, more: Partial<PassageRule> = {}): PassageRule => ({
  number,
  scenario: '私家出行',
  from: moment('2022-03-12 00:00:00'),
  ...more,
});

describe('the rule in force', () => {
  it.each([
    ['2022-03-11 23:59:59', '进', undefined],
    ['2022-03-12 00:00:00', '进', 'TX-005'],
    ['2022-03-12 00:00:00', '出', 'TX-005'],
    ['2022-03-22 23:59:59', '出', 'TX-005'],
    ['2022-03-23 00:00:00', '出', 'TX-020'],
    ['2022-03-23 00:00:00', '进', 'TX-005'],
    ['2022-03-29 23:59:59', '进', 'TX-005'],
    ['2022-03-30 00:00:00', '进', 'TX-034'],
    ['2022-03-30 00:00:00', '出', 'TX-037'],
    ['2023-01-01 00:00:00', '过境', 'TX-034'],
  ] as const)('for a private car at %s going %s is %s', (at, direction, number) =>
    expect(ruleInForce(defaultPassageRules, '私家出行', direction, moment(at))?.number).toBe(
      number,
    ),
  );

  it('ends at its last moment and not a millisecond later, also over the turn of the year', () => {
    const until = moment('2023-01-01 00:00:00');
    const one = rule('A', { until });
    expect(ruleInForce([one], '私家出行', '进', toInstant(until - 1))).toBe(one);
    expect(ruleInForce([one], '私家出行', '进', until)).toBeUndefined();
  });

  it('is the special before the general, the later before the earlier, whatever the order of rows', () => {
    const general = rule('A');
    const later = rule('B', { from: moment('2022-04-01 00:00:00') });
    const special = rule('C', { directions: ['出'] });
    const at = moment('2022-04-02 00:00:00');
    for (const rules of [
      [general, later, special],
      [special, later, general],
      [later, general, special],
    ]) {
      expect(ruleInForce(rules, '私家出行', '进', at)).toBe(later);
      expect(ruleInForce(rules, '私家出行', '出', at)).toBe(special);
    }
  });
});

describe('a rule names vehicles', () => {
  const fire = rule('F', { vehicleTypes: ['救护车'], plates: '豫H12345、*应急' });
  it.each([
    ['豫H12345', undefined, true],
    ['豫H123456', undefined, false],
    ['豫X0119应急', undefined, true],
    ['豫H54321', '救护车', true],
    ['豫H54321', '货车', false],
    [undefined, undefined, false],
  ])('%s %s: %s', (plate, kind, named) => expect(names(fire, plate, kind)).toBe(named));

  it('a lone star names nobody', () =>
    expect(names(rule('S', { plates: '*' }), '豫H12345', undefined)).toBe(false));
});

describe('a table of rules', () => {
  it('as shipped has nothing to find fault with on any day of the event', () => {
    for (const day of ['2022-03-12', '2022-03-23', '2022-03-30', '2022-12-31', '2023-01-01']) {
      expect(checkPassageRules(defaultPassageRules, moment(`${day} 00:00:00`))).toEqual([]);
    }
  });

  it('says what is odd about it', () => {
    const at = moment('2022-04-02 00:00:00');
    const odd = [
      rule('A', { testHours: 48 }),
      rule('A', { directions: ['进'], needsPermit: true, missingEffect: '劝返' }),
      rule('B', { until: moment('2022-03-01 00:00:00') }),
    ];
    const found = checkPassageRules(odd, at);
    expect(found.filter(({ tag }) => tag !== 'uncovered')).toEqual([
      { tag: 'withoutEffect', number: 'A', asked: 'test' },
      { tag: 'sameNumber', number: 'A' },
      { tag: 'withoutEffect', number: 'A', asked: 'permit' },
      { tag: 'endsBeforeItBegins', number: 'B' },
      { tag: 'sameBeginning', number: 'B', other: 'A' },
    ]);
    expect(found.filter(({ tag }) => tag === 'uncovered')).toHaveLength(15);
  });

  it('goes out as a workbook, is changed there, and comes back as the same rules and one more', async () => {
    const random = seededRandom(7);
    const rows: readonly Row[] = defaultPassageRules.map((values) => ({
      id: random.rowId(0),
      values: values as unknown as Row['values'], // no line of the defaults holds `undefined`
    }));
    const written = await writeLedgerWorkbook({
      definition: passageRules,
      rows,
      language: 'zh',
      title: passageRules.title.zh,
      masked: false,
    });
    if (!written.ok) throw new Error(written.problem.tag);
    const store = new MemoryStore();
    const plan = await planFile(written.value, passageRules, store);
    expect(plan.rejected).toEqual([]);
    store.apply(planToWrites(plan));
    const read = readPolicy({
      passageRules: store.all(passageRules.id),
      isolationRules: [],
      values: [],
    });
    expect(read).toEqual(defaultPolicy);
    expect(read.isolationRules.length).toBeGreaterThan(0);
  });

  it('names records that are no rule, and goes on with the rest', () => {
    const random = seededRandom(8);
    const good = { id: random.rowId(0), values: { number: 'A', scenario: '跨市', from: 0 } };
    const bad = { id: random.rowId(0), values: { number: 'B', scenario: '跨国', testHours: -1 } };
    const { passageRules: lines, unread } = readPolicy({
      passageRules: [good, bad],
      isolationRules: [],
      values: [],
    });
    expect(lines.map(({ number }) => number)).toEqual(['A']);
    expect(unread).toEqual([{ row: bad.id, fields: ['scenario', 'from', 'testHours'] }]);
  });
});
