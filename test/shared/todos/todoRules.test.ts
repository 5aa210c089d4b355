import { describe, expect, it } from 'vitest';
import type { RowId } from '../../../shared/kernel/ids';
import { dateOf, instantOf, toInstant, type Instant } from '../../../shared/kernel/time';
import type { Fields, Row, RowValues } from '../../../shared/ledger/defineLedger';
import { ledgers } from '../../../shared/ledgers/registry';
import { defaultPolicy, type Policy } from '../../../shared/policy/policy';
import type { PolicyKey } from '../../../shared/policy/policyValue';
import { lastMoment, todoPolicyAt, type TodoRead } from '../../../shared/todos/todo';
import { sortTodos, todoRules } from '../../../shared/todos/todoRules';
import { workbooksDue } from '../../../shared/todos/workbooksDue';

const on = (day: number, hour: number, minute = 0): Instant =>
  instantOf({ year: 2022, month: 3, day, hour, minute, second: 0 }) ?? toInstant(0);
const now = on(27, 20);
const rowOf = (values: RowValues, name = 'row'): Row => ({ id: name as RowId, values }); // ids are only told apart

/** What the store would give for a read. */
function answer(read: TodoRead, rows: Readonly<Record<string, readonly Row[]>>): readonly Row[] {
  const { ledger, blank, filled, is = [], from, newest } = read;
  const found = (rows[ledger] ?? []).filter(
    ({ values }) =>
      (blank === undefined || values[blank] === undefined) &&
      (filled === undefined || values[filled] !== undefined) &&
      is.every(({ field, value }) => values[field] === value) &&
      (from === undefined || (values[from.field] ?? '') >= from.value),
  );
  if (newest === undefined) return found;
  const value = ({ values }: Row) => Number(values[newest] ?? -Infinity);
  return found.toSorted((left, right) => value(right) - value(left)).slice(0, 1);
}

function find(
  rows: Readonly<Record<string, readonly Row[]>>,
  at = now,
  settled: Policy = defaultPolicy,
) {
  const policy = todoPolicyAt(settled, at);
  return todoRules.flatMap((rule) =>
    rule.find(
      rule.reads(at, policy).map((read) => answer(read, rows)),
      at,
      policy,
    ),
  );
}

/** The defaults, with one number that the office has set at noon of the day before. */
function withValue(key: PolicyKey, value: number, appliesTo?: string): Policy {
  const line = { key, value, from: on(26, 12), ...(appliesTo === undefined ? {} : { appliesTo }) };
  return { ...defaultPolicy, values: [line] };
}

const marks = (rows: Readonly<Record<string, readonly Row[]>>) =>
  find(rows).map(({ rule, kind }) => `${rule} ${kind}`);

