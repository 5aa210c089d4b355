import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakDown, computeFigure } from '../../../shared/figures/computeFigure';
import type { CutOff } from '../../../shared/figures/takesIn';
import { checkParts } from '../../../shared/figures/checkParts';
import type { RowId } from '../../../shared/kernel/ids';
import { instantOf, toInstant, type Instant } from '../../../shared/kernel/time';
import type { Row, RowValues } from '../../../shared/ledger/defineLedger';
import type { Figure, FigureSpan } from '../../../shared/ledger/figure';
import { cases } from '../../../shared/ledgers/cases';
import { ledgers } from '../../../shared/ledgers/registry';

const on = (day: number, hour: number, minute = 0): Instant =>
  instantOf({ year: 2022, month: 3, day, hour, minute, second: 0 }) ?? toInstant(0);
const cutOff = (day: number, hour: number): CutOff => ({
  at: on(day, hour),
  since: on(day - 1, hour),
});
const rowsOf = (...values: readonly RowValues[]): readonly Row[] =>
  values.map((each, index) => ({ id: `row${index}` as RowId, values: each })); // ids are only told apart
const nobody = () => undefined;
const countBy = (counts: FigureSpan): Figure => ({
  id: 'test',
  title: { zh: '试', en: 'Test' },
  unit: { zh: '个', en: 'each' },
  terms: [{ measure: { type: 'rows' }, counts }],
});

describe('what a cut-off at 12:00 on 27 March takes in', () => {
  const noon = cutOff(27, 12);
  it.each([
    ['a stay begun at noon sharp', { from: on(27, 12) }, 1],
    ['a stay begun a minute later', { from: on(27, 12, 1) }, 0],
    ['a stay that ended at noon sharp', { from: on(20, 8), until: on(27, 12) }, 0],
    ['a stay that ended a minute later', { from: on(20, 8), until: on(27, 12, 1) }, 1],
    ['a stay without a beginning', { until: on(28, 8) }, 0],
    ['a day that is today', { from: '2022-03-27' }, 1],
    ['a day that is tomorrow', { from: '2022-03-28' }, 0],
    ['a day that ended today', { from: '2022-03-20', until: '2022-03-27' }, 0],
  ])('%s', (_name, values, expected) => {
    const figure = countBy({ type: 'held', from: 'from', until: 'until' });
    expect(computeFigure(figure, { rows: rowsOf(values), refer: nobody }, noon).value).toBe(
      expected,
    );
  });

  it.each([
    ['at the start of the period: it belongs to the one before', on(26, 12), 0],
    ['a minute into the period', on(26, 12, 1), 1],
    ['at its end', on(27, 12), 1],
    ['after its end', on(27, 12, 1), 0],
  ])('a passage %s', (_name, at, expected) => {
    const figure = countBy({ type: 'within', from: 'at' });
    expect(computeFigure(figure, { rows: rowsOf({ at }), refer: nobody }, noon).value).toBe(
      expected,
    );
  });

  it('takes the last report of each shop, not the sum of all days', () => {
    const figure: Figure = {
      ...countBy({ type: 'latest', from: 'date', per: ['shop'] }),
      terms: [
        {
          measure: { type: 'sum', field: 'stock' },
          counts: { type: 'latest', from: 'date', per: ['shop'] },
        },
      ],
    };
    const rows = rowsOf(
      { shop: '甲', date: '2022-03-25', stock: 10 },
      { shop: '甲', date: '2022-03-27', stock: 7 },
      { shop: '甲', date: '2022-03-28', stock: 99 },
      { shop: '乙', date: '2022-03-24', stock: 2.1 },
    );
    expect(computeFigure(figure, { rows, refer: nobody }, noon).value).toBe(9.1);
  });
});

describe('an asymptomatic case that became confirmed', () => {
  const [confirmed, asymptomatic] = cases.figures;
  const rows = rowsOf(
    { kind: '确诊', reportedAt: on(20, 9) },
    { kind: '无症状', reportedAt: on(21, 9) },
    { kind: '无症状', reportedAt: on(22, 9), confirmedAt: on(25, 16) },
  );
  it.each([
    [cutOff(25, 13), 1, 2],
    [cutOff(25, 16), 2, 1],
    [cutOff(25, 17), 2, 1],
  ])('moves from one total to the other at its instant', (at, toBeConfirmed, toBeAsymptomatic) => {
    if (!confirmed || !asymptomatic) throw new Error('cases has two figures');
    const source = { rows, refer: nobody };
    expect(computeFigure(confirmed, source, at).value).toBe(toBeConfirmed);
    expect(computeFigure(asymptomatic, source, at).value).toBe(toBeAsymptomatic);
  });
});

