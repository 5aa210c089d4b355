import { describe, expect, test } from 'vitest';
import { findTwins, settleTwins } from '../../../shared/merge/twins';
import { appliedRows, planUndo } from '../../../shared/merge/applied';
import { settleConflict } from '../../../shared/merge/ownChanges';
import type { MergePlan } from '../../../shared/merge/planMerge';
import type { MemoryJournal } from './memoryJournal';
import {
  folded,
  insert,
  lacking,
  newDevice,
  planOf,
  remove,
  rowId,
  startMs,
  take,
  things,
  update,
} from './devices';

const dayMs = 86_400_000;
const [one, two] = [rowId(1), rowId(2)];

/** Two offices that both hold record 1. */
async function twoOffices() {
  const a = newDevice(1);
  const b = newDevice(2);
  await insert(a, one, { name: '口罩', place: '县库', count: 5 });
  await take(b, await lacking(a, b));
  a.nowMs += 60_000;
  b.nowMs += 120_000;
  return { a, b };
}

async function mergeBoth(a: MemoryJournal, b: MemoryJournal): Promise<readonly MergePlan[]> {
  const [fromA, fromB] = [await lacking(a, b), await lacking(b, a)];
  return [await take(b, fromA), await take(a, fromB)];
}

describe('Two offices change one record', () => {
  test('different fields: both hold', async () => {
    const { a, b } = await twoOffices();
    await update(a, one, 'count', 6);
    await update(b, one, 'place', '二库');
    const plans = await mergeBoth(a, b);
    expect(a.row(things.id, one)?.values).toEqual({ name: '口罩', place: '二库', count: 6 });
    expect(b.all(things.id)).toEqual(a.all(things.id));
    expect(plans.flatMap(({ rows }) => rows.flatMap(({ conflicts }) => conflicts))).toEqual([]);
  });

  test('the same field: the later wins, and both are shown what was lost', async () => {
    const { a, b } = await twoOffices();
    await update(a, one, 'count', 6);
    await update(b, one, 'count', 7);
    const plans = await mergeBoth(a, b);
    expect(a.row(things.id, one)?.values['count']).toBe(7);
    for (const plan of plans) {
      expect(plan.rows[0]?.conflicts).toMatchObject([
        { type: 'field', field: 'count', lost: { before: 5, after: 6 }, value: 7 },
      ]);
    }
  });

  test('the same field to the same value: nothing to decide', async () => {
    const { a, b } = await twoOffices();
    await update(a, one, 'count', 6);
    await update(b, one, 'count', 6);
    const plans = await mergeBoth(a, b);
    expect(plans.flatMap(({ rows }) => rows.flatMap(({ conflicts }) => conflicts))).toEqual([]);
  });

  test.each([
    ['keeps the later', false, 7],
    ['takes the earlier back', true, 6],
  ])('a decision that %s holds everywhere, and nobody is asked again', async (_, other, value) => {
    const { a, b } = await twoOffices();
    await update(a, one, 'count', 6);
    await update(b, one, 'count', 7);
    await mergeBoth(a, b);
    const [conflict] = (await folded(a, one)).conflicts;
    if (!conflict) throw new Error('no conflict');
    await a.commit(settleConflict(things.id, one, conflict, other));
    await take(b, await lacking(a, b));
    const third = newDevice(3);
    const plan = await take(third, await lacking(b, third));
    for (const journal of [a, b, third]) {
      expect(journal.row(things.id, one)?.values['count']).toBe(value);
      expect((await folded(journal, one)).conflicts).toEqual([]);
    }
    expect(plan.rows.flatMap(({ conflicts }) => conflicts)).toEqual([]);
  });
});

describe('One office deletes what the other edits', () => {
  test.each(['edit first', 'deletion first'])(
    '%s: deleted, and the edit is shown',
    async (first) => {
      const { a, b } = await twoOffices();
      if (first === 'deletion first') a.nowMs += dayMs;
      await update(a, one, 'count', 6);
      await remove(b, one);
      const plans = await mergeBoth(a, b);
      for (const journal of [a, b]) {
        expect(journal.live(things.id)).toEqual([]);
        expect((await folded(journal, one)).conflicts).toMatchObject([
          { type: 'deletion', values: { count: 6 } },
        ]);
      }
      for (const { rows } of plans) expect(rows[0]?.conflicts).toHaveLength(1);
      const [conflict] = (await folded(a, one)).conflicts;
      if (!conflict) throw new Error('no conflict');
      await a.commit(settleConflict(things.id, one, conflict, true));
      await take(b, await lacking(a, b));
      expect(b.live(things.id).map(({ values }) => values['count'])).toEqual([6]);
      expect((await folded(b, one)).conflicts).toEqual([]);
    },
  );

  test('an edit the deletion knew of is no conflict', async () => {
    const { a, b } = await twoOffices();
    await update(a, one, 'count', 6);
    await take(b, await lacking(a, b));
    await remove(b, one);
    await take(a, await lacking(b, a));
    expect((await folded(a, one)).conflicts).toEqual([]);
    expect(a.live(things.id)).toEqual([]);
  });

  test('making the record anew brings it back', async () => {
    const { a, b } = await twoOffices();
    await remove(b, one);
    await take(a, await lacking(b, a));
    a.nowMs += dayMs;
    await insert(a, one, { name: '口罩', count: 9 });
    await take(b, await lacking(a, b));
    expect(b.live(things.id)).toMatchObject([{ values: { name: '口罩', count: 9 } }]);
    expect(b.all(things.id)).toEqual(a.all(things.id));
  });
});