describe('one record on 27 March 2022 at 20:00', () => {
  it.each<readonly [string, string, RowValues, readonly string[]]>([
    ['a call due at 19:00', 'hotline-cases', { dueAt: on(27, 19) }, ['hotlineCase overdue']],
    ['a call due at 22:00', 'hotline-cases', { dueAt: on(27, 22) }, ['hotlineCase dueToday']],
    ['a call due tomorrow', 'hotline-cases', { dueAt: on(28, 9) }, []],
    ['a call that was closed', 'hotline-cases', { dueAt: on(27, 9), closedAt: on(27, 8) }, []],
    [
      'a call closed before it came',
      'hotline-cases',
      { receivedAt: on(27, 9), closedAt: on(27, 8) },
      ['order contradictory'],
    ],
    ['a finding to be corrected', 'inspections', { dueAt: on(26, 9) }, ['inspection overdue']],
    ['nothing to be corrected', 'inspections', { dueAt: on(26, 9), state: '无需整改' }, []],
    ['corrected, nobody knows when', 'inspections', { state: '已整改' }, ['stated contradictory']],
    ['a person on the way', 'closed-loop-releases', { dueAt: on(27, 18) }, ['closedLoop overdue']],
    ['one not let go', 'closed-loop-releases', { dueAt: on(27, 18), state: '未批准' }, []],
    ['a stay that ends today', 'isolation-stays', { dueOn: '2022-03-27' }, ['stay dueToday']],
    ['a stay that ended yesterday', 'isolation-stays', { dueOn: '2022-03-26' }, ['stay overdue']],
    ['a stay that ends tomorrow', 'isolation-stays', { dueOn: '2022-03-28' }, []],
    [
      'released before admitted',
      'isolation-stays',
      { admittedAt: on(27, 9), releasedAt: on(26, 9) },
      ['order contradictory'],
    ],
    [
      'a contact at home',
      'contacts',
      { dueOn: '2022-03-26', control: '居家隔离' },
      ['homeContact overdue'],
    ],
    ['one in a site: the stay', 'contacts', { dueOn: '2022-03-26', control: '集中隔离' }, []],
    [
      'a most urgent problem of five hours',
      'enterprise-problems',
      { raisedAt: on(27, 15), urgency: '特急' },
      ['enterpriseProblem overdue'],
    ],
    [
      'an ordinary problem of five hours',
      'enterprise-problems',
      { raisedAt: on(27, 15), urgency: '一般' },
      [],
    ],
    ['formula asked for', 'scarce-needs', { raisedAt: on(26, 19) }, ['scarceNeed overdue']],
    ['a yellow code', 'health-code-cases', { receivedAt: on(26, 21) }, ['healthCode dueToday']],
    ['waste of this morning', 'medical-waste', { arisenAt: on(27, 8) }, ['waste dueToday']],
    ['waste of yesterday', 'medical-waste', { arisenAt: on(26, 23) }, ['waste overdue']],
    ['cleared', 'medical-waste', { arisenAt: on(26, 23), disposedAt: on(27, 2) }, []],
    [
      'a household seen three days ago, every two',
      'households',
      { visitEveryDays: 2, visits: [{ at: on(20, 9) }, { at: on(24, 9) }] },
      ['visit overdue'],
    ],
    [
      'a household seen today',
      'households',
      { visitEveryDays: 1, visits: [{ at: on(27, 9) }] },
      [],
    ],
    ['held for 13 hours', 'checkpoint-holds', { heldFrom: on(27, 7) }, ['hold heldLong']],
    ['held for 11 hours', 'checkpoint-holds', { heldFrom: on(27, 9) }, []],
    [
      'a person who left seven hours ago, no arrival agreed',
      'closed-loop-releases',
      { departedAt: on(27, 13) },
      ['closedLoop overdue'],
    ],
    ['one who has not left', 'closed-loop-releases', { appliedAt: on(25, 13) }, []],
    [
      'a door opened in the afternoon',
      'door-sensors',
      { agreed: '7:00-8:00、18:00至19:30', events: [{ at: on(27, 15), motion: '开' }] },
      ['door alarm'],
    ],
    [
      'a door opened within the hours, and closed after them',
      'door-sensors',
      {
        agreed: '７：００－８：００、18时至19时30分',
        events: [
          { at: on(27, 7, 10), motion: '开' },
          { at: on(27, 19, 29), motion: '开' },
          { at: on(27, 19, 45), motion: '关' },
        ],
      },
      [],
    ],
    [
      'a door of a day and a half ago',
      'door-sensors',
      { events: [{ at: on(26, 8), motion: '开' }] },
      [],
    ],
    [
      'a sensor that was taken off',
      'door-sensors',
      { removedAt: on(27, 16), events: [{ at: on(27, 15), motion: '开' }] },
      [],
    ],
    [
      'a contact at home on the fourth day',
      'contacts',
      { category: '密接', control: '居家隔离', lastContactAt: on(23, 9) },
      ['homeTests dueToday'],
    ],
    [
      'on the fifth day',
      'contacts',
      { category: '密接', control: '居家隔离', lastContactAt: on(22, 9) },
      [],
    ],
    [
      'on the fourth day, sampled this morning',
      'contacts',
      {
        category: '密接',
        control: '居家隔离',
        lastContactAt: on(23, 9),
        samples: [{ sampledAt: on(27, 8) }],
      },
      [],
    ],
    ['let go', 'checkpoint-holds', { heldFrom: on(20, 15), releasedAt: on(21, 9) }, []],
    ['a pass of two days ago', 'permits', { issuedAt: on(25, 9) }, ['passList listOld']],
    ['a pass of today', 'permits', { issuedAt: on(27, 9) }, []],
    [
      'a reserve for two days',
      'necessities-stock',
      { holder: 'a', kind: '蔬菜', date: '2022-03-27', supplyDays: 2 },
      ['reserveDays stockLow'],
    ],
    [
      'raw material for a day',
      'supply-daily',
      { enterprise: 'a', product: '酒精', date: '2022-03-27', materialDays: 1 },
      ['materialDays stockLow'],
    ],
    [
      'a batch that expires in three weeks',
      'stock-movements',
      { item: '口罩', direction: '入库', quantity: 5, movedAt: on(20, 9), expiresOn: '2022-04-17' },
      ['expiry stockLow'],
    ],
    [
      'became confirmed, nobody knows when',
      'cases',
      { outcome: '无症状转确诊' },
      ['stated contradictory'],
    ],
  ])('%s', (_, ledger, values, expected) => {
    expect(marks({ [ledger]: [rowOf(values)] })).toEqual(expected);
  });
});

