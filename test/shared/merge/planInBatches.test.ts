import { expect, test } from 'vitest';
import { toInstant } from '../../../shared/kernel/time';
import { planMerge } from '../../../shared/merge/planMerge';
import { lacking, newDevice, planOf, rowId, take, things } from './devices';

const count = 2_500;

/** Two offices with the same records, of which the second has changed each. */
async function changedElsewhere() {
  const [here, there] = [newDevice(1), newDevice(2)];
  await here.commit(
    Array.from({ length: count }, (_, number) => ({
      type: 'insert',
      ledger: things.id,
      row: rowId(number),
      values: { name: `物${number}`, place: '县库', count: number },
    })),
  );
  await take(there, await lacking(here, there));
  there.nowMs += 60_000;
  await there.commit(
    Array.from({ length: count }, (_, number) => ({
      type: 'update',
      ledger: things.id,
      row: rowId(number),
      fields: { place: { before: '县库', after: number % 2 === 0 ? '二库' : '县库' } },
    })),
  );
  return { here, entries: await lacking(there, here) };
}

test('Each record meets its own changes, whichever batch it is looked up in', async () => {
  const { here, entries } = await changedElsewhere();
  const { rows } = await planOf(here, entries);
  expect(rows).toHaveLength(count);
  for (const [number, { row, was, becomes, fields }] of rows.entries()) {
    expect(row).toBe(rowId(number));
    expect(was?.values['count']).toBe(number);
    const isMoved = number % 2 === 0;
    expect(fields).toEqual(isMoved ? { place: { before: '县库', after: '二库' } } : {});
    expect(becomes?.values).toEqual({
      name: `物${number}`,
      place: isMoved ? '二库' : '县库',
      count: number,
    });
  }
});

test('A planning that is stopped leaves no refusal of the store behind', async () => {
  const { here, entries } = await changedElsewhere();
  const unheard: unknown[] = [];
  const hear = (problem: unknown) => unheard.push(problem);
  process.on('unhandledRejection', hear);
  here.held = () => Promise.reject(new Error('locked'));
  const stopped = planMerge({
    entries,
    store: here,
    ledgers: () => things,
    now: toInstant(here.nowMs),
    turn: () => Promise.reject(new Error('cancelled')),
  });
  await expect(stopped).rejects.toThrow('cancelled');
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', hear);
  expect(unheard).toEqual([]);
});
