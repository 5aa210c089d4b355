import { describe, expect, it } from 'vitest';
import type { CheckRead } from '../../../shared/checks/check';
import { checks } from '../../../shared/checks/checks';
import { toInstant } from '../../../shared/kernel/time';
import type { Row } from '../../../shared/ledger/defineLedger';
import { sampleCounty } from '../../../shared/sample/sampleCounty';

const rows = new Map<string, Row[]>();
for (const batch of sampleCounty()) {
  const own = rows.get(batch.ledger) ?? [];
  rows.set(batch.ledger, own);
  for (const row of batch.rows) own.push(row);
}
const read = ({ ledger, blank = [], filled = [], oneOf }: CheckRead) =>
  (rows.get(ledger) ?? []).filter(
    ({ values }) =>
      blank.every((field) => values[field] === undefined) &&
      filled.every((field) => values[field] !== undefined) &&
      (!oneOf || oneOf.values.some((value) => value === values[oneOf.field])),
  );

describe('the sample county fits together but for what it is to show', () => {
  it.each([
    ['contactWithoutBed', 4],
    ['bedWithoutContact', 4],
    ['stockNegative', 0],
    ['tubesTooFew', 0],
    ['wasteDiffers', 0],
    ['dailyReportDiffers', 1],
  ])('%s: at most %d', (id, most) => {
    const check = checks.find((one) => one.id === id);
    if (!check) throw new Error(`no check ${id}`);
    const evening = toInstant(Date.parse('2022-03-27T20:30:00+08:00'));
    const found = check.find(read(check.each), check.against.map(read), evening);
    expect(found.length).toBeLessThanOrEqual(most);
    expect(found.length > 0).toBe(most > 0);
  });
});
