import { describe, expect, it } from 'vitest';
import { encodeRows } from '../../../../renderer/store/table/block/rowBlock';
import { createTables } from '../../../../renderer/store/worker/createTables';
import { createViews } from '../../../../renderer/store/worker/views';
import { newRowId } from '../../../../shared/kernel/ids';
import { checkpointPasses } from '../../../../shared/ledgers/checkpointPasses';
import { checkpoints } from '../../../../shared/ledgers/checkpoints';
import { manyPassages } from '../../../../shared/sample/sampleCounty';

function openTables(passages: number) {
  const tables = createTables([checkpointPasses, checkpoints]);
  const rows = [...manyPassages(passages, 5)].map((row) => ({ ...row, sequence: 1 }));
  const table = tables.get(checkpointPasses.id);
  if (!table) throw new Error('No passages');
  table.loadBlock(encodeRows(rows));
  return { table, views: createViews(tables) };
}

const nobody = newRowId(0, (length) => new Uint8Array(length));

describe.each([
  ['a few', 300],
  ['more than are ordered at once', 25_000],
])('a view of %s passages', (_, passages) => {
  const { table, views } = openTables(passages);
  const query = {
    ledger: checkpointPasses.id,
    filters: [{ field: 'direction', test: { type: 'equals', value: '进' } }],
    sort: [{ field: 'plate', descending: false }],
  } as const;
  const whole = Array.from(table.select(query), (ordinal) => table.rowAt(ordinal));

  it('gives its first page, any other page and the number of all', () => {
    const view = views.open(query, 50);
    expect(view.count).toBe(whole.length);
    expect(view.first).toEqual(whole.slice(0, 50));
    expect(views.rows(view.id, 40, 120)).toEqual(whole.slice(40, 120));
    expect(views.rows(view.id, whole.length - 5, whole.length + 50)).toEqual(whole.slice(-5));
  });

  it('knows where each of its rows stands, and which are not in it', () => {
    const view = views.open(query, 50);
    const ids = whole.map(({ id }) => id);
    expect(views.positions(view.id, ids)).toEqual(ids.map((__, position) => position));
    const other = table.select({
      ...query,
      filters: [{ field: 'direction', test: { type: 'equals', value: '出' } }],
    });
    expect(views.positions(view.id, [table.rowAt(other[0] ?? 0).id, nobody])).toEqual([-1, -1]);
  });

  it('keeps its order while rows come and change', () => {
    const view = views.open(query, 50);
    const before = views.rows(view.id, 0, view.count).map(({ id }) => id);
    table.insert(nobody, { direction: '进', plate: '豫H00000' }, 2);
    table.update(0, { direction: '过境' }, 2);
    expect(views.rows(view.id, 0, view.count).map(({ id }) => id)).toEqual(before);
    expect(views.positions(view.id, [nobody])).toEqual([-1]);
  });

  it('adds up its numeric columns', () => {
    const view = views.open(query, 50);
    const [totals] = views.totals(view.id, ['passengerCount']);
    const rows = views.rows(view.id, 0, view.count);
    const sum = rows.reduce((all, { values }) => all + Number(values['passengerCount'] ?? 0), 0);
    expect(totals).toEqual({
      field: 'passengerCount',
      sum,
      filled: rows.filter(({ values }) => 'passengerCount' in values).length,
    });
  });

  it('gives nothing once it is closed', () => {
    const view = views.open(query, 50);
    views.close(view.id);
    expect(views.rows(view.id, 0, 50)).toEqual([]);
    expect(views.positions(view.id, [nobody])).toEqual([-1]);
  });
});
