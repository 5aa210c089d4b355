import { describe, expect, it } from 'vitest';
import { checks } from '../../../shared/checks/checks';
import type { RowId } from '../../../shared/kernel/ids';
import { instantOf, toInstant, type Instant } from '../../../shared/kernel/time';
import type { Fields, Row, RowValues } from '../../../shared/ledger/defineLedger';
import { ledgers } from '../../../shared/ledgers/registry';

const on = (day: number, hour: number, minute = 0): Instant =>
  instantOf({ year: 2022, month: 3, day, hour, minute, second: 0 }) ?? toInstant(0);
const now = on(27, 20);

/** Records by ledger; each gets its ledger's name and its place as its id. */
type County = Readonly<Record<string, readonly RowValues[]>>;

function find(county: County) {
  const rows = (ledger: string): readonly Row[] =>
    (county[ledger] ?? []).map((values, index) => ({
      id: `${ledger}${index}` as RowId, // ids are only told apart
      values,
    }));
  const read = ({ ledger, blank = [], filled = [], oneOf }: (typeof checks)[number]['each']) =>
    rows(ledger).filter(
      ({ values }) =>
        blank.every((field) => values[field] === undefined) &&
        filled.every((field) => values[field] !== undefined) &&
        (!oneOf || oneOf.values.some((value) => value === values[oneOf.field])),
    );
  return checks.flatMap((check) => check.find(read(check.each), check.against.map(read), now));
}

const pairs = (county: County) =>
  find(county).map(({ check, first, second }) => [check, first.row.id, second?.row.id]);

const person = { documentNumber: '410899199001010017' };
const contact = { ...person, category: '密接', control: '集中隔离' };
const stay = { ...person, category: '密接', admittedAt: on(20, 9) };

describe('contacts and beds', () => {
  it.each<readonly [string, County, unknown]>([
    ['a contact with a bed', { contacts: [contact], 'isolation-stays': [stay] }, []],
    [
      'a contact without one',
      { contacts: [contact] },
      [['contactWithoutBed', 'contacts0', undefined]],
    ],
    [
      'a contact whose bed was left',
      { contacts: [contact], 'isolation-stays': [{ ...stay, releasedAt: on(25, 9) }] },
      [['contactWithoutBed', 'contacts0', 'isolation-stays0']],
    ],
    [
      'a contact whose site has nobody of that number',
      { contacts: [{ ...contact, site: 'isolation-sites0' }], 'isolation-sites': [{ name: '甲' }] },
      [['contactWithoutBed', 'contacts0', 'isolation-sites0']],
    ],
    ['a contact at home', { contacts: [{ ...contact, control: '居家隔离' }] }, []],
    ['a contact who became a case', { contacts: [{ ...contact, outcome: '转病例' }] }, []],
    [
      'a bed without a contact',
      { 'isolation-stays': [stay] },
      [['bedWithoutContact', 'isolation-stays0', undefined]],
    ],
    [
      'a bed of a contact who was released',
      { 'isolation-stays': [stay], contacts: [{ ...contact, releasedAt: on(26, 9) }] },
      [['bedOfReleased', 'isolation-stays0', 'contacts0']],
    ],
    ['a traveller in a bed', { 'isolation-stays': [{ ...stay, category: '入境' }] }, []],
  ])('%s', (_, county, expected) => {
    expect(pairs(county)).toEqual(expected);
  });
});

describe('a permit at the minute of the passage', () => {
  const permit = {
    number: '410821000001',
    transport: '县域内',
    plate: '豫HA1234',
    validFrom: '2022-03-20',
    validUntil: '2022-03-26',
    status: '有效',
  };
  const passage = (passedAt: Instant, values: RowValues = {}) => ({
    permit: 'permits0',
    plate: '豫HA1234',
    outcome: '放行',
    passedAt,
    ...values,
  });
  const found = (check: string) => [[check, 'checkpoint-passes0', 'permits0']];
  it.each<readonly [string, RowValues, RowValues, unknown]>([
    ['held', permit, passage(on(26, 23, 59)), []],
    ['had expired a minute ago', permit, passage(on(27, 0, 0)), found('permitExpired')],
    ['did not hold yet', permit, passage(on(19, 23, 59)), found('permitNotYet')],
    [
      "was another vehicle's",
      permit,
      passage(on(22, 9), { plate: '豫HB5678' }),
      found('otherVehicle'),
    ],
    [
      'was void by then',
      { ...permit, status: '注销', voidedAt: on(22, 9) },
      passage(on(22, 9)),
      found('permitVoid'),
    ],
    [
      'was voided a minute later',
      { ...permit, status: '注销', voidedAt: on(22, 9) },
      passage(on(22, 8, 59)),
      [],
    ],
    ['had expired, and it was turned back', permit, passage(on(27, 9), { outcome: '劝返' }), []],
  ])('%s', (_, values, passed, expected) => {
    expect(pairs({ permits: [values], 'checkpoint-passes': [passed] })).toEqual(expected);
  });
});

