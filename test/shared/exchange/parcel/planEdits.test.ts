import { describe, expect, test } from 'vitest';
import type { CellEdit, HumanEdits } from '../../../../shared/exchange/parcel/humanEdits';
import {
  editChanges,
  planEdits,
  type EditChoices,
  type EditPlan,
} from '../../../../shared/exchange/parcel/planEdits';
import type { Change } from '../../../../shared/journal/change';
import type { StoredValue } from '../../../../shared/ledger/field';
import { findTwins } from '../../../../shared/merge/twins';
import { insert, newDevice, remove, rowId, things, update } from '../../merge/devices';
import type { MemoryJournal } from '../../merge/memoryJournal';

const one = rowId(1);
const none: EditChoices = {
  kept: new Map(),
  cleared: new Set(),
  deleted: new Set(),
  twins: new Map(),
};

/** An office that sent out record 1 with 5 pieces in 县库. */
async function office(): Promise<MemoryJournal> {
  const journal = newDevice(1);
  await insert(journal, one, { name: '口罩', place: '县库', count: 5 });
  return journal;
}

function edited(cells: readonly Partial<CellEdit>[], more: Partial<HumanEdits> = {}): HumanEdits {
  return {
    ledger: things.id,
    sheet: '物',
    cells: cells.map((cell) => ({
      row: one,
      field: 'count',
      before: 5,
      after: 6,
      address: 'C4',
      findings: [],
      ...cell,
    })),
    added: [],
    missing: [],
    rejected: [],
    notices: [],
    unchanged: 0,
    ...more,
  };
}

let next = 100;
function planned(journal: MemoryJournal, edits: HumanEdits, parcel = 'p1'): Promise<EditPlan> {
  return planEdits(edits, things, parcel, {
    rowsAfter: (ledger, rows) => Promise.resolve(rows.map((row) => journal.row(ledger, row))),
    rowChanges: (ledger, row) => journal.rowChanges(ledger, row),
    twins: (definition, rows) => findTwins(definition, rows, journal),
    newId: () => rowId(next++),
  });
}

const kinds = ({ edits }: EditPlan) => edits.map(({ kind, theirs, ours }) => [kind, theirs, ours]);

describe('An edited cell against what the record holds here', () => {
  test.each<[string, StoredValue | null, StoredValue | null, unknown[]]>([
    ['nobody touched it since: taken', 5, 6, [['set', 6, 5]]],
    ['cleared: asked about', 5, null, [['clear', null, 5]]],
    ['changed here to another value: a conflict', 7, 6, [['conflict', 6, 7]]],
    ['changed here to the same value: here already', 6, 6, []],
    ['cleared there, changed here: a conflict', 7, null, [['conflict', null, 7]]],
  ])('%s', async (_, now, after, wanted) => {
    const journal = await office();
    if (now !== 5) await update(journal, one, 'count', now);
    expect(kinds(await planned(journal, edited([{ after }])))).toEqual(wanted);
  });

  test('two hops: what came by another way and was changed on is not asked again', async () => {
    const journal = await office();
    await update(journal, one, 'count', 6);
    await update(journal, one, 'count', 9);
    const plan = await planned(
      journal,
      edited([{ after: 6 }, { field: 'place', before: '县库', after: '二库' }]),
    );
    expect(kinds(plan)).toEqual([['set', '二库', '县库']]);
    expect(plan.alreadyHere).toBe(1);
  });

  test('decided once: the same file does not ask again', async () => {
    const journal = await office();
    await update(journal, one, 'count', 7);
    const plan = await planned(journal, edited([{ after: 6 }]));
    await journal.commit(editChanges(plan, { ...none, kept: new Map([[0, 'ours']]) }));
    expect(journal.row(things.id, one)?.values['count']).toBe(7);
    expect((await planned(journal, edited([{ after: 6 }]))).edits).toEqual([]);
    expect((await planned(journal, edited([{ after: 6 }]), 'p2')).edits).toHaveLength(1);
  });

  test('of a record deleted here is not taken, and named', async () => {
    const journal = await office();
    await remove(journal, one);
    const plan = await planned(journal, edited([{}]));
    expect(plan.edits).toEqual([]);
    expect(plan.rejected).toMatchObject([{ address: 'C4', why: { rule: 'row.deleted' } }]);
  });
});