describe('who has not reported', () => {
  const enterprise = rowOf({ name: '样例酒精厂', assignedOfficial: '周某' }, 'maker');
  const dispatch = (date: string) =>
    rowOf({ enterprise: 'maker', product: '酒精', date, materialDays: 9 }, date);

  it.each([
    ['reported yesterday, not today', ['2022-03-26'], ['dispatchReport missingReport']],
    ['reported today', ['2022-03-26', '2022-03-27'], []],
    ['stopped two weeks ago', ['2022-03-13'], []],
  ])('a producer that %s', (_, dates, expected) => {
    expect(marks({ enterprises: [enterprise], 'supply-daily': dates.map(dispatch) })).toEqual(
      expected,
    );
  });

  it.each([
    ['in use', { openedOn: '2022-03-20' }, ['siteReport missingReport']],
    ['closed', { openedOn: '2022-03-20', closedOn: '2022-03-25' }, []],
    ['not open yet', { openedOn: '2022-03-29' }, []],
  ])('a site that is %s', (_, values, expected) => {
    expect(marks({ 'isolation-sites': [rowOf(values, 'site')] })).toEqual(expected);
    const report = rowOf({ site: 'site', date: '2022-03-27' });
    expect(
      marks({ 'isolation-sites': [rowOf(values, 'site')], 'isolation-daily': [report] }),
    ).toEqual([]);
  });
});

describe("a sealed vehicle let in at 9:00, which must have left within the rule's hours", () => {
  const through = { direction: '过境', outcome: '放行', plate: '豫H12345', sealNumber: 'F-1' };
  const entered = rowOf({ ...through, checkpoint: 'north', passedAt: on(27, 9) }, 'in');

  it('is overdue at 20:00, by the seal and the checkpoint that put it on', () => {
    const [todo, ...others] = find({ 'checkpoint-passes': [entered] });
    expect(others).toEqual([]);
    expect(todo).toMatchObject({ rule: 'transit', kind: 'overdue', row: { id: 'in' } });
    expect(todo).toMatchObject({ unit: 'north', unitIn: 'checkpoints', facts: { seal: 'F-1' } });
    expect(todo?.at).toBeGreaterThan(on(27, 9));
  });

  it('is not once it was seen leaving, or was turned back, or while time is left', () => {
    const left = rowOf({ ...through, checkpoint: 'south', passedAt: on(27, 11) }, 'out');
    expect(marks({ 'checkpoint-passes': [entered, left] })).toEqual([]);
    const refused = rowOf({ ...entered.values, outcome: '劝返' }, 'in');
    expect(marks({ 'checkpoint-passes': [refused] })).toEqual([]);
    expect(find({ 'checkpoint-passes': [entered] }, on(27, 9, 30))).toEqual([]);
  });
});

it('takes the last report of a reserve, not one that was lower before', () => {
  const report = (date: string, supplyDays: number) =>
    rowOf({ holder: 'a', kind: '蔬菜', date, supplyDays }, date);
  expect(
    marks({ 'necessities-stock': [report('2022-03-26', 1), report('2022-03-27', 6)] }),
  ).toEqual([]);
});

it('keeps the id of a to-do while time goes on, so that it stays put off', () => {
  const rows = { 'checkpoint-holds': [rowOf({ heldFrom: on(26, 9) })] };
  const [first] = find(rows);
  const [later] = find(rows, on(27, 23));
  expect(later?.id).toBe(first?.id);
  expect(later?.facts).not.toEqual(first?.facts);
});

it('puts the longest overdue first, and what is only due today last', () => {
  const sorted = sortTodos(
    find({
      'hotline-cases': [
        rowOf({ dueAt: on(27, 22) }, 'today'),
        rowOf({ dueAt: on(27, 9) }, 'late'),
        rowOf({ dueAt: on(26, 9) }, 'latest'),
      ],
    }),
  );
  expect(sorted.map(({ row }) => row?.id)).toEqual(['latest', 'late', 'today']);
});

describe('what the office has set', () => {
  const held = { 'checkpoint-holds': [rowOf({ heldFrom: on(27, 14), unit: '城关镇' })] };
  const found = (policy: Policy) => find(held, now, policy).length;

  it.each<readonly [string, Policy, number]>([
    ['nothing: twelve hours', defaultPolicy, 0],
    ['five hours for everybody', withValue('滞留提醒小时数', 5), 1],
    ['five hours for the unit', withValue('滞留提醒小时数', 5, '城关镇'), 1],
    ['five hours for another unit', withValue('滞留提醒小时数', 5, '西村乡'), 0],
  ])('%s', (_, policy, count) => {
    expect(found(policy)).toBe(count);
  });

  it('goes for the unit before what goes for everybody, though it was set earlier', () => {
    const own = withValue('滞留提醒小时数', 5, '城关镇').values;
    const later = { key: '滞留提醒小时数', value: 48, from: on(27, 8) } as const;
    expect(found({ ...defaultPolicy, values: [...own, later] })).toBe(1);
  });
});