describe('a figure', () => {
  it('opens into records whose amounts add up to it, and breaks down without a rest', () => {
    const figure: Figure = {
      ...countBy({ type: 'upTo', from: 'date' }),
      terms: [
        { measure: { type: 'sum', field: 'tonnes' }, counts: { type: 'upTo', from: 'date' } },
        {
          measure: { type: 'sum', field: 'returned' },
          counts: { type: 'upTo', from: 'date' },
          less: true,
        },
      ],
      by: ['kind'],
    };
    const hundredths = fc.integer({ min: 0, max: 100_000 }).map((whole) => whole / 100);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            date: fc.constantFrom('2022-03-26', '2022-03-27', '2022-03-28'),
            tonnes: hundredths,
            returned: hundredths,
            kind: fc.constantFrom('米面油', '肉', '蛋'),
          }),
          { maxLength: 40 },
        ),
        (values) => {
          const source = { rows: rowsOf(...values), refer: nobody };
          const { value, contributions } = computeFigure(figure, source, cutOff(27, 12));
          const hundred = (amounts: readonly number[]) =>
            amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0);
          expect(hundred(contributions.map(({ amount }) => amount))).toBe(Math.round(value * 100));
          const parts = breakDown(figure, 'kind', source, cutOff(27, 12));
          expect(hundred(parts.map((part) => part.value))).toBe(Math.round(value * 100));
        },
      ),
    );
  });

  it('asks the record a reference means', () => {
    const figure: Figure = {
      ...countBy({ type: 'upTo', from: 'at' }),
      terms: [
        {
          measure: { type: 'rows' },
          where: [{ field: 'site.whereabouts', is: ['县外'] }],
          counts: { type: 'upTo', from: 'at' },
        },
      ],
    };
    const site: Row = { id: 'site' as RowId, values: { whereabouts: '县外' } }; // an id for the test
    const rows = rowsOf({ at: on(20, 8), site: 'site' }, { at: on(20, 8), site: '~未到的隔离点' });
    const refer = (id: string) => (id === 'site' ? site : undefined);
    expect(computeFigure(figure, { rows, refer }, cutOff(27, 12)).value).toBe(1);
  });

  it('is reported when its parts do not add up, as published on 26 March 2022: 204 against 204.3', () => {
    const published: Readonly<Record<string, number>> = {
      'necessitiesDeliveries.total': 204,
      'necessitiesDeliveries.staples': 113,
      'necessitiesDeliveries.meat': 5,
      'necessitiesDeliveries.eggs': 3.7,
      'necessitiesDeliveries.vegetables': 82.6,
    };
    const all = ledgers.flatMap(({ figures }) => figures);
    expect(checkParts(all, (id) => published[id])).toEqual([
      { figure: 'necessitiesDeliveries.total', whole: 204, parts: 204.3 },
    ]);
  });
});

describe('the figures of all ledgers', () => {
  const all = ledgers.flatMap((ledger) => ledger.figures.map((figure) => ({ ledger, figure })));
  it('have ids of their own and parts that exist', () => {
    const ids = all.map(({ figure }) => figure.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      all.flatMap(({ figure }) => figure.parts ?? []).filter((id) => !ids.includes(id)),
    ).toEqual([]);
  });
  it.each(all.map(({ ledger, figure }) => [figure.id, ledger, figure] as const))(
    '%s names fields that are there, also beyond references',
    (_id, ledger, figure) => {
      const paths = [
        ...(figure.by ?? []),
        ...figure.terms.flatMap(({ where }) => (where ?? []).map(({ field }) => field)),
      ];
      for (const path of paths) {
        const [own = '', beyond] = path.split('.');
        const field = ledger.fields[own];
        expect(field, path).toBeDefined();
        if (beyond === undefined) continue;
        const target = ledgers.find(({ id }) => id === field?.refersTo);
        expect(target?.fields[beyond], path).toBeDefined();
      }
    },
  );
});