describe('quantities', () => {
  const move = (direction: string, quantity: number, hour: number) => ({
    warehouse: '样例库',
    item: '口罩',
    measure: '只',
    direction,
    quantity,
    movedAt: on(26, hour),
  });
  it('says after which movement the stock was below nothing, in the order of time', () => {
    const moves = [move('入库', 50, 12), move('出库', 70, 10), move('入库', 60, 9)];
    expect(find({ 'stock-movements': moves })).toMatchObject([
      {
        check: 'stockNegative',
        first: { row: { id: 'stock-movements1' } },
        facts: { balance: -10 },
      },
    ]);
  });

  it('begins anew with what was counted', () => {
    const moves = [move('盘点', 80, 9), move('出库', 70, 10), move('退库', 5, 11)];
    expect(find({ 'stock-movements': moves })).toEqual([]);
  });

  it.each([
    [10, 10, 100, 0],
    [10, 10, 101, 1],
    [10, 20, 150, 0],
  ])('%d tubes of %d for %d people', (tubes, mix, sampled, count) => {
    const sample = { tubes, mix: String(mix), sampled, round: 'test-rounds0' };
    expect(pairs({ 'test-samples': [sample], 'test-rounds': [{ number: 1 }] })).toEqual(
      Array.from({ length: count }, () => ['tubesTooFew', 'test-samples0', 'test-rounds0']),
    );
  });

  it('weighs waste again where it comes in', () => {
    const waste = [
      { weight: 12.1, receivedWeight: 12.1 },
      { weight: 0.3, receivedWeight: 0.1 + 0.2 },
      { weight: 12.1, receivedWeight: 11.6 },
      { weight: 5 },
    ];
    expect(find({ 'medical-waste': waste })).toMatchObject([
      { first: { row: { id: 'medical-waste2' } }, facts: { difference: -0.5 } },
    ]);
  });
});

describe('the daily report of a site', () => {
  const stays = [
    { site: 'isolation-sites0', category: '其他', admittedAt: on(20, 9) },
    { site: 'isolation-sites0', category: '其他', admittedAt: on(26, 9) },
    { site: 'isolation-sites0', category: '其他', admittedAt: on(20, 9), releasedAt: on(26, 10) },
    { site: 'isolation-sites1', category: '其他', admittedAt: on(20, 9) },
  ];
  const report = (isolated: number, admitted: number, released: number, date = '2022-03-26') => ({
    site: 'isolation-sites0',
    date,
    isolated,
    admitted,
    released,
  });
  const differing = (one: RowValues) =>
    find({
      'isolation-stays': stays,
      'isolation-sites': [{ name: '样例1号' }],
      'isolation-daily': [one],
    }).map(({ facts, second }) => [
      facts['field'],
      facts['reported'],
      facts['counted'],
      second?.row.id,
    ]);

  it('that says what the stays say is right', () => {
    expect(differing(report(2, 1, 1))).toEqual([]);
  });

  it('differs number by number, each beside the site', () => {
    expect(differing(report(3, 1, 0))).toEqual([
      ['isolated', 3, 2, 'isolation-sites0'],
      ['released', 0, 1, 'isolation-sites0'],
    ]);
  });

  it('of today holds for the moment at which it was written down', () => {
    const early = { ...report(2, 0, 0, '2022-03-27'), recordedAt: on(27, 9) };
    expect(differing(early)).toEqual([]);
  });
});

it('reads fields that the ledgers have', () => {
  for (const { each, against } of checks)
    for (const { ledger: id, blank = [], filled = [], oneOf } of [each, ...against]) {
      const fields: Fields = ledgers.find((one) => one.id === id)?.fields ?? {};
      expect(Object.keys(fields)).toEqual(
        expect.arrayContaining([...blank, ...filled, ...(oneOf ? [oneOf.field] : [])]),
      );
      const field = oneOf && fields[oneOf.field];
      for (const value of oneOf?.values ?? [])
        expect(field?.options?.map((option) => option.value)).toContain(value);
    }
});
