import { describe, expect, it } from 'vitest';
import { newRowId, type RowId } from '../../../shared/kernel/ids';
import { instantOf, toInstant, type Instant } from '../../../shared/kernel/time';
import {
  explainIssue,
  hashRecords,
  nextEdition,
  nextNumber,
  type IssuedFigure,
} from '../../../shared/reports/reportIssue';

const ids = [1, 2, 3].map((seed) => newRowId(seed, (length) => new Uint8Array(length).fill(seed)));
const [first, second, third] = ids as [RowId, RowId, RowId]; // as many as were made
const at = toInstant(1_000);
const figure = (...rows: readonly RowId[]): IssuedFigure => ({
  figure: 'cases.confirmed',
  at,
  value: rows.length,
  contributions: rows.map((row) => ({ row, amount: 1 })),
});
async function* once(kind: string) {
  yield [{ id: first, values: { kind } }];
}

describe('a report that is issued again', () => {
  it('is the next version of its cut-off, and the first of another', () => {
    const earlier = [{ template: 'daily', cutOffAt: at, edition: 1 }];
    expect(nextEdition(earlier, 'daily', at)).toBe(2);
    expect(nextEdition(earlier, 'daily', toInstant(2_000))).toBe(1);
    expect(nextEdition(earlier, 'press', at)).toBe(1);
  });

  it('takes the number after the last of its year, and the same one for a cut-off issued before', () => {
    const day = (year: number, month: number) =>
      instantOf({ year, month, day: 27, hour: 20, minute: 0, second: 0 }) ?? toInstant(0);
    const issue = (template: string, cutOffAt: Instant, number: number) => ({
      template,
      cutOffAt,
      edition: 1,
      number,
    });
    const earlier = [
      issue('press', day(2021, 12), 41),
      issue('press', day(2022, 3), 9),
      issue('press', day(2022, 2), 8),
      issue('daily', day(2022, 3), 60),
    ];
    expect(nextNumber([], 'press', day(2022, 3))).toBe(1);
    expect(nextNumber(earlier, 'press', day(2022, 4))).toBe(10);
    expect(nextNumber(earlier, 'press', day(2022, 2))).toBe(8);
    expect(nextNumber(earlier, 'press', day(2023, 1))).toBe(1);
    expect(nextNumber(earlier, 'isolation', day(2022, 4))).toBe(1);
  });

  it('names the records that came, and those that moved to another total', () => {
    const last = { issuedAt: toInstant(1_500), figures: [figure(first, second)] };
    const madeAt = (row: RowId) => toInstant(row === third ? 1_600 : 100);
    const found = explainIssue(last, [figure(second, third)], (_, row) => ({
      madeAt: madeAt(row),
      eventAt: toInstant(900),
      isDeleted: false,
    }));
    expect(found).toEqual([
      {
        figure: 'cases.confirmed',
        before: 2,
        now: 2,
        differences: [
          { row: first, reason: 'moved', amount: -1 },
          { row: third, reason: 'late', amount: 1 },
        ],
      },
    ]);
    expect(explainIssue(last, last.figures, () => undefined)).toEqual([]);
  });

  it('has another hash as soon as a record behind it is another', async () => {
    const figures = [figure(first)];
    const hash = await hashRecords(figures, once('确诊'));
    expect(hash).toMatch(/^[\da-f]{64}$/);
    expect(await hashRecords(figures, once('确诊'))).toBe(hash);
    expect(await hashRecords(figures, once('无症状'))).not.toBe(hash);
  });
});
