import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChangeBuilder } from '../../../../renderer/store/worker/buildChanges';
import { createTables } from '../../../../renderer/store/worker/createTables';
import { encodeRows } from '../../../../renderer/store/table/block/rowBlock';
import { newRowId, type RowId } from '../../../../shared/kernel/ids';
import { enterprises } from '../../../../shared/ledgers/enterprises';
import { permits } from '../../../../shared/ledgers/permits';
import { anyRowId } from '../../../support/storedValues';

const ledger = enterprises.id;
const blockOf = (ids: readonly RowId[]) =>
  encodeRows(ids.map((id) => ({ id, values: { name: '甲' }, sequence: 0 })));
const idOf = (number: number) => newRowId(number, (length) => new Uint8Array(length).fill(number));
const builderOver = (held: readonly RowId[]) => {
  const tables = createTables([enterprises, permits]);
  for (const id of held) tables.get(ledger)?.insert(id, { name: '甲' }, 1);
  return createChangeBuilder(tables);
};

describe('new records that come as blocks', () => {
  it('gives the first of each block', () => {
    const builder = builderOver([idOf(1)]);
    expect(builder.claim(ledger, blockOf([idOf(2), idOf(3)]))).toMatchObject({ value: idOf(2) });
    expect(builder.claim(ledger, blockOf([idOf(4)]))).toMatchObject({ value: idOf(4) });
    expect(builder.claim(permits.id, blockOf([idOf(2)]))).toMatchObject({ value: idOf(2) });
  });

  it.each([
    ['is there already', [idOf(1)], [[idOf(2), idOf(1)]], idOf(1)],
    ['comes twice in a block', [], [[idOf(2), idOf(3), idOf(2)]], idOf(2)],
    [
      'came in an earlier block',
      [],
      [
        [idOf(2), idOf(3)],
        [idOf(4), idOf(3)],
      ],
      idOf(3),
    ],
    ['has a strange id that is there', ['x' as RowId], [['x' as RowId]], 'x'],
    ['has a strange id that came earlier', [], [['y' as RowId], ['y' as RowId]], 'y'],
  ])('refuses a record that %s', (_, held, blocks, row) => {
    const builder = builderOver(held);
    const last = blocks.map((ids) => builder.claim(ledger, blockOf(ids))).at(-1);
    expect(last).toEqual({ ok: false, problem: { tag: 'rowExists', ledger, row } });
  });

  it('takes any records of which none is there twice, however many', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyRowId, { minLength: 1, maxLength: 300 }),
        fc.nat(),
        (ids, cut) => {
          const builder = builderOver([]);
          const at = 1 + (cut % ids.length);
          const blocks = [ids.slice(0, at), ids.slice(at)].filter(({ length }) => length > 0);
          for (const block of blocks) expect(builder.claim(ledger, blockOf(block)).ok).toBe(true);
          for (const id of ids) expect(builder.claim(ledger, blockOf([id])).ok).toBe(false);
        },
      ),
      { numRuns: 50 },
    );
  });
});