describe('Two offices enter the same thing', () => {
  async function entered() {
    const [a, b] = [newDevice(1), newDevice(2)];
    await insert(a, one, { name: '口罩', place: '县库' });
    b.nowMs += 60_000;
    await insert(b, two, { name: '口罩', count: 4 });
    const plan = await planOf(b, await lacking(a, b));
    await mergeBoth(a, b);
    const [twins] = plan.twins;
    if (!twins) throw new Error('no twins');
    return { a, b, twins };
  }

  test('the pair is shown, the record made first stands first on both', async () => {
    const { twins } = await entered();
    expect(twins).toMatchObject({ by: ['name'], first: { id: one }, second: { id: two } });
  });

  test('kept apart: remembered on every device', async () => {
    const { a, b, twins } = await entered();
    await b.commit(settleTwins(twins, 'apart'));
    await take(a, await lacking(b, a));
    for (const journal of [a, b]) {
      const rows = new Map(journal.live(things.id).map((row) => [row.id, row]));
      expect(rows.size).toBe(2);
      expect(await findTwins(things, rows, journal)).toEqual([]);
    }
  });

  test('joined by both at once: one record with the blanks filled, the same on both', async () => {
    const { a, b, twins } = await entered();
    await a.commit(settleTwins(twins, 'joined'));
    await b.commit(settleTwins(twins, 'joined'));
    await mergeBoth(a, b);
    expect(a.live(things.id)).toEqual([
      { id: one, values: { name: '口罩', place: '县库', count: 4 } },
    ]);
    expect(b.all(things.id)).toEqual(a.all(things.id));
  });
});

describe('A reference to a record that has not arrived', () => {
  test('is kept and named, and is right when the record comes', async () => {
    const [a, b] = [newDevice(1), newDevice(2)];
    await insert(a, one, { name: '仓库' });
    await insert(a, two, { name: '货架', partOf: one });
    const entries = await lacking(a, b);
    const plan = await take(b, entries.slice(1));
    expect(plan.awaited).toMatchObject([{ row: two, field: 'partOf', awaited: one }]);
    expect(b.row(things.id, two)?.values['partOf']).toBe(one);
    expect((await take(b, entries.slice(0, 1))).awaited).toEqual([]);
  });
});

describe('A clock that is wrong', () => {
  test('by a year ahead is named, its changes are kept, and later corrections win over them', async () => {
    const [wrong, office] = [newDevice(1, startMs + 365 * dayMs), newDevice(2)];
    await insert(wrong, one, { name: '口罩', count: 1 });
    const plan = await take(office, await lacking(wrong, office));
    expect(plan.clocksAhead).toEqual([{ device: wrong.device, days: 365, changes: 1 }]);
    await update(office, one, 'count', 2);
    await take(wrong, await lacking(office, wrong));
    expect(wrong.row(things.id, one)?.values['count']).toBe(2);
    // The office's own clock did not run away.
    await insert(office, two, { name: '酒精' });
    const [change] = await office.rowChanges(things.id, two);
    expect(change?.stamp.time).toBeLessThan((startMs + dayMs) * 1024);
  });

  test('is bounded once it has heard of another: it cannot win for a year', async () => {
    const [wrong, office] = [newDevice(1, startMs + 365 * dayMs), newDevice(2)];
    await insert(office, one, { name: '口罩', count: 1 });
    await take(wrong, await lacking(office, wrong));
    wrong.heard = (startMs * 1024) as typeof wrong.heard; // as a workbook's manifest tells
    await update(wrong, one, 'count', 2);
    office.nowMs = startMs + 60 * dayMs;
    await update(office, one, 'count', 3);
    await mergeBoth(wrong, office);
    expect(wrong.row(things.id, one)?.values['count']).toBe(3);
    expect(office.all(things.id)).toEqual(wrong.all(things.id));
  });
});

describe('Undoing a merge', () => {
  test('takes back what it did and names what has changed since', async () => {
    const { a, b } = await twoOffices();
    await update(a, one, 'count', 6);
    await update(a, one, 'place', '二库');
    await insert(a, two, { name: '酒精' });
    await insert(a, rowId(3), { name: '手套' });
    await take(b, await lacking(a, b));
    const commit = b.commits.at(-1);
    await update(b, one, 'place', '三库');
    await update(b, rowId(3), 'count', 8);
    const applied = appliedRows(commit ?? { entries: [], effects: [], changes: [] });
    const now = applied.map(({ row }) => b.row(things.id, row));
    const { changes, left } = planUndo(applied, now);
    expect(left).toEqual([
      { ledger: things.id, row: one, field: 'place' },
      { ledger: things.id, row: rowId(3) },
    ]);
    await b.commit(changes, { type: 'undo', of: 1 });
    expect(b.live(things.id)).toEqual([
      { id: one, values: { name: '口罩', place: '三库', count: 5 } },
      { id: rowId(3), values: { name: '手套', count: 8 } },
    ]);
    await take(a, await lacking(b, a));
    expect(a.all(things.id)).toEqual(b.all(things.id));
  });
});
