import * as daff from 'daff';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RowValues } from '../../../shared/ledger/defineLedger';
import { deviceId, insert, lacking, newDevice, rowId, take, things, update } from './devices';
import { MemoryJournal } from './memoryJournal';

const columns = ['name', 'place'] as const;
type Cells = readonly [string, string];

interface Edit {
  readonly row: number;
  readonly column: 0 | 1;
  readonly value: string;
}
interface Side {
  readonly edits: readonly Edit[];
  readonly added: readonly Cells[];
}

const word = fc.constantFrom('口罩', '酒精', '手套', '县库', '二库');
const cells: fc.Arbitrary<Cells> = fc.tuple(word, word);
const edit = (rows: number) =>
  fc.record({
    row: fc.nat({ max: rows - 1 }),
    column: fc.constantFrom(0 as const, 1 as const),
    value: word,
  });
const side = (rows: number): fc.Arbitrary<Side> =>
  fc.record({
    edits: fc.uniqueArray(edit(rows), {
      maxLength: 6,
      selector: ({ row, column }) => row * 2 + column,
    }),
    added: fc.array(cells, { maxLength: 3 }),
  });
const scene = fc
  .array(cells, { minLength: 1, maxLength: 6 })
  .chain((base) => fc.tuple(fc.constant(base), side(base.length), side(base.length)));

function tableOf(base: readonly Cells[], { edits, added }: Side, addedFrom: number): string[][] {
  const rows = base.map((row) => [...row]);
  for (const { row, column, value } of edits) {
    const cellsOfRow = rows[row];
    if (cellsOfRow) cellsOfRow[column] = value;
  }
  return [
    ['id', ...columns],
    ...rows.map((row, number) => [rowId(number), ...row]),
    ...added.map((row, number) => [rowId(addedFrom + number), ...row]),
  ];
}

async function edited(journal: MemoryJournal, own: Side, addedFrom: number): Promise<void> {
  for (const { row, column, value } of own.edits) {
    const name = columns[column];
    const id = rowId(row);
    if (journal.row(things.id, id)?.values[name] !== value) await update(journal, id, name, value);
  }
  for (const [number, [name, place]] of own.added.entries()) {
    await insert(journal, rowId(addedFrom + number), { name, place });
  }
}

/** What daff makes of the same three tables: its merged rows, conflicting cells set apart. */
function daffMerges(base: readonly Cells[], local: Side, remote: Side) {
  const view = (own: Side, from: number) => new daff.TableView(tableOf(base, own, from));
  const merged = view(local, 100);
  const flags = new daff.CompareFlags();
  flags.addPrimaryKey('id');
  const nothing = { edits: [], added: [] };
  const parent = view(nothing, 0);
  const conflicts = new daff.Merger(parent, merged, view(remote, 200), flags).apply();
  const [, ...rows] = merged.data;
  return { conflicts, rows };
}

test('daff, a three-way table merge of its own, finds the same conflicts and the same cells', async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ([base, local, remote]) => {
      const [a, b] = [newDevice(1), new MemoryJournal(deviceId(2), '乙')];
      for (const [number, [name, place]] of base.entries()) {
        await insert(a, rowId(number), { name, place });
      }
      await take(b, await lacking(a, b));
      b.nowMs = a.nowMs + 60_000;
      await edited(a, local, 100);
      await edited(b, remote, 200);
      const plan = await take(a, await lacking(b, a));

      const opinion = daffMerges(base, local, remote);
      const conflicts = plan.rows.flatMap(({ row, conflicts: found }) =>
        found.map((one) => (one.type === 'field' ? `${row} ${one.field}` : '')),
      );
      expect(conflicts).toHaveLength(opinion.conflicts);
      for (const [id, ...values] of opinion.rows) {
        const own: RowValues = a.row(things.id, rowId(Number(id?.slice(10))))?.values ?? {};
        for (const [place, name] of columns.entries()) {
          if (!conflicts.includes(`${id} ${name}`)) expect(own[name]).toBe(values[place]);
        }
      }
      expect(a.all(things.id)).toHaveLength(opinion.rows.length);
    }),
    { numRuns: 1_000 },
  );
});
