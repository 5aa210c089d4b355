import { expect, test } from 'vitest';
import { readChangedSince } from '../../../renderer/features/exchange/undo/changedSince';
import type { HistoryEntry, LeftField } from '../../../renderer/store/contract';
import { toInstant } from '../../../shared/kernel/time';
import { countingIds } from '../../shared/exchange/plan/memoryStore';

const nextId = countingIds();
const ledger = 'checkpoints';
const at = toInstant(Date.UTC(2022, 2, 28));

function storeOf(left: readonly LeftField[], history: readonly HistoryEntry[]) {
  return {
    leftByUndo: () => Promise.resolve(left),
    history: () => Promise.resolve(history),
    rows: () => Promise.resolve([undefined]),
  };
}

test('the last to change a value after the import is named, not who changed it before', async () => {
  const row = nextId();
  const entry = (sequence: number, author: string, field: string): HistoryEntry => ({
    sequence,
    at,
    author,
    device: '卡点3',
    source: { type: 'typed' },
    change: { type: 'update', ledger, row, fields: { [field]: { before: null, after: '甲' } } },
  });
  const history = [
    entry(9, '丙', 'remarks'),
    entry(8, '乙', 'road'),
    entry(6, '甲', 'road'),
    entry(3, '丁', 'road'),
  ];
  // The import of several writes names the same value once for each of them.
  const left = [
    { ledger, row, field: 'road' },
    { ledger, row, field: 'road' },
  ];
  const since = await readChangedSince(storeOf(left, history), 5);
  expect(since).toMatchObject({ fields: 1, records: 1 });
  expect(since.shown).toEqual([
    { ledger, row, field: 'road', by: { author: '乙', device: '卡点3', at } },
  ]);
});

test('of very many records some are listed and all are counted', async () => {
  const left = Array.from({ length: 400 }, () => ({ ledger, row: nextId(), field: '' }));
  const since = await readChangedSince(storeOf(left, []), 5);
  expect(since).toMatchObject({ fields: 400, records: 400 });
  expect(since.shown.length).toBeLessThan(100);
});