describe('What is written', () => {
  const types = (changes: readonly Change[]) => changes.map(({ type }) => type);

  test('nothing of conflicts, cleared cells and missing rows that nobody has decided', async () => {
    const journal = await office();
    await update(journal, one, 'count', 7);
    const edits = edited([{ after: 6 }, { field: 'place', before: '县库', after: null }], {
      missing: [one],
    });
    const plan = await planned(journal, edits);
    expect(plan.deletions.map(({ id }) => id)).toEqual([one]);
    expect(editChanges(plan, none)).toEqual([]);
  });

  test('theirs where it was chosen, with the decision', async () => {
    const journal = await office();
    await update(journal, one, 'count', 7);
    const plan = await planned(journal, edited([{ after: 6 }]));
    const changes = editChanges(plan, { ...none, kept: new Map([[0, 'theirs']]) });
    expect(types(changes)).toEqual(['decide', 'update']);
    await journal.commit(changes);
    expect(journal.row(things.id, one)?.values['count']).toBe(6);
  });

  test('a deletion with what the record held', async () => {
    const plan = await planned(await office(), edited([], { missing: [one] }));
    expect(editChanges(plan, { ...none, deleted: new Set([one]) })).toMatchObject([
      { type: 'delete', row: one, values: { name: '口罩' } },
    ]);
  });
});

describe('A row added in a sheet that may be here already', () => {
  const gloves = { rowNumber: 6, values: { name: '手套' } };
  const mask = { rowNumber: 5, values: { name: '口罩', place: '二库' } };
  const written = async (
    journal: MemoryJournal,
    kept: 'apart' | 'joined',
    added: HumanEdits['added'] = [mask],
  ) => {
    const plan = await planned(journal, edited([], { added }));
    const twins = new Map(plan.added.map(({ row }) => [row, kept] as const));
    await journal.commit(editChanges(plan, { ...none, twins }));
    return journal.all(things.id).map(({ values }) => values);
  };

  test('is not written before somebody has decided; one that is not is', async () => {
    const plan = await planned(await office(), edited([], { added: [mask, gloves] }));
    expect(plan.added.map(({ twins }) => twins.map(({ id }) => id))).toEqual([[one], []]);
    expect(editChanges(plan, none)).toMatchObject([{ type: 'insert', values: { name: '手套' } }]);
  });

  test('kept apart it is a record of its own, and the pair is not asked about again', async () => {
    const journal = await office();
    expect(await written(journal, 'apart')).toHaveLength(2);
    const all = new Map(journal.all(things.id).map((row) => [row.id, row]));
    expect(await findTwins(things, all, journal)).toEqual([]);
    const again = await planned(journal, edited([], { added: [mask] }));
    expect([again.added, again.alreadyHere]).toEqual([[], 1]);
  });

  test('joined it fills blanks only, and the same file does not ask again', async () => {
    const journal = newDevice(1);
    await insert(journal, one, { name: '口罩', place: '县库' });
    const more = { rowNumber: 5, values: { name: '口罩', place: '二库', count: 9 } };
    expect(await written(journal, 'joined', [more])).toEqual([
      { name: '口罩', place: '县库', count: 9 },
    ]);
    const again = await planned(journal, edited([], { added: [more] }));
    expect([again.added, again.alreadyHere]).toEqual([[], 1]);
  });

  test('twice in the sheet: the second is asked about, and joined into the first', async () => {
    const twice = [gloves, { rowNumber: 7, values: { name: '手套', count: 3 } }];
    const journal = await office();
    const plan = await planned(journal, edited([], { added: twice }));
    expect(plan.added.map(({ twins }) => twins.length)).toEqual([0, 1]);
    expect(await written(journal, 'joined', twice)).toContainEqual({ name: '手套', count: 3 });
    expect(journal.all(things.id)).toHaveLength(2);
  });

  test('brought before and changed here since, it is here already', async () => {
    const journal = await office();
    await written(journal, 'apart', [gloves]);
    const row = journal.all(things.id).find(({ values }) => values['name'] === '手套');
    if (!row) throw new Error('not inserted');
    await update(journal, row.id, 'count', 8);
    const again = await planned(journal, edited([], { added: [gloves] }));
    expect([again.added, again.alreadyHere]).toEqual([[], 1]);
  });
});
