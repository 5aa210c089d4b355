import { expect, test } from 'vitest';
import { writeExport } from '../../../../renderer/features/exchange/export/writeExport';
import { readWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import type { Row } from '../../../../shared/ledger/defineLedger';
import { countingIds, definitionOf } from '../../../shared/exchange/plan/memoryStore';

const definition = definitionOf('checkpoints');
const nextId = countingIds();
const rows = Array.from({ length: 5_000 }, (_, at): Row => ({
  id: nextId(),
  values: { name: `第${at}号卡点`, kind: '村口' },
}));

/** The line to a store that holds these rows, and the views that are still open. */
function lineTo(all: readonly Row[]) {
  const open = new Set<number>();
  return {
    open,
    line: {
      allNames: () => Promise.resolve([]),
      openView: (_: unknown, first: number) => {
        open.add(1);
        return Promise.resolve({ id: 1, count: all.length, first: all.slice(0, first) });
      },
      viewRows: (_: number, from: number, to: number) => Promise.resolve(all.slice(from, to)),
      closeView: (view: number) => {
        open.delete(view);
        return Promise.resolve();
      },
    },
  };
}

const order = {
  definition,
  query: { ledger: 'checkpoints' },
  columns: ['name', 'kind'],
  masked: false,
  language: 'zh',
  title: '卡点',
} as const;

test('every row of the view is in the workbook, and the view is closed', async () => {
  const { line, open } = lineTo(rows);
  const told: number[] = [];
  const written = await writeExport(order, {
    line,
    onProgress: (done) => told.push(done),
    signal: { aborted: false },
    pause: () => Promise.resolve(),
  });
  if (!written.ok) throw new Error(written.problem.tag);
  expect(written.value.rows).toBe(5_000);
  const read = readWorkbook(written.value.bytes, '卡点.xlsx');
  const names = read.ok ? read.value.sheets[0]?.rows.slice(-5_000).map(([cell]) => cell) : [];
  expect(names).toEqual(rows.map(({ values }) => ({ type: 'text', text: values['name'] })));
  expect(told).toEqual([2_000, 4_000, 5_000]);
  expect(open.size).toBe(0);
});

test('cancelled while it is written, it gives no workbook and closes the view', async () => {
  const { line, open } = lineTo(rows);
  const stopping = new AbortController();
  const written = await writeExport(order, {
    line,
    onProgress: () => undefined,
    signal: stopping.signal,
    pause: () => {
      stopping.abort();
      return Promise.resolve();
    },
  });
  expect(written).toEqual({ ok: false, problem: { tag: 'cancelled' } });
  expect(open.size).toBe(0);
});