describe('tests that are due', () => {
  const site = rowOf({ name: '样例1号隔离点', head: '周某' }, 'site');
  const stay = (name: string, samples?: readonly { readonly sampledAt: number }[]) =>
    rowOf(
      {
        site: 'site',
        category: '密接',
        admittedAt: on(24, 9),
        lastContactAt: on(23, 20),
        ...(samples ? { samples } : {}),
      },
      name,
    );

  it('are one to-do for a site, with how many of its people were not sampled', () => {
    const stays = [stay('a'), stay('b'), stay('c', [{ sampledAt: on(27, 7) }])];
    const due = find({ 'isolation-sites': [site], 'isolation-stays': stays }).filter(
      ({ rule }) => rule === 'siteTests',
    );
    expect(due).toMatchObject([
      { row: { id: 'site' }, unit: '样例1号隔离点', person: '周某', facts: { people: 2 } },
    ]);
  });

  it('are none on a day between', () => {
    const rows = { 'isolation-sites': [site], 'isolation-stays': [stay('a')] };
    expect(find(rows, on(28, 20)).filter(({ rule }) => rule === 'siteTests')).toEqual([]);
  });
});

describe('what a warehouse has', () => {
  const moved = (day: number, direction: string, quantity: number) =>
    rowOf(
      {
        warehouse: '样例库',
        item: '口罩',
        measure: '只',
        direction,
        quantity,
        movedAt: on(day, 9),
      },
      `${day} ${direction}`,
    );
  it('lasts as long as at the use of the last week, whatever was used before', () => {
    const before = moved(10, '出库', 5_000);
    const lasts = (left: number) =>
      find({
        'stock-movements': [moved(9, '入库', 5_700 + left), before, moved(25, '出库', 700)],
      }).map(({ rule, facts }) => [rule, facts['days']]);
    expect(lasts(299)).toEqual([['stockDays', 2]]);
    expect(lasts(300)).toEqual([]);
  });
});

describe('workbooks that have not come', () => {
  const sender = { key: 'k', unit: '西村乡', name: '卡点3', enrolledAt: on(20, 9) };
  it.each([
    ['yesterday at noon', on(26, 12), ['workbook']],
    ['this morning', on(27, 8), []],
    ['never', undefined, ['noWorkbook']],
  ])('the last came %s', (_, saidAt, rules) => {
    const due = workbooksDue([{ ...sender, saidAt }], now, todoPolicyAt(defaultPolicy, now));
    expect(due.map(({ rule }) => rule)).toEqual(rules);
  });

  it('are waited for as long as the office says for the unit', () => {
    const policy = todoPolicyAt(withValue('工作簿逾期小时数', 48, '西村乡'), now);
    const last = { saidAt: on(26, 12) };
    expect(workbooksDue([{ ...sender, ...last }], now, policy)).toEqual([]);
    expect(workbooksDue([{ ...sender, ...last, unit: '城关镇' }], now, policy)).toHaveLength(1);
  });
});

it('holds for the last day of an event that is over, and for now while it goes on', () => {
  expect(lastMoment(on(28, 0), on(27, 23))).toBeUndefined();
  expect(lastMoment(undefined, on(27, 23))).toBeUndefined();
  const last = lastMoment(on(28, 0), on(30, 9)) ?? now;
  expect(dateOf(last)).toBe('2022-03-27');
  const due = { 'isolation-stays': [rowOf({ dueOn: '2022-03-27' })] };
  expect(find(due, last).map(({ kind }) => kind)).toEqual(['dueToday']);
});

it('reads fields that the ledgers have', () => {
  const missing: string[] = [];
  /** A record that has every field asked of it, a moment or day long past, and tells of others. */
  const curious = (id: string): Row => {
    const fields: Fields = ledgers.find((one) => one.id === id)?.fields ?? {};
    const get = (_: object, name: string) => {
      if (!(name in fields)) missing.push(`${id} ${name}`);
      const kind = fields[name]?.kind;
      if (kind === 'instant') return on(1, 9);
      return kind === 'date' ? '2022-03-01' : undefined;
    };
    return rowOf(new Proxy<RowValues>({}, { get }), id);
  };
  for (const rule of todoRules) {
    const policy = todoPolicyAt(defaultPolicy, now);
    const reads = rule.reads(now, policy);
    for (const { ledger, blank, filled, is = [], from, newest } of reads)
      for (const field of [blank, filled, from?.field, newest, ...is.map((one) => one.field)])
        if (field !== undefined) expect(curious(ledger).values[field]).not.toBe('');
    rule.find(
      reads.map(({ ledger }) => [curious(ledger)]),
      now,
      policy,
    );
  }
  expect(missing).toEqual([]);
});
