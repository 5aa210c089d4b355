import { describe, expect, test } from 'vitest';
import { createImportTable } from '../../../../renderer/features/exchange/import/importTable';
import type { PlanOrder } from '../../../../renderer/features/exchange/import/importCalls';
import { firstChoice } from '../../../../renderer/features/exchange/import/recognise/recognise';
import type { Write } from '../../../../renderer/store/contract';
import { streamWorkbook } from '../../../../shared/exchange/read/readWorkbook';
import { rowsUnder } from '../../../../shared/exchange/recognise/sheetEnds';
import { cellText } from '../../../../shared/exchange/workbook';
import { ok } from '../../../../shared/kernel/result';
import { dateOf, toInstant } from '../../../../shared/kernel/time';
import { ledgers } from '../../../../shared/ledgers/registry';
import { definitionOf, MemoryStore } from '../../../shared/exchange/plan/memoryStore';

const now = toInstant(Date.UTC(2022, 2, 28));
const definition = definitionOf('checkpoints');

/** A list of checkpoints in which every hundredth row has a day that never was. */
function list(rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, at) =>
    [`第${at}号卡点`, '村口', at % 100 === 99 ? '2022-02-30' : '2022-03-24'].join(),
  );
  return new TextEncoder().encode(
    `卡点名称,类型,启用时间\n${lines.join('\n')}\n填报日期：2022-03-26`,
  );
}

function deskOf(pause = () => Promise.resolve()) {
  const written: Write[] = [];
  const store = new MemoryStore();
  const table = createImportTable({
    line: {
      rows: (ledger, ids) => store.rows(ledger, ids),
      matchKeys: (...asked) => store.match(...asked),
      allNames: () => Promise.resolve([]),
      write: (writes) => {
        written.push(...writes);
        return Promise.resolve(ok({ sequence: 8, at: now }));
      },
    },
    clock: () => now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    onProgress: () => undefined,
    pause,
  });
  return { table, written };
}

async function recognised(bytes: Uint8Array, pause?: () => Promise<void>) {
  const { table, written } = deskOf(pause);
  const read = await table.read({ bytes, fileName: '卡点.csv', ledgers });
  if (!read.ok) throw new Error(read.problem.tag);
  const { workbook, proposals } = read.value;
  const file = { fileName: '卡点.csv', today: dateOf(now) };
  const { header, ...choice } = firstChoice(workbook, proposals[0], ledgers, file);
  if (!header) throw new Error('no header');
  const order: PlanOrder = { ...choice, header, definition, defaults: { unit: '修武县' } };
  return { table, written, workbook, order };
}

describe('a file of many rows', () => {
  test('only its ends come to the page; they say how many rows there are and of which day', async () => {
    const { workbook, order } = await recognised(list(5_000));
    const [sheet] = workbook.sheets;
    expect(sheet?.rows.length).toBeLessThan(500);
    expect(sheet && rowsUnder(sheet, 1)).toBe(5_001);
    expect(order.reportOn).toEqual({ date: '2022-03-26', from: 'sheet' });
  });

  test('is counted, shown a window at a time, and written whole', async () => {
    const { table, written, order } = await recognised(list(5_000));
    const planned = await table.plan(order);
    if (!planned.ok) throw new Error(planned.problem.tag);
    expect(planned.value.counts).toMatchObject({ all: 5_001, new: 4_950, rejected: 50 });
    expect(planned.value.first.map(({ rowNumber }) => rowNumber)[0]).toBe(2);
    expect(planned.value.inQuestion.rejected?.columns).toEqual([2]);
    const rows = await table.rows('rejected', 10, 12);
    expect(rows.map(({ rowNumber, cells }) => [rowNumber, cells[2]])).toEqual([
      [1_101, { type: 'text', text: '2022-02-30' }],
      [1_201, { type: 'text', text: '2022-02-30' }],
    ]);
    await table.write({ type: 'import', file: '卡点.csv', sheet: '卡点', importId: 'i' }, 7);
    expect(written).toHaveLength(4_950);
  });

  test('gives the rows that need a person, and no others, for the workbook of problems', async () => {
    const { table, order } = await recognised(list(500));
    await table.plan(order);
    const made = await table.problems({ definition, language: 'zh', withWarnings: false });
    if (!made.ok) throw new Error(made.problem.tag);
    const opened = await streamWorkbook(made.value, '问题表.xlsx', {});
    const rows = opened.ok ? (opened.value.sheets[0]?.rows ?? []) : [];
    const texts = rows.map((row) => row.map((cell) => (cell ? cellText(cell) : '')));
    expect(texts[0]).toEqual(['卡点名称', '类型', '启用时间', '原表行号', '问题说明']);
    expect(texts.slice(1).map(([name, , , row]) => [name, row])).toEqual([
      ['第99号卡点', '101'],
      ['第199号卡点', '201'],
      ['第299号卡点', '301'],
      ['第399号卡点', '401'],
      ['第499号卡点', '501'],
    ]);
    // In the words of the page, not by the names of rules.
    expect(texts[1]?.[4]).toMatch(/^C: \p{Script=Han}/u);
  });

  test('has no workbook of problems before it is checked', async () => {
    const { table } = await recognised(list(5));
    const order = { definition, language: 'zh', withWarnings: false } as const;
    expect(await table.problems(order)).toMatchObject({ problem: { tag: 'notPlanned' } });
  });

  test('is not planned to the end when it is cancelled; then it has nothing to write', async () => {
    let stop = () => Promise.resolve();
    const { table, written, order } = await recognised(list(5_000), () => stop());
    stop = () => table.cancel();
    expect(await table.plan(order)).toMatchObject({ ok: false, problem: { tag: 'cancelled' } });
    await table.write({ type: 'import', file: '卡点.csv', sheet: '卡点', importId: 'i' }, 7);
    expect(written).toEqual([]);
  });
});
