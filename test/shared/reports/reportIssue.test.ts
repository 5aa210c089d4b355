import { describe, expect, it } from 'vitest';
import { newRowId, type RowId } from '../../../shared/kernel/ids';
import { toInstant } from '../../../shared/kernel/time';
import {
  explainIssue,
  hashRecords,
  nextEdition,
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
